import { cutRecord, type Dialect } from './cut-record.ts';

export const MOST_HEAD_RECORDS = 200;

export interface HeadRecord {
  readonly line: number;
  readonly cells: readonly string[];
  readonly quotedCells: number;
  readonly isBlank: boolean;
  readonly isDamaged: boolean;
}

/** The first records of a file, by a dialect that is being tried; `isWhole`: the text is all there is. */
export function headRecords(text: string, isWhole: boolean, dialect: Dialect, firstLine = 1): readonly HeadRecord[] {
  const records: HeadRecord[] = [];
  let line = firstLine;
  for (let at = 0; at < text.length && records.length < MOST_HEAD_RECORDS; ) {
    const record = cutRecord(text, at, isWhole, dialect);
    if (record === null) break;
    records.push({
      line,
      cells: record.cells,
      quotedCells: record.quotedCells,
      isBlank: record.quotedCells === 0 && record.cells.every((cell) => cell.trim() === ''),
      // An apostrophe that opens a cell and closes within it is an apostrophe.
      isDamaged: record.damage !== null || (dialect.quote === "'" && record.hasOddQuotes),
    });
    line += record.lineEnds;
    at = record.next;
  }
  return records;
}

/** The width that most records have, and how many have it; of equals the wider. Blank and damaged records do not count. */
export function usualWidth(records: readonly HeadRecord[]): { readonly width: number; readonly count: number } {
  const countByWidth = new Map<number, number>();
  for (const { cells, isBlank, isDamaged } of records) {
    if (!isBlank && !isDamaged) countByWidth.set(cells.length, (countByWidth.get(cells.length) ?? 0) + 1);
  }
  let usual = { width: 0, count: 0 };
  for (const [width, count] of countByWidth) {
    if (count > usual.count || (count === usual.count && width > usual.width)) usual = { width, count };
  }
  return usual;
}
