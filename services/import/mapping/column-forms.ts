/** How the cells of a column are read where the mapping says in which form they are written. */
import type { DelimitedMapping } from '../../../api/import.ts';
import type { ColumnKind } from '../../../core/history/history.ts';
import type { Result } from '../../../core/result.ts';
import { readAnswer } from '../../../core/values/read-answer.ts';
import { readDate } from '../../../core/values/read-date.ts';
import { readNumberText } from '../../../core/values/read-number-text.ts';

export interface FormReader {
  readonly kind: ColumnKind;
  /** A cell, trimmed, as REPLAY.md section 1 reads it, or why it cannot be read. */
  readonly read: (cell: string) => Result<string, string>;
  /** Whether an empty cell means something. */
  readonly readsEmpty: boolean;
}

/** By column; columns without a form are read as they are. */
export function formReaders({ dates, numbers, yesNo }: DelimitedMapping): ReadonlyMap<string, FormReader> {
  const readers = new Map<string, FormReader>();
  for (const [column, form] of Object.entries(dates ?? {}))
    readers.set(column.trim(), { kind: 'date', read: (cell) => readDate(cell, form), readsEmpty: false });
  for (const [column, form] of Object.entries(numbers ?? {}))
    readers.set(column.trim(), { kind: 'number', read: (cell) => readNumberText(cell, form), readsEmpty: false });
  for (const [column, form] of Object.entries(yesNo ?? {}))
    readers.set(column.trim(), {
      kind: 'yes/no',
      read: (cell) => readAnswer(cell, form),
      readsEmpty: form === 'marks',
    });
  return readers;
}

/** The kinds that the mapping gives: those it overrules, and those of its forms. */
export const kindsOf = (mapping: DelimitedMapping): Readonly<Record<string, ColumnKind>> => ({
  ...Object.fromEntries([...formReaders(mapping)].map(([column, { kind }]) => [column, kind])),
  ...mapping.kinds,
});

/** Cells of attributes and properties that did not read in the form of their column. */
export interface UnreadCells {
  readonly note: (column: string, cell: string, reason: string) => void;
  /** One for each column. */
  readonly warnings: () => readonly string[];
}

export function createUnreadCells(): UnreadCells {
  const byColumn = new Map<string, { rows: number; readonly cell: string; readonly reason: string }>();
  return {
    note: (column, cell, reason) => {
      const known = byColumn.get(column);
      if (known === undefined) byColumn.set(column, { rows: 1, cell, reason });
      else known.rows += 1;
    },
    warnings: () =>
      [...byColumn].map(
        ([column, { rows, cell, reason }]) =>
          `Column "${column}": ${rows} ${rows === 1 ? 'cell was' : 'cells were'} kept as written, the first of them "${cell.slice(0, 60)}". ${reason}`,
      ),
  };
}
