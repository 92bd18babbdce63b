/** Judges the records of a file by its heading: each becomes the heading, a row, a rejected one or a blank one. */
import { createKindTracker } from '../../core/history/cell.ts';
import type { FoundHeading } from './find-heading.ts';
import { nameColumns } from './name-columns.ts';
import type { RejectedRecord, TableColumn } from './table-document.ts';
import type { TableRecord } from './table-record.ts';

/** `rows + rejected.length + blankRecords`, and one for a heading, are all the records of the file. */
export interface GatheredTable {
  readonly header: readonly string[];
  readonly hasHeading: boolean;
  readonly rows: number;
  readonly blankRecords: number;
  readonly columns: readonly TableColumn[];
  readonly rejected: readonly RejectedRecord[];
  readonly warnings: readonly string[];
}

export interface TableGatherer {
  /** Answers 'enough' once so much was rejected that it is no table. */
  readonly take: (record: TableRecord) => 'enough' | null;
  readonly gathered: () => GatheredTable;
}

/** A file with more rejected rows than this is read by a wrong delimiter, or is no table. */
export const MOST_REJECTED = 100_000;

/** `isSheet`: a row of a sheet ends where its last cell is, and what it lacks is empty. */
export function createTableGatherer(
  heading: FoundHeading,
  isSheet: boolean,
  onRow: (cells: readonly string[]) => void,
): TableGatherer {
  const hasHeading = heading.line !== null;
  const { names, warnings } = nameColumns(
    hasHeading ? heading.cells.map((cell) => cell.toWellFormed()) : heading.cells.map(() => ''),
  );
  const columns = names.map(() => ({ tracker: createKindTracker(), last: '', missing: 0 }));
  const rejected: RejectedRecord[] = [];
  let rows = 0;
  let blankRecords = 0;
  let withoutSurplus = 0;
  let headingFault: string | null = null;
  const lost = { rows: 0, line: 0 };
  const oddQuotes = { rows: 0, line: 0 };

  const accept = (cells: readonly string[], line: number): void => {
    rows += 1;
    for (const [index, column] of columns.entries()) {
      const cell = cells[index]?.trim() ?? '';
      if (cell === '') column.missing += 1;
      else if (cell !== column.last) {
        column.tracker.see(cell);
        column.last = cell;
      }
    }
    if (cells.some((cell) => cell.includes('\ufffd'))) note(lost, line);
    onRow(cells);
  };
  onRow(names);

  return {
    take: (record) => {
      const { line, cells, fault } = record;
      if (record.isBlank) {
        blankRecords += 1;
        return null;
      }
      if (line === heading.line) {
        headingFault = fault;
        return null;
      }
      const reason = heading.titleLines.has(line)
        ? 'it stands above the heading, as a title or comment does'
        : (fault ?? widthFault(cells, names.length, isSheet));
      if (reason === null) {
        if (record.hasOddQuotes) note(oddQuotes, line);
        const isLonger = cells.length > names.length;
        if (isLonger) withoutSurplus += 1;
        const isShorter = cells.length < names.length;
        accept(
          isLonger ? cells.slice(0, names.length) : isShorter ? names.map((_, index) => cells[index] ?? '') : cells,
          line,
        );
        return null;
      }
      rejected.push({ line, reason });
      return rejected.length > MOST_REJECTED ? 'enough' : null;
    },
    gathered: () => ({
      header: names,
      hasHeading,
      rows,
      blankRecords,
      columns: columns.map(({ tracker, missing }, index) => ({
        name: names[index] ?? '',
        kind: tracker.kind(),
        missing,
      })),
      rejected,
      warnings: [
        ...titleWarning(heading),
        ...(headingFault === null ? [] : [`The heading, line ${heading.line}, is damaged: ${headingFault}.`]),
        ...(hasHeading
          ? warnings
          : [
              'The first row looks like data, so the columns are called "column 1" and so on; --header first takes it for the heading.',
            ]),
        ...(blankRecords === 0 ? [] : [`${counted(blankRecords, 'blank line was', 'blank lines were')} skipped.`]),
        ...(withoutSurplus === 0
          ? []
          : [
              `${counted(withoutSurplus, 'row has', 'rows have')} empty cells beyond the last column; they were left out.`,
            ]),
        ...(lost.rows === 0
          ? []
          : [
              `${counted(lost.rows, 'row holds', 'rows hold')} the character U+FFFD, first on line ${lost.line}: an earlier export has lost characters there.`,
            ]),
        ...(oddQuotes.rows === 0
          ? []
          : [
              `In ${counted(oddQuotes.rows, 'row', 'rows')}, first on line ${oddQuotes.line}, text follows a closing quotation mark; those cells were taken as they are written.`,
            ]),
        ...(rows === 0 ? ['The table has no rows.'] : []),
      ],
    }),
  };
}

function note(rowsLike: { rows: number; line: number }, line: number): void {
  if (rowsLike.rows === 0) rowsLike.line = line;
  rowsLike.rows += 1;
}

/** Cells beyond the heading may be empty: many programs end each row with a delimiter. */
function widthFault(cells: readonly string[], width: number, isSheet: boolean): string | null {
  if (cells.length === width || (isSheet && cells.length < width)) return null;
  if (cells.length > width && cells.slice(width).every((cell) => cell.trim() === '')) return null;
  return `it has ${counted(cells.length, 'cell', 'cells')} where the heading has ${width}`;
}

const titleWarning = ({ titleLines }: FoundHeading): readonly string[] =>
  titleLines.size === 0
    ? []
    : [
        `${counted(titleLines.size, 'line', 'lines')} above the heading ${titleLines.size === 1 ? 'was' : 'were'} taken for a title or comment and left out; --header first takes the first line for the heading.`,
      ];

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
