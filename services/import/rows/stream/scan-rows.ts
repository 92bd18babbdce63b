/**
 * Cuts rows out of UTF-8 bytes without making strings: cells without quotation marks, and cells that are quoted from
 * their first byte to their last. A row written in any other way is left to papaparse.
 */
import type { RowPlace } from '../../source/parse-piece.ts';
import { type ByteText, decodeText } from './byte-text.ts';

/** Rows one after the other, which change with the next ones. Row i has the cells `first[i]` up to, not including, `first[i + 1]`. */
export interface ScannedRows {
  readonly text: ByteText;
  readonly count: number;
  readonly first: Int32Array;
  /** Where the cells begin and end, without their quotation marks. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Of each row, as in `RowPlace`. */
  readonly lines: Int32Array;
  /** Number of the first of these rows, as in `RowPlace`. */
  readonly row: number;
}

export const cellsOf = ({ first }: ScannedRows, index: number): number => (first[index + 1] ?? 0) - (first[index] ?? 0);

export const placeOf = ({ lines, row }: ScannedRows, index: number): RowPlace => ({
  line: lines[index] ?? 0,
  row: row + index,
});

/** Cell `cell` of row `index`. */
export function cellText({ text, first, starts, ends }: ScannedRows, index: number, cell: number): string {
  const at = (first[index] ?? 0) + cell;
  return decodeText(text, starts[at] ?? 0, ends[at] ?? 0);
}

/** All cells of row `index`. */
export const rowCells = (rows: ScannedRows, index: number): readonly string[] =>
  Array.from({ length: cellsOf(rows, index) }, (_, cell) => cellText(rows, index, cell));

/** At most so many rows at a time. */
export const ROWS_PER_BATCH = 512;

export interface Scan {
  /** Where the first row begins that was not taken. */
  readonly at: number;
  /** `end`: no whole row follows; `odd`: it is not written in a usual way; `stopped`: `take` wanted no more. */
  readonly why: 'end' | 'odd' | 'stopped';
}

export interface RowScanner {
  /**
   * Takes the rows from `from` up to, not including, `to`; a row begins at `from`. The byte at `to` must exist and is
   * overwritten: a line feed there spares the loops every other end. Cells with doubled quotation marks shrink in place.
   */
  readonly scan: (text: ByteText, from: number, to: number, isLast: boolean) => Scan;
  readonly place: { line: number; row: number };
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x22;
const UNFINISHED = -1;
const ODD = -2;

/** `take` answers false to stop. Blank lines are no rows. */
export function createRowScanner(delimiter: string, take: (rows: ScannedRows) => boolean): RowScanner {
  const comma = delimiter.charCodeAt(0);
  /** No byte beyond it has a meaning of its own. */
  const highest = Math.max(comma, QUOTE);
  const place = { line: 1, row: 0 };
  const first = new Int32Array(ROWS_PER_BATCH + 1);
  const lines = new Int32Array(ROWS_PER_BATCH);
  let starts = new Int32Array(ROWS_PER_BATCH * 8);
  let ends = new Int32Array(ROWS_PER_BATCH * 8);
  const doubled: number[] = [];
  let breaks = 0;

  /** From the byte after the opening mark to the closing one. */
  const endOfQuoted = (bytes: Uint8Array, from: number, to: number, cell: number): number => {
    let isDoubled = false;
    for (let at = from; ; at += 1) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        if (at + 1 >= to || bytes[at + 1] !== QUOTE) {
          if (isDoubled) doubled.push(cell);
          return at;
        }
        isDoubled = true;
        at += 1;
      } else if (byte === LINE_FEED) {
        if (at >= to) return UNFINISHED;
        breaks += 1;
      } else if (byte === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED) breaks += 1;
    }
  };
  /** The byte after the row that begins at `from`, or UNFINISHED or ODD; `place` is still that of the row. */
  const scanRow = (bytes: Uint8Array, from: number, to: number, firstCell: number): number => {
    let begins = starts;
    let finishes = ends;
    const separator = comma;
    const limit = highest;
    let at = from;
    for (let cell = firstCell; ; cell += 1) {
      if (cell === begins.length) {
        begins = longer(starts);
        finishes = longer(ends);
        starts = begins;
        ends = finishes;
      }
      let byte = bytes[at] ?? 0;
      if (byte === QUOTE) {
        begins[cell] = at + 1;
        at = endOfQuoted(bytes, at + 1, to, cell);
        if (at < 0) return UNFINISHED;
        finishes[cell] = at;
        const isAfterReturn = bytes[at - 1] === CARRIAGE_RETURN;
        at += 1;
        if (bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED && at + 1 < to) at += 1;
        byte = bytes[at] ?? 0;
        // The parser takes a return before the last closing mark for part of the line's end.
        if (byte !== comma && (byte !== LINE_FEED || isAfterReturn)) return ODD;
      } else {
        const start = at;
        while (byte > limit || (byte !== separator && byte !== LINE_FEED && byte !== QUOTE)) {
          if (byte === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED) breaks += 1;
          at += 1;
          byte = bytes[at] ?? 0;
        }
        if (byte === QUOTE) return ODD;
        begins[cell] = start;
        finishes[cell] = byte === LINE_FEED && at > start && bytes[at - 1] === CARRIAGE_RETURN ? at - 1 : at;
      }
      if (byte === LINE_FEED) {
        nextCell = cell + 1;
        return at + 1;
      }
      at += 1;
    }
  };
  /** After the cells of the row scanned last. */
  let nextCell = 0;
  const unquote = ({ bytes }: ByteText): void => {
    for (const cell of doubled) {
      let to = starts[cell] ?? 0;
      const end = ends[cell] ?? 0;
      for (let at = to; at < end; at += 1) {
        bytes[to++] = bytes[at] ?? 0;
        if (bytes[at] === QUOTE) at += 1;
      }
      ends[cell] = to;
    }
    doubled.length = 0;
  };
  return {
    place,
    scan: (text, from, to, isLast) => {
      const { bytes } = text;
      bytes[to] = LINE_FEED;
      let at = from;
      let why: Scan['why'] = 'end';
      while (at < to && why === 'end') {
        let count = 0;
        const { row } = place;
        while (count < ROWS_PER_BATCH && at < to) {
          const cell = first[count] ?? 0;
          breaks = 0;
          const next = scanRow(bytes, at, to, cell);
          if (next < 0 || (next > to && !isLast)) {
            doubled.length = 0;
            why = next === ODD || isLast ? 'odd' : 'end';
            break;
          }
          if (doubled.length > 0) unquote(text);
          at = next;
          const isBlank = nextCell === cell + 1 && starts[cell] === ends[cell];
          if (!isBlank) {
            lines[count] = place.line;
            count += 1;
            first[count] = nextCell;
            place.row += 1;
          }
          place.line += 1 + breaks;
        }
        if (count > 0 && !take({ text, count, first, starts, ends, lines, row })) return { at, why: 'stopped' };
        if (count < ROWS_PER_BATCH) break;
      }
      return { at: Math.min(at, to), why };
    },
  };
}

function longer(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(array.length * 2);
  copy.set(array);
  return copy;
}
