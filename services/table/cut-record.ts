/**
 * One record of delimited text (RFC 4180, any delimiter, either quotation mark, lines ending with CR, LF or both). What
 * is damaged is cut all the same and says so. A quotation that swallows line ends and is not closed in its place ends its
 * record at the first of them, and the lines after it are records again.
 */

export interface Dialect {
  readonly delimiter: string;
  readonly quote: '"' | "'";
}

export interface CutRecord {
  readonly cells: readonly string[];
  /** Where the next record begins. */
  readonly next: number;
  /** Line ends from its beginning up to `next`. */
  readonly lineEnds: number;
  readonly quotedCells: number;
  /** A cell begins with a closed quotation and goes on after it: it is taken as it is written. */
  readonly hasOddQuotes: boolean;
  /** Number of the first cell, from 1, whose quotation marks are out of place. */
  readonly damage: { readonly kind: 'afterQuote' | 'notClosed'; readonly column: number } | null;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Null: it does not end within `text`, and more is to come. With `isLast`, or at a line end, a record always ends. */
export function cutRecord(
  text: string,
  from: number,
  isLast: boolean,
  { delimiter, quote }: Dialect,
): CutRecord | null {
  const separator = delimiter.charCodeAt(0);
  const mark = quote.charCodeAt(0);
  const end = text.length;
  const cells: string[] = [];
  let damage: CutRecord['damage'] = null;
  let quotedCells = 0;
  let hasOddQuotes = false;
  let lineEnds = 0;
  let at = from;
  for (;;) {
    const cellStart = at;
    let quoted = '';
    const isQuoted = text.charCodeAt(at) === mark;
    if (isQuoted) {
      quotedCells += 1;
      const closed = closingQuote(text, at + 1, quote);
      if (closed.at < 0) {
        if (!isLast) return null;
        return endedByLine(text, cellStart, { cells, lineEnds, quotedCells, hasOddQuotes });
      }
      // The next character decides whether the mark was a closing one.
      if (closed.at + 1 >= end && !isLast) return null;
      quoted = text.slice(at + 1, closed.at);
      if (closed.isDoubled) quoted = quoted.replaceAll(quote + quote, quote);
      at = closed.at + 1;
    }
    const quotedLineEnds = countLineEnds(quoted);
    const start = at;
    let code = text.charCodeAt(at);
    while (at < end && code !== separator && code !== LINE_FEED && code !== CARRIAGE_RETURN) {
      at += 1;
      code = text.charCodeAt(at);
    }
    if (at >= end && !isLast) return null;
    const plain = at === start ? '' : text.slice(start, at);
    if (plain === '' || !isQuoted) cells.push(quoted + plain);
    else if (isWithoutMeaning(quoted, delimiter)) {
      hasOddQuotes = true;
      cells.push(text.slice(cellStart, at));
    } else if (quotedLineEnds > 0) return endedByLine(text, cellStart, { cells, lineEnds, quotedCells, hasOddQuotes });
    else {
      damage ??= { kind: 'afterQuote', column: cells.length + 1 };
      cells.push(quoted + plain);
    }
    lineEnds += quotedLineEnds;
    if (at >= end) return { cells, next: end, lineEnds, quotedCells, hasOddQuotes, damage };
    if (code === separator) {
      at += 1;
      continue;
    }
    if (code === CARRIAGE_RETURN) {
      if (at + 1 >= end && !isLast) return null;
      if (text.charCodeAt(at + 1) === LINE_FEED) at += 1;
    }
    return { cells, next: at + 1, lineEnds: lineEnds + 1, quotedCells, hasOddQuotes, damage };
  }
}

/** The record whose cell at `cellStart` opens a quotation that is none: up to the end of the line. */
function endedByLine(
  text: string,
  cellStart: number,
  {
    cells,
    lineEnds,
    quotedCells,
    hasOddQuotes,
  }: Pick<CutRecord, 'cells' | 'lineEnds' | 'quotedCells' | 'hasOddQuotes'>,
): CutRecord {
  let at = cellStart;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
  const isPair = text[at] === '\r' && text[at + 1] === '\n';
  return {
    cells: [...cells, text.slice(cellStart, at)],
    next: Math.min(text.length, at + (isPair ? 2 : 1)),
    lineEnds: lineEnds + (at < text.length ? 1 : 0),
    quotedCells,
    hasOddQuotes,
    damage: { kind: 'notClosed', column: cells.length + 1 },
  };
}

/** Marks around this changed nothing: cut as plain text the record would be the same. */
const isWithoutMeaning = (quoted: string, delimiter: string): boolean =>
  !quoted.includes(delimiter) && !quoted.includes('\n') && !quoted.includes('\r');

/** Of the first mark that is not doubled; -1 where the text ends before. */
function closingQuote(text: string, from: number, quote: string): { readonly at: number; readonly isDoubled: boolean } {
  let isDoubled = false;
  for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at + 2)) {
    if (text[at + 1] !== quote) return { at, isDoubled };
    isDoubled = true;
  }
  return { at: -1, isDoubled };
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) count += 1;
  }
  return count;
}
