/** Judges the records of a file by its heading: each becomes the heading, a row, a rejected one or a blank one. */
import type { FoundHeading } from './find-heading.ts';
import { nameColumns } from './name-columns.ts';
import type { TableRecord } from './table-record.ts';
import type { TableWarning } from './table-warning.ts';

export interface RejectedRow {
  readonly line: number;
  readonly reason: string;
  /** As they were cut; bytes that are no character are U+FFFD. */
  readonly cells: readonly string[];
}

/** Where the records go. */
export interface TableSink {
  /** Called once, before the others. */
  readonly header: (names: readonly string[]) => void;
  /** As many cells as the header has. */
  readonly row: (cells: readonly string[], line: number) => void;
  readonly rejected: (row: RejectedRow) => void;
}

/** `rows + rejected + blankRecords`, and one for a heading, are all the records of the file. */
export interface SortedRecords {
  readonly header: readonly string[];
  readonly hasHeading: boolean;
  readonly rows: number;
  readonly rejected: number;
  readonly blankRecords: number;
  readonly warnings: readonly TableWarning[];
}

export interface RecordSorter {
  readonly sort: (record: TableRecord) => void;
  readonly sorted: () => SortedRecords;
}

/** `isSheet`: a row of a sheet ends where its last cell is, and what it lacks is empty. */
export function createRecordSorter(heading: FoundHeading, isSheet: boolean, sink: TableSink): RecordSorter {
  const hasHeading = heading.line !== null;
  const { names, warnings } = nameColumns(
    hasHeading ? heading.cells.map((cell) => cell.toWellFormed()) : heading.cells.map(() => ''),
  );
  let rows = 0;
  let rejected = 0;
  let blankRecords = 0;
  let withoutSurplus = 0;
  let headingFault: string | null = null;
  const lost = { rows: 0, line: 0 };
  const oddQuotes = { rows: 0, line: 0 };
  sink.header(names);

  return {
    sort: (record) => {
      const { line, cells, fault } = record;
      if (record.isBlank) {
        blankRecords += 1;
        return;
      }
      if (line === heading.line) {
        headingFault = fault;
        return;
      }
      const reason = heading.titleLines.has(line)
        ? 'it stands above the heading, as a title or comment does'
        : (fault ?? widthFault(cells, names.length, isSheet));
      if (reason !== null) {
        rejected += 1;
        sink.rejected({ line, reason, cells: cells.map((cell) => cell.toWellFormed()) });
        return;
      }
      rows += 1;
      if (record.hasOddQuotes) note(oddQuotes, line);
      if (cells.length > names.length) withoutSurplus += 1;
      const fitting = fitted(cells, names);
      if (fitting.some((cell) => cell.includes('\ufffd'))) note(lost, line);
      sink.row(fitting, line);
    },
    sorted: () => ({
      header: names,
      hasHeading,
      rows,
      rejected,
      blankRecords,
      warnings: [
        ...some(heading.titleLines.size, { kind: 'titleLines', lines: heading.titleLines.size }),
        ...(headingFault === null
          ? []
          : [{ kind: 'damagedHeading', line: heading.line ?? 0, reason: headingFault } as const]),
        ...(hasHeading ? warnings : [{ kind: 'generatedNames' } as const]),
        ...some(blankRecords, { kind: 'blankLines', lines: blankRecords }),
        ...some(withoutSurplus, { kind: 'surplusCells', rows: withoutSurplus }),
        ...some(lost.rows, { kind: 'lostCharacters', ...lost }),
        ...some(oddQuotes.rows, { kind: 'oddQuotes', ...oddQuotes }),
        ...(rows === 0 ? [{ kind: 'noRows' } as const] : []),
      ],
    }),
  };
}

/** Cells beyond the heading may be blank: many programs end each row with a delimiter. */
export const isSurplusBlank = (cells: readonly string[], width: number): boolean =>
  cells.length > width && cells.slice(width).every((cell) => cell.trim() === '');

function widthFault(cells: readonly string[], width: number, isSheet: boolean): string | null {
  if (cells.length === width || (isSheet && cells.length < width) || isSurplusBlank(cells, width)) return null;
  return `it has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'} where the heading has ${width}`;
}

function fitted(cells: readonly string[], names: readonly string[]): readonly string[] {
  if (cells.length > names.length) return cells.slice(0, names.length);
  return cells.length < names.length ? names.map((_, index) => cells[index] ?? '') : cells;
}

function note(rowsLike: { rows: number; line: number }, line: number): void {
  if (rowsLike.rows === 0) rowsLike.line = line;
  rowsLike.rows += 1;
}

const some = (count: number, warning: TableWarning): readonly TableWarning[] => (count === 0 ? [] : [warning]);
