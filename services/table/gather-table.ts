/** The records of a file as one table: its rows go on, what was rejected is kept, and each column learns its kind. */
import { createKindTracker } from '../../core/history/cell.ts';
import type { FoundHeading } from './find-heading.ts';
import { createRecordSorter, type SortedRecords } from './sort-records.ts';
import type { RejectedRecord, TableColumn } from './table-document.ts';
import type { TableRecord } from './table-record.ts';

/** `rows + rejected.length + blankRecords`, and one for a heading, are all the records of the file. */
export interface GatheredTable extends Omit<SortedRecords, 'rejected'> {
  readonly columns: readonly TableColumn[];
  readonly rejected: readonly RejectedRecord[];
}

export interface TableGatherer {
  /** Answers 'enough' once so much was rejected that it is no table. */
  readonly take: (record: TableRecord) => 'enough' | null;
  readonly gathered: () => GatheredTable;
}

/** A file with more rejected rows than this is read by a wrong delimiter, or is no table. */
export const MOST_REJECTED = 100_000;

/** `isSheet`: a row of a sheet ends where its last cell is, and what it lacks is empty. `onRow` gets the heading too. */
export function createTableGatherer(
  heading: FoundHeading,
  isSheet: boolean,
  onRow: (cells: readonly string[]) => void,
): TableGatherer {
  const columns = heading.cells.map(() => ({ tracker: createKindTracker(), last: '', missing: 0 }));
  const rejected: RejectedRecord[] = [];
  const sorter = createRecordSorter(heading, isSheet, {
    header: onRow,
    row: (cells) => {
      for (const [index, column] of columns.entries()) {
        const cell = cells[index]?.trim() ?? '';
        if (cell === '') column.missing += 1;
        else if (cell !== column.last) {
          column.tracker.see(cell);
          column.last = cell;
        }
      }
      onRow(cells);
    },
    rejected: ({ line, reason }) => {
      rejected.push({ line, reason });
    },
  });
  return {
    take: (record) => {
      sorter.sort(record);
      return rejected.length > MOST_REJECTED ? 'enough' : null;
    },
    gathered: () => {
      const sorted = sorter.sorted();
      return {
        ...sorted,
        rejected,
        columns: columns.map(({ tracker, missing }, index) => ({
          name: sorted.header[index] ?? '',
          kind: tracker.kind(),
          missing,
        })),
      };
    },
  };
}
