/** What is odd about the moment that a replay stands at. */
import { DAY_MS, type History } from '../history/history.ts';
import { instantText } from '../time/instant.ts';
import { instantColumns } from './facts.ts';

/** One wrong date matures everybody: warns when `asOf` lies more than 30 days beyond the 99.9th percentile of all instants. */
export function asOfWarnings(history: History, asOfMs: number): readonly string[] {
  const columns = instantColumns(history);
  const count = columns.reduce((sum, column) => sum + column.length, 0);
  if (count === 0) return [];
  const limitMs = asOfMs - 30 * DAY_MS;
  let later = 0;
  for (const column of columns) {
    for (let row = 0; row < column.length; row += 1) if ((column[row] ?? Number.NaN) >= limitMs) later += 1;
  }
  // The percentile lies at or after the limit exactly when enough instants do: no sorting of millions is needed.
  if (later > count - Math.ceil(count * 0.999)) return [];
  return [
    `asOf ${instantText(asOfMs)} lies more than 30 days beyond 99.9 % of all dates: a wrong date may make every lead look mature; check the latest dates, or give --as-of`,
  ];
}
