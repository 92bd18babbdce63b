/** Conditions over whole tables: what cells of one column decide is spread over the rows once, however it is put together. */
import { type Column, MISSING } from '../history/history.ts';
import type { Condition, Subject } from '../rule-set/rule-set.ts';
import { cellMask, columnsOf, keepBoth, keepEither } from './cell-mask.ts';
import type { CellMask, RowMask, Table } from './table.ts';

export function conditionMask<S extends Subject>(condition: Condition<S> | undefined, table: Table): RowMask {
  if (condition === undefined) return new Uint8Array(table.rows).fill(1);
  const columns = columnsOf(condition);
  if (columns.length <= 1) {
    const column = columns[0] === undefined ? undefined : table.column(columns[0]);
    return spread(column, table.rows, cellMask(condition, column, table));
  }
  if ('all' in condition) return joined(condition.all, table, 1);
  if ('any' in condition) return joined(condition.any, table, 0);
  if ('not' in condition) return conditionMask(condition.not, table).map((passes) => 1 - passes);
  throw new Error('a test reads one column');
}

function joined<S extends Subject>(conditions: readonly Condition<S>[], table: Table, start: 0 | 1): RowMask {
  const mask = new Uint8Array(table.rows).fill(start);
  const join = start === 1 ? keepBoth : keepEither;
  for (const condition of conditions) join(mask, conditionMask(condition, table));
  return mask;
}

function spread(column: Column | undefined, rows: number, passes: CellMask): RowMask {
  const mask = new Uint8Array(rows);
  if (column === undefined) return mask.fill(passes[0] ?? 0);
  const { codes } = column;
  for (let row = 0; row < rows; row += 1) mask[row] = passes[(codes[row] ?? MISSING) + 1] ?? 0;
  return mask;
}
