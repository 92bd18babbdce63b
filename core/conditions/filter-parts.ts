/** A filter of activities taken apart, so that many filters are asked of a row at once: one look at each column. */
import type { Column } from '../history/history.ts';
import type { ActivityFilter, Condition } from '../rule-set/rule-set.ts';
import { cellMask, columnsOf, keepBoth, typeMask } from './cell-mask.ts';
import { conditionMask } from './row-mask.ts';
import type { CellMask, RowMask, Table } from './table.ts';

/** A row passes when its cell passes in every column named, and the row in `rest`. */
export interface FilterParts {
  readonly byColumn: ReadonlyMap<Column, CellMask>;
  /** For conditions that join columns otherwise than by `all`. */
  readonly rest: RowMask | null;
  /** No row passes, whatever its cells. */
  readonly isNever: boolean;
}

export function filterParts(filter: ActivityFilter, table: Table): FilterParts {
  const byColumn = new Map<Column, CellMask>();
  const joining: Condition<'property'>[] = [];
  let isNever = false;
  const demand = (column: Column | undefined, passes: CellMask): void => {
    if (column === undefined) {
      if (passes[0] !== 1) isNever = true;
      return;
    }
    const mask = byColumn.get(column);
    if (mask === undefined) byColumn.set(column, passes.slice());
    else keepBoth(mask, passes);
  };
  if (filter.type !== undefined) demand(table.column('type'), typeMask(filter.type, table));
  for (const condition of filter.if === undefined ? [] : demandsOf(filter.if)) {
    const names = columnsOf(condition);
    if (names.length > 1) {
      joining.push(condition);
      continue;
    }
    const column = names[0] === undefined ? undefined : table.column(names[0]);
    demand(column, cellMask(condition, column, table));
  }
  const rest =
    joining.length === 0
      ? null
      : table.rowMasks.of(JSON.stringify(joining), () => conditionMask({ all: joining }, table));
  return { byColumn, rest, isNever };
}

/** Conditions that all have to hold for the condition to hold. */
function demandsOf(condition: Condition<'property'>): readonly Condition<'property'>[] {
  if ('all' in condition) return condition.all.flatMap(demandsOf);
  if (!('not' in condition)) return [condition];
  const denied = condition.not;
  if ('not' in denied) return demandsOf(denied.not);
  if ('any' in denied) return denied.any.flatMap((one) => demandsOf({ not: one }));
  return [condition];
}
