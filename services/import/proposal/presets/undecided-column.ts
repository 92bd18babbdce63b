import type { DelimitedMapping } from '../../../../api/import.ts';
import type { InspectedColumn } from '../propose-mapping.ts';

/** The first time or amount of the mapping whose cells do not tell their form: read as it stands, it would be refused row by row. */
export function undecidedColumn(
  { created, at, stages, dates, numbers }: DelimitedMapping,
  columns: readonly InspectedColumn[],
): { readonly name: string; readonly key: 'dates' | 'numbers'; readonly cell: string } | null {
  const times = [created, at, ...stages.map((stage) => stage.at)];
  const amounts = stages.map(({ amount }) => amount);
  for (const { name, written, samples } of columns) {
    const cell = samples[0] ?? '';
    if (written?.as === 'date' && times.includes(name) && dates?.[name] === undefined)
      return { name, key: 'dates', cell };
    if (written?.as === 'number' && amounts.includes(name) && numbers?.[name] === undefined)
      return { name, key: 'numbers', cell };
  }
  return null;
}
