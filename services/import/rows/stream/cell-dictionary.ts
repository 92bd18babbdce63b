/** The distinct cells of one column of a file that is read as bytes; what `growingColumn` of core is for rows in memory. */
import { createKindTracker } from '../../../../core/history/cell.ts';
import { growingInt32 } from '../../../../core/history/growing-column.ts';
import { type ColumnKind, MISSING } from '../../../../core/history/history.ts';
import { createByteTable, NOT_THERE } from './byte-table.ts';
import { type ByteText, decodeText, encodeText, isBlankByte } from './byte-text.ts';

export interface CellDictionary {
  /** The code of a cell, trimmed here; `MISSING` for an empty one. */
  readonly codeOf: (text: ByteText, start: number, end: number) => number;
  /** Lets a cell of a row that is left out count for the column's kind. */
  readonly see: (text: ByteText, start: number, end: number) => void;
  readonly kind: () => ColumnKind;
  readonly count: () => number;
  readonly cellOf: (code: number) => string;
}

export interface DictionaryOptions {
  /** Overrules what the cells allow. */
  readonly kind?: ColumnKind | undefined;
  /** Cells of an earlier import, which keep their codes. */
  readonly cells?: readonly string[] | undefined;
}

export function createCellDictionary({ kind, cells = [] }: DictionaryOptions): CellDictionary {
  const codes = createByteTable();
  const entryByCode = growingInt32();
  let entries = entryByCode.values();
  const tracker = createKindTracker();
  let isDecided = kind !== undefined;
  const track = (cell: string): void => {
    tracker.see(cell);
    // Text is what is left when no other kind fits, so no further cell can change it.
    isDecided = tracker.kind() === 'text';
  };
  const addCell = (text: ByteText, start: number, end: number): number => {
    const code = entryByCode.length();
    entryByCode.push(codes.add(text, start, end, code));
    return code;
  };
  for (const [code, cell] of cells.entries()) {
    const text = encodeText(cell);
    entryByCode.push(codes.add(text, 0, text.bytes.length, code));
    if (!isDecided) track(cell);
  }
  /** A cell not met before, its white space of ASCII gone. */
  const admit = (text: ByteText, start: number, end: number): number => {
    const mayHoldSpace = isForeign(text.bytes[start]) || isForeign(text.bytes[end - 1]);
    if (isDecided && !mayHoldSpace) return addCell(text, start, end);
    const written = decodeText(text, start, end);
    const cell = written.trim();
    if (cell === '') {
      codes.add(text, start, end, MISSING);
      return MISSING;
    }
    if (cell !== written) {
      const trimmed = encodeText(cell);
      const known = codes.find(trimmed, 0, trimmed.bytes.length);
      const code = known === NOT_THERE ? admit(trimmed, 0, trimmed.bytes.length) : known;
      codes.add(text, start, end, code);
      return code;
    }
    if (!isDecided) track(cell);
    return addCell(text, start, end);
  };
  return {
    codeOf: (text, start, end) => {
      let [first, last] = [start, end];
      while (first < last && isBlankByte(text.bytes[first])) first += 1;
      while (first < last && isBlankByte(text.bytes[last - 1])) last -= 1;
      if (first === last) return MISSING;
      const code = codes.find(text, first, last);
      return code === NOT_THERE ? admit(text, first, last) : code;
    },
    see: (text, start, end) => {
      if (isDecided) return;
      const cell = decodeText(text, start, end).trim();
      if (cell !== '') track(cell);
    },
    kind: () => kind ?? tracker.kind(),
    count: () => entryByCode.length(),
    cellOf: (code) => {
      if (entries.length !== entryByCode.length()) entries = entryByCode.values();
      return codes.textOf(entries[code] ?? 0);
    },
  };
}

/** White space beyond ASCII begins and ends with such bytes. */
const isForeign = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80;
