/** Activities of a file of any system, by its mapping, row by row as bytes: what cannot be read is rejected with its reason. */
import type { DelimitedMapping } from '../../../api/import.ts';
import { readInstant } from '../../../core/time/instant.ts';
import type { ImportTally } from '../import-tally.ts';
import type { ActivityStore } from './activity-store.ts';
import { type ByteTable, NOT_THERE } from './byte-table.ts';
import { decodeText, encodeText } from './byte-text.ts';
import { createInstantReader } from './read-instant-bytes.ts';
import type { ScannedRow } from './scan-rows.ts';

export interface MappedTarget {
  readonly name: string;
  readonly mapping: DelimitedMapping;
  readonly headings: readonly string[];
  readonly leads: ByteTable;
  readonly store: ActivityStore;
  readonly tally: ImportTally;
  /** The zone in which the file's times are read. */
  readonly timeZone: string;
  /** Folded; cells that mean "not answered". */
  readonly isMissing: ((cell: string) => boolean) | undefined;
  readonly reasons: {
    readonly length: (cells: number) => string;
    readonly time: string;
    readonly stranger: string;
  };
}

export function mappedRowTaker(target: MappedTarget): (row: ScannedRow) => null {
  const { name, mapping, headings, leads, store, tally, reasons, isMissing } = target;
  const indexOf = (column: string | undefined) => (column === undefined ? -1 : headings.indexOf(column.trim()));
  const [lead, at] = [indexOf(mapping.lead), indexOf(mapping.at)];
  const type = mapping.type !== undefined && 'column' in mapping.type ? indexOf(mapping.type.column) : -1;
  const constant = encodeText(mapping.type !== undefined && 'constant' in mapping.type ? mapping.type.constant : '');
  const instantOf = createInstantReader(target.timeZone);
  /** A token such as 1900-01-01 reads as an instant and is none. */
  const isInstantMissing =
    isMissing !== undefined && mapping.missing.some((token) => readInstant(token.trim().toUpperCase(), 'UTC') !== null);
  const cellOf = ({ text, starts, ends }: ScannedRow, cell: number) =>
    cell < 0 ? '' : decodeText(text, starts[cell] ?? 0, ends[cell] ?? 0);
  const clean = (cell: string) => (isMissing?.(cell) === true ? '' : cell);
  const reject = ({ line }: ScannedRow, column: string | null, value: string | null, reason: string): null => {
    tally.reject({ file: name, table: 'activities', line, column: column === '' ? null : column, value, reason });
    return null;
  };
  return (row) => {
    if (row.row === 0) return null;
    if (row.cells !== headings.length) return reject(row, null, null, reasons.length(row.cells));
    const { text, starts, ends } = row;
    const atMs = instantOf(text, starts[at] ?? 0, ends[at] ?? 0);
    if (Number.isNaN(atMs) || (isInstantMissing && clean(cellOf(row, at)) === '')) {
      return reject(row, mapping.at ?? '', clean(cellOf(row, at)), reasons.time);
    }
    const found = leads.find(text, starts[lead] ?? 0, ends[lead] ?? 0);
    if (found === NOT_THERE) {
      store.see(row);
      return reject(row, mapping.lead, cellOf(row, lead), reasons.stranger);
    }
    tally.accept('activities');
    const code =
      type < 0
        ? store.types.codeOf(constant, 0, constant.bytes.length)
        : store.types.codeOf(text, starts[type] ?? 0, ends[type] ?? 0);
    store.add(found, atMs, code, row);
    return null;
  };
}
