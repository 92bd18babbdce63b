/** Tables as files for other systems. No cell of theirs is ever a formula (RELIABILITY.md, formula injection). */
import { Buffer } from 'node:buffer';
import Papa from 'papaparse';
import { LIST_COLUMNS, type ListCell } from './list-table.ts';

/** CSV: UTF-8 with a mark, since spreadsheets read it otherwise, CRLF. A text that could be a formula gets a quote before it. */
export function listCsv(rows: readonly (readonly ListCell[])[]): string {
  const texts = rows.map((row) => row.map(cellText));
  return `\uFEFF${Papa.unparse([[...LIST_COLUMNS], ...texts], { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
}

/** With the control characters and the full-width forms that OWASP names. */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/u;

/** Numbers stay numbers: Papa leaves what is no text alone. */
function cellText(cell: ListCell): string | number | null {
  return cell instanceof Date ? minuteText(cell) : cell;
}

/** "2026-03-02 15:30". */
const minuteText = (at: Date): string => at.toISOString().slice(0, 16).replace('T', ' ');

/** An Excel workbook of one sheet. Texts are written as texts, moments as dates. */
export async function listWorkbook(name: string, rows: readonly (readonly ListCell[])[]): Promise<Buffer> {
  // Loaded when the first workbook is written: no start of the app waits for it.
  const { writeXlsx } = await import('hucre/xlsx');
  const bytes = await writeXlsx({
    sheets: [
      {
        name,
        columns: WIDTHS.map((width, column) => (MOMENTS.has(column) ? { width, numFmt: MOMENT } : { width })),
        rows: [[...LIST_COLUMNS], ...rows.map((row) => [...row])],
        freezePane: { rows: 1 },
      },
    ],
  });
  return Buffer.from(bytes);
}

/** In characters, in the order of the columns. */
const WIDTHS = [16, 17, 36, 56, 16, 24, 13, 10, 8, 17, 17, 16, 40, 18];
const MOMENTS = new Set((['due date', 'reached', 'last activity'] as const).map((name) => LIST_COLUMNS.indexOf(name)));
const MOMENT = 'yyyy-mm-dd hh:mm';
