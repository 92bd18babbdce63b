/** Activities of a file of any system, by its mapping, row by row as bytes: what cannot be read is rejected with its reason. */
import type { DelimitedMapping } from '../../../api/import.ts';
import { fail } from '../../../core/result.ts';
import { readInstant } from '../../../core/time/instant.ts';
import { formReaders } from '../column-forms.ts';
import type { ImportTally } from '../import-tally.ts';
import type { ActivityStore } from './activity-store.ts';
import { type ByteTable, NOT_THERE } from './byte-table.ts';
import { encodeText } from './byte-text.ts';
import { createInstantReader } from './read-instant-bytes.ts';
import { cellsOf, cellText, placeOf, ROWS_PER_BATCH, type ScannedRows } from './scan-rows.ts';

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

export function mappedRowTaker(target: MappedTarget): (rows: ScannedRows) => null {
  const { name, mapping, headings, leads, store, tally, reasons, isMissing } = target;
  const indexOf = (column: string | undefined) => (column === undefined ? -1 : headings.indexOf(column.trim()));
  const [lead, at] = [indexOf(mapping.lead), indexOf(mapping.at)];
  const type = mapping.type !== undefined && 'column' in mapping.type ? indexOf(mapping.type.column) : -1;
  const constant = encodeText(mapping.type !== undefined && 'constant' in mapping.type ? mapping.type.constant : '');
  const instantOf = createInstantReader(target.timeZone);
  /** A token such as 1900-01-01 reads as an instant and is none. */
  const isInstantMissing =
    isMissing !== undefined && mapping.missing.some((token) => readInstant(token.trim().toUpperCase(), 'UTC') !== null);
  const clean = (cell: string) => (isMissing?.(cell) === true ? '' : cell);
  const form = mapping.at === undefined ? undefined : formReaders(mapping).get(mapping.at.trim());
  /** In milliseconds, or why there is none. */
  const instantAt = (rows: ScannedRows, index: number): number | string => {
    if (form !== undefined) {
      const cell = clean(cellText(rows, index, at)).trim();
      const read = cell === '' ? fail(reasons.time) : form.read(cell);
      return read.ok ? (readInstant(read.value, target.timeZone) ?? reasons.time) : read.error;
    }
    const cell = (rows.first[index] ?? 0) + at;
    const atMs = instantOf(rows.text, rows.starts[cell] ?? 0, rows.ends[cell] ?? 0);
    const isNone = Number.isNaN(atMs) || (isInstantMissing && clean(cellText(rows, index, at)) === '');
    return isNone ? reasons.time : atMs;
  };
  const found = new Int32Array(ROWS_PER_BATCH);
  const takeRow = (rows: ScannedRows, index: number): void => {
    const reject = (column: string | null, value: string | null, reason: string): void =>
      tally.reject({ file: name, table: 'activities', line: placeOf(rows, index).line, column, value, reason });
    if (cellsOf(rows, index) !== headings.length) {
      reject(null, null, reasons.length(cellsOf(rows, index)));
      return;
    }
    const { text, first, starts, ends } = rows;
    const base = first[index] ?? 0;
    const atMs = instantAt(rows, index);
    const leadIndex = found[index] ?? NOT_THERE;
    if (typeof atMs === 'string') {
      reject(mapping.at ?? null, clean(cellText(rows, index, at)), atMs);
    } else if (leadIndex === NOT_THERE) {
      store.see(rows, index);
      reject(mapping.lead, cellText(rows, index, lead), reasons.stranger);
    } else {
      tally.accept('activities');
      const code =
        type < 0
          ? store.types.codeOf(constant, 0, constant.bytes.length)
          : store.types.codeOf(text, starts[base + type] ?? 0, ends[base + type] ?? 0);
      store.add(leadIndex, atMs, code, rows, index);
    }
  };
  return (rows) => {
    leads.findCells(rows, lead, found);
    for (let index = rows.row === 0 ? 1 : 0; index < rows.count; index += 1) takeRow(rows, index);
    return null;
  };
}
