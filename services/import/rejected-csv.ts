/** Rejected rows as a CSV that can be mended and imported again: where and why, then the row as it was written. */
import Papa from 'papaparse';
import { eachRejectedRow, listImports } from '../../db/queries/imports.ts';
import type { ReadableWorkshop } from '../../db/workshop.ts';

/** Columns of Accord's own, which an import leaves out again. */
const REJECTED_COLUMNS = ['accord line', 'accord column', 'accord reason'] as const;

/** One piece: at most `rows` rows from `offset` on; the first has the heading. */
export function rejectedCsv(
  workshop: ReadableWorkshop,
  importId: number,
  file: string,
  offset: number,
  rows: number,
): { readonly csv: string; readonly nextOffset: number | null } {
  const lines: string[][] = [];
  if (offset === 0) lines.push([...REJECTED_COLUMNS, ...headingOf(workshop, importId, file)]);
  let position = 0;
  let nextOffset: number | null = null;
  for (const { line, column, value, reason, cells } of eachRejectedRow(workshop, importId, file)) {
    position += 1;
    if (position <= offset) continue;
    if (position > offset + rows) {
      nextOffset = offset + rows;
      break;
    }
    // Of imports of a time when the rows were not kept, the cell at fault is all there is.
    lines.push([String(line), column ?? '', reason, ...(cells ?? (value === null ? [] : [value]))]);
  }
  const csv = lines.length === 0 ? '' : `${Papa.unparse(lines, { newline: '\r\n' })}\r\n`;
  return { csv, nextOffset };
}

function headingOf(workshop: ReadableWorkshop, importId: number, file: string): readonly string[] {
  const found = listImports(workshop).find(({ id }) => id === importId);
  return found?.sources.find(({ name }) => name === file)?.heading ?? [];
}
