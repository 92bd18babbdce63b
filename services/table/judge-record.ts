import type { CutRecord } from './cut-record.ts';
import type { EncodingName } from './encoding-names.ts';
import type { TableRecord } from './table-record.ts';

/** What was cut out of the text as a record, with what is wrong with its characters and quotation marks. */
export function judgeRecord(cut: CutRecord, line: number, encoding: EncodingName): TableRecord {
  const { cells, quotedCells, hasOddQuotes } = cut;
  return {
    line,
    cells,
    isBlank: quotedCells === 0 && cells.every((cell) => cell.trim() === ''),
    hasOddQuotes,
    fault: damageOf(cut) ?? strangeCharacter(cells, encoding),
  };
}

function damageOf({ damage }: CutRecord): string | null {
  if (damage === null) return null;
  const { kind, column } = damage;
  return kind === 'afterQuote'
    ? `column ${column}: text follows the closing quotation mark; within a cell the mark is written twice`
    : `column ${column}: a quotation mark is opened and not closed in its place; the lines after this one were read as rows of their own`;
}

function strangeCharacter(cells: readonly string[], encoding: EncodingName): string | null {
  for (const [index, cell] of cells.entries()) {
    if (!cell.isWellFormed()) return `column ${index + 1}: ${strangeBytes(cell)} not ${encoding.toUpperCase()}`;
    if (cell.includes('\0')) return `column ${index + 1}: it holds a NUL character`;
  }
  return null;
}

/** The marks of `decodePieces`, in words. */
function strangeBytes(cell: string): string {
  const mark = cell.match(/(?<![\ud800-\udbff])[\udc80-\udcff]/)?.[0];
  if (mark === undefined) return 'it holds bytes that are';
  return `it holds the byte 0x${(mark.charCodeAt(0) - 0xdc00).toString(16).toUpperCase()}, which is`;
}
