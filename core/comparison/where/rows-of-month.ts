/** Rows that are calendar months in the history's time zone. */
import { numberAt } from '../../at.ts';
import { countAtMost } from '../../count-at-most.ts';
import type { History } from '../../history/history.ts';
import type { CohortCalendar } from '../../measures/by-time.ts';
import type { RowOf, RowsOf } from './row-of.ts';
import { NO_ROW, type ReachedPair } from './row-tallies.ts';

/** By the month in which each scenario's lead reached the level: a lead may be in one month for `a` and in another for `b`. */
export const rowsOfReachedMonth = ({ a, b }: ReachedPair, { monthStartsMs }: CohortCalendar): RowsOf => ({
  of: monthRows(monthStartsMs),
  a: monthOfEach(a.reachedAtMs, monthStartsMs),
  b: monthOfEach(b.reachedAtMs, monthStartsMs),
});

/** By the month in which the lead was created, whatever the scenario does with it. */
export function rowsOfCreatedMonth({ leads }: History, { monthStartsMs }: CohortCalendar): RowsOf {
  const months = monthOfEach(leads.createdAtMs, monthStartsMs);
  return { of: monthRows(monthStartsMs), a: months, b: months };
}

/** The first row is for what lies before the first month. */
export const monthRows = (monthStartsMs: Float64Array): readonly RowOf[] => [
  { kind: 'earlier', beforeMs: monthStartsMs[0] ?? 0 },
  ...Array.from(monthStartsMs, (startMs): RowOf => ({ kind: 'month', startMs })),
];

const monthOfEach = (instantsMs: Float64Array, monthStartsMs: Float64Array): Int32Array =>
  Int32Array.from({ length: instantsMs.length }, (_, lead) => {
    const atMs = numberAt(instantsMs, lead);
    return Number.isNaN(atMs) ? NO_ROW : countAtMost(monthStartsMs, atMs);
  });
