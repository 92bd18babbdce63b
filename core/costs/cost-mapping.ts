/** How a table of costs is to be read: proposed from its heading, and changed by whoever knows better. */
import type { DateForm } from '../values/read-date.ts';
import type { NumberForm } from '../values/read-number-text.ts';
import { type CostColumns, costColumns, monthColumns } from './cost-columns.ts';

export interface CostMapping {
  /** `long`: a row a source and month. `wide`: a row a source, and a column for each month. */
  readonly layout: 'long' | 'wide';
  /** Indexes of columns; null: not said. In a wide table the months are those of the heading, whatever `month` and `amount` say. */
  readonly source: number | null;
  readonly month: number | null;
  readonly amount: number | null;
  /** Null: as the cells show. */
  readonly dates: DateForm | null;
  readonly numbers: NumberForm | null;
}

export type CostPart = 'source' | 'month' | 'amount';

/** What the heading says; null where it does not. */
export function proposeCostMapping(header: readonly string[]): CostMapping {
  const { layout, ...found } = costColumns(header);
  return { layout, ...found, dates: null, numbers: null };
}

/** The columns to read, or which of them are not said. */
export function mappedColumns(
  { layout, source, month, amount }: CostMapping,
  header: readonly string[],
): CostColumns | { readonly missing: readonly CostPart[] } {
  const known = (column: number | null): column is number => column !== null && column < header.length;
  const months = monthColumns(header);
  if (layout === 'wide' && known(source) && months.length > 0) return { kind: 'wide', source, months };
  if (layout === 'long' && known(source) && known(month) && known(amount))
    return { kind: 'long', source, month, amount };
  return {
    missing: [
      ...(known(source) ? [] : (['source'] as const)),
      ...(known(month) ? [] : (['month'] as const)),
      ...(known(amount) ? [] : (['amount'] as const)),
    ],
  };
}
