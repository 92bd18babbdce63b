/** Activities of a file of any system, by its mapping, row by row as bytes: what cannot be read is rejected with its reason. */
import { fail } from '../../../../core/result.ts';
import { readInstant } from '../../../../core/time/instant.ts';
import { formReaders } from '../../mapping/column-forms.ts';
import { type FileTarget, keptCells, lengthFault } from '../file-target.ts';
import { TIME_REASON } from '../mapped-row.ts';
import type { ActivityReading } from './activity-store.ts';
import { encodeText } from './byte-text.ts';
import { createInstantReader } from './read-instant-bytes.ts';
import { cellsOf, cellText, placeOf, ROWS_PER_BATCH, rowCells, type ScannedRows } from './scan-rows.ts';

/** `isMissing`: folded; cells that mean "not answered". */
export function mappedRowTaker(
  target: FileTarget,
  reading: ActivityReading,
  isMissing: ((cell: string) => boolean) | undefined,
): (rows: ScannedRows) => null {
  const { mapping, table, tally, finder, zones } = target;
  const { headings } = table;
  const indexOf = (column: string | undefined) => (column === undefined ? -1 : headings.indexOf(column.trim()));
  const [lead, at] = [indexOf(mapping.lead), indexOf(mapping.at)];
  const type = mapping.type !== undefined && 'column' in mapping.type ? indexOf(mapping.type.column) : -1;
  const constant = encodeText(mapping.type !== undefined && 'constant' in mapping.type ? mapping.type.constant : '');
  const instantOf = createInstantReader(zones.file);
  /** A token such as 1900-01-01 reads as an instant and is none. */
  const isInstantMissing =
    isMissing !== undefined && mapping.missing.some((token) => readInstant(token.trim().toUpperCase(), 'UTC') !== null);
  const clean = (cell: string) => (isMissing?.(cell) === true ? '' : cell);
  const form = mapping.at === undefined ? undefined : formReaders(mapping).get(mapping.at.trim());
  /** In milliseconds, or why there is none. */
  const instantAt = (rows: ScannedRows, index: number): number | string => {
    if (form !== undefined) {
      const cell = clean(cellText(rows, index, at)).trim();
      const read = cell === '' ? fail(TIME_REASON) : form.read(cell);
      return read.ok ? (readInstant(read.value, zones.file) ?? TIME_REASON) : read.error;
    }
    const cell = (rows.first[index] ?? 0) + at;
    const atMs = instantOf(rows.text, rows.starts[cell] ?? 0, rows.ends[cell] ?? 0);
    const isNone = Number.isNaN(atMs) || (isInstantMissing && clean(cellText(rows, index, at)) === '');
    return isNone ? TIME_REASON : atMs;
  };
  const found = new Int32Array(ROWS_PER_BATCH);
  const takeRow: (rows: ScannedRows, index: number) => void = (rows, index) => {
    const reject = (column: string | null, value: string | null, reason: string): void =>
      tally.reject(
        { table: 'activities', line: table.lineOf(placeOf(rows, index)), column, value, reason },
        keptCells(rowCells(rows, index), mapping, table),
      );
    if (cellsOf(rows, index) !== headings.length) {
      const length = lengthFault(rowCells(rows, index), headings);
      if (length !== null) return reject(null, null, length);
    }
    const { text, first, starts, ends } = rows;
    const base = first[index] ?? 0;
    const atMs = instantAt(rows, index);
    const leadIndex = found[index] ?? -1;
    if (typeof atMs === 'string') {
      reject(mapping.at ?? null, clean(cellText(rows, index, at)), atMs);
    } else if (leadIndex < 0) {
      reading.see(rows, index);
      const cell = cellText(rows, index, lead);
      reject(mapping.lead, cell, finder.reasonOf(leadIndex, cell));
    } else {
      tally.accept('activities');
      const code =
        type < 0
          ? reading.types.codeOf(constant, 0, constant.bytes.length)
          : reading.types.codeOf(text, starts[base + type] ?? 0, ends[base + type] ?? 0);
      reading.add(leadIndex, atMs, code, rows, index);
    }
  };
  return (rows) => {
    finder.findCells(rows, lead, found);
    for (let index = rows.row === 0 ? 1 : 0; index < rows.count; index += 1) takeRow(rows, index);
    return null;
  };
}
