/** activities.csv of a data folder, row by row as bytes; the faults are those of the other tables. */
import type { RowFault } from '../../../core/history/build-history.ts';
import { fileNameOf } from '../data-files.ts';
import type { ImportTally } from '../import-tally.ts';
import type { SourceFault } from '../source-fault.ts';
import type { ActivityStore } from './activity-store.ts';
import { type ByteTable, NOT_THERE } from './byte-table.ts';
import { decodeText } from './byte-text.ts';
import { createInstantReader } from './read-instant-bytes.ts';
import type { ScannedRow } from './scan-rows.ts';

export interface FolderTarget {
  readonly heading: readonly string[];
  readonly leads: ByteTable;
  readonly store: ActivityStore;
  readonly tally: ImportTally;
  readonly timeZone: string;
  readonly lengthFault: (row: ScannedRow) => SourceFault;
  readonly rowFault: (fault: RowFault, row: ScannedRow) => SourceFault;
}

export function folderRowTaker(target: FolderTarget): (row: ScannedRow) => SourceFault | null {
  const { heading, leads, store, tally } = target;
  const [lead, at, type] = ['lead', 'at', 'type'].map((name) => heading.indexOf(name)) as [number, number, number];
  const readInstant = createInstantReader(target.timeZone);
  const cellOf = ({ text, starts, ends }: ScannedRow, cell: number) =>
    decodeText(text, starts[cell] ?? 0, ends[cell] ?? 0);
  return (row) => {
    if (row.row === 0) return null;
    if (row.cells !== heading.length) return target.lengthFault(row);
    const { text, starts, ends } = row;
    const found = leads.find(text, starts[lead] ?? 0, ends[lead] ?? 0);
    if (found === NOT_THERE) {
      store.see(row);
      tally.reject({
        file: fileNameOf('activities'),
        table: 'activities',
        line: row.line,
        column: 'lead',
        value: cellOf(row, lead),
        reason: 'There is no lead with this id.',
      });
      return null;
    }
    const atMs = readInstant(text, starts[at] ?? 0, ends[at] ?? 0);
    if (Number.isNaN(atMs)) {
      return target.rowFault({ kind: 'unreadableTime', column: 'at', value: cellOf(row, at) }, row);
    }
    tally.accept('activities');
    store.add(found, atMs, store.types.codeOf(text, starts[type] ?? 0, ends[type] ?? 0), row);
    return null;
  };
}
