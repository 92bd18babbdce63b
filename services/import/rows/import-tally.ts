/** Counts what becomes of each row, file by file and table by table; read = accepted + rejected + duplicate. */
import type { ChangedRow, FileCounts, RejectedRow, TableCounts } from '../../../api/import.ts';
import { TABLE_NAMES, type TableName } from '../source/data-files.ts';
import { createRejectedRows, type RejectedCells } from './rejected-rows.ts';
import type { ScratchFile } from './stream/scratch-file.ts';

/** The rows of one file. */
export interface FileTally {
  readonly file: string;
  readonly accept: (table: TableName) => void;
  readonly duplicate: (table: TableName) => void;
  /** `cells`: the row as written; null where nobody is to mend it. */
  readonly reject: (row: Omit<RejectedRow, 'file'>, cells: readonly string[] | null) => void;
  /** A row that counts as accepted or as duplicate too. */
  readonly change: (row: Omit<ChangedRow, 'file'>) => void;
}

export interface ImportTally {
  /** `always`: counted even where the file has no row of it. */
  readonly of: (file: string, always: readonly TableName[]) => FileTally;
  /** `duplicates`: of the activities that were accepted, those of each file that turned out to be known, in the order of `of`. */
  readonly files: (duplicates?: readonly number[]) => readonly FileCounts[];
  readonly accepted: (table: TableName) => number;
  /** In the order in which they were rejected. */
  readonly rejected: Iterable<RejectedRow & RejectedCells>;
  /** The first so many. */
  readonly changed: readonly ChangedRow[];
}

const LONGEST_VALUE = 200;
const CHANGED_ROWS_KEPT = 10_000;

interface Counts {
  accepted: number;
  rejected: number;
  duplicate: number;
  changed: number;
}

/** Of many rejected rows most lie in `scratch`. */
export function createImportTally(scratch: ScratchFile | undefined): ImportTally {
  const tallies: { readonly file: string; readonly always: readonly TableName[]; readonly counts: CountsByTable }[] =
    [];
  const rejected = createRejectedRows(scratch);
  const changed: ChangedRow[] = [];
  return {
    of: (file, always) => {
      const counts = freshCounts();
      tallies.push({ file, always, counts });
      return {
        file,
        accept: (table) => {
          counts[table].accepted += 1;
        },
        duplicate: (table) => {
          counts[table].duplicate += 1;
        },
        reject: (row, cells) => {
          counts[row.table].rejected += 1;
          rejected.add({ ...row, file, value: row.value === null ? null : row.value.slice(0, LONGEST_VALUE), cells });
        },
        change: (row) => {
          counts[row.table].changed += 1;
          if (changed.length < CHANGED_ROWS_KEPT) changed.push({ ...row, file });
        },
      };
    },
    files: (duplicates = []) =>
      tallies.flatMap(({ file, always, counts }, index) =>
        TABLE_NAMES.flatMap((table) => {
          const known = table === 'activities' ? (duplicates[index] ?? 0) : 0;
          const counted = countsOf(table, counts[table], known);
          return counted.read === 0 && !always.includes(table) ? [] : [{ file, ...counted }];
        }),
      ),
    accepted: (table) => tallies.reduce((sum, { counts }) => sum + counts[table].accepted, 0),
    rejected,
    changed,
  };
}

/** The counts of all files together. */
export function totalsOf(files: readonly FileCounts[]): readonly TableCounts[] {
  return TABLE_NAMES.flatMap((table) => {
    const ofTable = files.filter((one) => one.table === table);
    const sum = (key: 'read' | 'accepted' | 'rejected' | 'duplicate' | 'changed') =>
      ofTable.reduce((total, counts) => total + counts[key], 0);
    return ofTable.length === 0
      ? []
      : [
          {
            table,
            read: sum('read'),
            accepted: sum('accepted'),
            rejected: sum('rejected'),
            duplicate: sum('duplicate'),
            changed: sum('changed'),
          },
        ];
  });
}

type CountsByTable = Readonly<Record<TableName, Counts>>;

const fresh = (): Counts => ({ accepted: 0, rejected: 0, duplicate: 0, changed: 0 });
const freshCounts = (): CountsByTable => ({ leads: fresh(), activities: fresh(), stages: fresh() });

const countsOf = (
  table: TableName,
  { accepted, rejected, duplicate, changed }: Counts,
  known: number,
): TableCounts => ({
  table,
  read: accepted + rejected + duplicate,
  accepted: accepted - known,
  rejected,
  duplicate: duplicate + known,
  changed,
});
