/** Counts what becomes of each row; read = accepted + rejected + duplicate. */
import type { RejectedRow, TableCounts } from '../../api/import.ts';
import { TABLE_NAMES, type TableName } from './data-files.ts';
import { createRejectedRows } from './rejected-rows.ts';
import type { ScratchFile } from './stream/scratch-file.ts';

export interface ImportTally {
  readonly accept: (table: TableName) => void;
  readonly duplicate: (table: TableName) => void;
  readonly reject: (row: RejectedRow) => void;
  /** `duplicates`: of the activities that were accepted, those that turned out to be known. */
  readonly counts: (duplicates?: number) => readonly TableCounts[];
  readonly accepted: (table: TableName) => number;
  /** In the order in which they were rejected. */
  readonly rejected: Iterable<RejectedRow>;
}

const LONGEST_VALUE = 200;

/** Tables without a row are left out of the counts, unless named in `always`. Of many rejected rows most lie in `scratch`. */
export function createImportTally(always: readonly TableName[], scratch: ScratchFile | undefined): ImportTally {
  const fresh = () => ({ accepted: 0, rejected: 0, duplicate: 0 });
  const byTable = { leads: fresh(), activities: fresh(), stages: fresh() };
  const rejected = createRejectedRows(scratch);
  return {
    accept: (table) => {
      byTable[table].accepted += 1;
    },
    duplicate: (table) => {
      byTable[table].duplicate += 1;
    },
    reject: (row) => {
      byTable[row.table].rejected += 1;
      rejected.add({ ...row, value: row.value === null ? null : row.value.slice(0, LONGEST_VALUE) });
    },
    counts: (duplicates = 0) =>
      TABLE_NAMES.flatMap((table) => {
        const { accepted, rejected: refused, duplicate } = byTable[table];
        const read = accepted + refused + duplicate;
        if (read === 0 && !always.includes(table)) return [];
        const known = table === 'activities' ? duplicates : 0;
        return [{ table, read, accepted: accepted - known, rejected: refused, duplicate: duplicate + known }];
      }),
    accepted: (table) => byTable[table].accepted,
    rejected,
  };
}
