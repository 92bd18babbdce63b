/** A row of leads or stages by the columns of its mapping: words that mean "not answered" are empty, and cells are read in their form. */
import type { DelimitedMapping } from '../../../api/import.ts';
import { readNumber } from '../../../core/history/cell.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { foldText } from '../../../core/text.ts';
import { instantText, readInstant } from '../../../core/time/instant.ts';
import { type FormReader, formReaders, type UnreadCells } from '../mapping/column-forms.ts';
import type { OwnColumn } from '../mapping/own-columns.ts';
import type { RowPlace } from '../source/parse-piece.ts';

export interface MappedRow {
  readonly length: number;
  readonly raw: (column: string) => string;
  readonly cell: (column: string | undefined) => string;
  /** ISO 8601, in UTC where the file's zone is not the history's; '' for an empty cell. */
  readonly instant: (column: string | undefined) => Result<string, CellFault>;
  /** Plain digits; '' for an empty cell. */
  readonly amount: (column: string | undefined) => Result<string, CellFault>;
  /** In the order of the own columns. */
  readonly ownCells: () => readonly string[];
}

export type TakeRow = (row: MappedRow, place: RowPlace, cells: readonly string[]) => void;

export interface CellFault {
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

export interface RowColumns {
  readonly mapping: DelimitedMapping;
  readonly headings: readonly string[];
  readonly own: readonly OwnColumn[];
  readonly zones: { readonly file: string; readonly history: string };
  readonly unread: UnreadCells;
}

export const TIME_REASON = 'The time is missing or not ISO 8601 (2025-03-31, 2025-03-31T14:30:00Z).';
const AMOUNT_REASON = 'This is no number; digits with a point, such as 1200.50, are.';

export function rowReader({
  mapping,
  headings,
  own,
  zones,
  unread,
}: RowColumns): (cells: readonly string[]) => MappedRow {
  const isMissing = missingTest(mapping);
  const readers = formReaders(mapping);
  const indexByName = new Map(headings.map((name, index) => [name, index] as const).reverse());
  const ownReaders = own.map((column) => ({ ...column, reader: readers.get(column.name) }));
  return (cells) => {
    const clean = (index: number): string => {
      const cell = cells[index] ?? '';
      return isMissing?.(cell) === true ? '' : cell;
    };
    const raw = (column: string): string => cells[indexByName.get(column.trim()) ?? -1] ?? '';
    const cellOf = (column: string | undefined): string =>
      column === undefined ? '' : clean(indexByName.get(column.trim()) ?? -1);
    const inForm = (column: string | undefined, cell: string): Result<string, string> => {
      const reader = column === undefined || cell === '' ? undefined : readers.get(column.trim());
      return reader === undefined ? ok(cell) : reader.read(cell);
    };
    const ownCell = ({ index, name, reader }: OwnColumn & { readonly reader: FormReader | undefined }): string => {
      const cell = clean(index);
      if (reader === undefined) return cell;
      const trimmed = cell.trim();
      if (trimmed === '' && !reader.readsEmpty) return '';
      const read = reader.read(trimmed);
      if (!read.ok) unread.note(name, trimmed, read.error);
      return read.ok ? read.value : cell;
    };
    return {
      length: cells.length,
      raw,
      cell: cellOf,
      instant: (column) => {
        const cell = cellOf(column).trim();
        const read = inForm(column, cell);
        const fault = (reason: string) => fail({ column: column ?? '', value: cell, reason });
        if (!read.ok) return fault(read.error);
        if (read.value === '') return ok('');
        const atMs = readInstant(read.value, zones.file);
        if (atMs === null) return fault(TIME_REASON);
        return ok(zones.file === zones.history ? read.value : instantText(atMs));
      },
      amount: (column) => {
        const cell = cellOf(column).trim();
        const read = inForm(column, cell);
        const fault = (reason: string) => fail({ column: column ?? '', value: cell, reason });
        if (!read.ok) return fault(read.error);
        return read.value !== '' && readNumber(read.value) === null ? fault(AMOUNT_REASON) : read;
      },
      ownCells: () => ownReaders.map(ownCell),
    };
  };
}

/** Whether a cell is one of the words that mean "not answered" (folded); undefined where there are none. */
export function missingTest({ missing }: DelimitedMapping): ((cell: string) => boolean) | undefined {
  if (missing.length === 0) return undefined;
  const tokens = new Set(missing.map(foldText));
  return (cell) => tokens.has(foldText(cell));
}
