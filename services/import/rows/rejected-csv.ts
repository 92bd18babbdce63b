/** Rejected rows as a CSV that can be mended and imported again: where and why, then the row as it was written. */
import Papa from 'papaparse';
import { eachRejectedRow, listImports } from '../../../db/queries/imports.ts';
import type { ReadableWorkshop } from '../../../db/workshop.ts';
import { isMendedColumn, MENDED_COLUMNS } from '../mapping/mended-columns.ts';

export interface RejectedPiece {
  readonly csv: string;
  readonly rows: number;
  /** Where the next piece begins; null: this was the last. */
  readonly nextOffset: number | null;
}

/**
 * One piece: at most `rows` rows from `offset` on, which is 0 or what the piece before says; the first has the heading.
 * It begins with a byte order mark, without which spreadsheets take UTF-8 for another encoding.
 */
export function rejectedCsv(
  workshop: ReadableWorkshop,
  of: { readonly importId: number; readonly file: string },
  offset: number,
  rows: number,
): RejectedPiece {
  const heading = headingOf(workshop, of);
  // A mended file that was rejected again has them already.
  const own = heading.map(isMendedColumn);
  const withoutOwn = (cells: readonly string[]) => cells.filter((_, index) => own[index] !== true);
  const lines: string[][] = [];
  let nextOffset: number | null = null;
  for (const { position, line, column, value, reason, cells } of eachRejectedRow(
    workshop,
    of.importId,
    of.file,
    offset,
  )) {
    if (lines.length === rows) {
      nextOffset = position;
      break;
    }
    // Of imports of a time when the rows were not kept, the cell at fault is all there is.
    lines.push([String(line), column ?? '', reason, ...(cells === null ? valueAlone(value) : withoutOwn(cells))]);
  }
  const head = offset === 0 ? [[...MENDED_COLUMNS, ...withoutOwn(heading)]] : [];
  const written = [...head, ...lines];
  const csv = written.length === 0 ? '' : `${Papa.unparse(written, { newline: '\r\n' })}\r\n`;
  return { csv: offset === 0 ? `\ufeff${csv}` : csv, rows: lines.length, nextOffset };
}

const valueAlone = (value: string | null): readonly string[] => (value === null ? [] : [value]);

function headingOf(
  workshop: ReadableWorkshop,
  { importId, file }: { readonly importId: number; readonly file: string },
): readonly string[] {
  const found = listImports(workshop).find(({ id }) => id === importId);
  return found?.sources.find(({ name }) => name === file)?.heading ?? [];
}
