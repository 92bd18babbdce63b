/** One piece of a delimited file by papaparse, which alone judges quotation marks; rows that it completes go to `take`. */
import Papa from 'papaparse';
import { badSource, type SourceFault } from './source-fault.ts';

export interface RowPlace {
  /** In the file, 1 the first; a row with line breaks in its cells counts from where it begins. */
  readonly line: number;
  /** 0 is the heading. */
  readonly row: number;
}

export type TakeCells = (cells: readonly string[], place: RowPlace) => SourceFault | 'enough' | null;

export interface ParsedPiece {
  /** A fault, or what `take` answered that ends the reading. */
  readonly end: SourceFault | 'enough' | null;
  /** What follows the last whole row. */
  readonly rest: string;
  readonly next: RowPlace;
  /** Line with the first U+FFFD that the file itself holds. */
  readonly damagedLine: number | null;
}

/** No cell of a table is this long: a quotation mark was opened and never closed. */
export const LONGEST_ROW = 1 << 24;

export type LineEnding = '\n' | '\r';

/** Parses pieces that each begin with a row. Blank lines are no rows. Quotation marks out of place are a fault. */
export function createPieceParser(name: string, delimiter: string, newline: LineEnding, take: TakeCells) {
  const parser = new Papa.Parser({ delimiter, newline });
  return (text: string, isLast: boolean, place: RowPlace): ParsedPiece => {
    let { line, row } = place;
    let damagedLine: number | null = null;
    const ended = (end: SourceFault | 'enough' | null, rest: string): ParsedPiece => ({
      end,
      rest,
      next: { line, row },
      damagedLine,
    });
    const { data, errors, meta } = parser.parse(text, 0, !isLast) as Parsed;
    // A cut-off last row is parsed again with the next piece: what it seemed to lack may be there.
    const fault = errors.find((error) => isLast || error.row < data.length);
    for (const [index, cells] of data.entries()) {
      if (index === fault?.row) return ended(quoteFault(name, line), '');
      const last = cells.length - 1;
      if (cells[last]?.endsWith('\r')) cells[last] = cells[last].slice(0, -1);
      if (damagedLine === null && cells.some((cell) => cell.includes('\ufffd'))) damagedLine = line;
      const isBlank = cells.length === 1 && cells[0] === '';
      const answer = isBlank ? null : take(cells, { line, row });
      if (answer !== null) return ended(answer, '');
      if (!isBlank) row += 1;
      line += 1 + lineBreaksIn(cells);
    }
    const rest = isLast ? '' : text.slice(meta.cursor);
    return ended(fault === undefined && rest.length <= LONGEST_ROW ? null : quoteFault(name, line), rest);
  };
}

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

/**
 * CR alone ended lines on old Macs. All other files are cut at LF, and the CR that may stand before it taken off row by
 * row, so that a file put together from CRLF and LF parts reads as well.
 */
export function lineEnding(head: string): LineEnding {
  return head.includes('\n') || !head.includes('\r') ? '\n' : '\r';
}

function lineBreaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    if (cell.includes('\n') || cell.includes('\r')) breaks += cell.match(/\r\n|\r|\n/g)?.length ?? 0;
  }
  return breaks;
}

export const quoteFault = (name: string, line: number): SourceFault =>
  badSource(
    `${name} cannot be read from line ${line} on: a quotation mark is opened there and not closed in its place.`,
    'Correct the quotation marks of that line (a quotation mark within a cell is written twice), or export the file anew.',
  );
