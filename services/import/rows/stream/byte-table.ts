/** Numbers by text, off the heap: about 16 bytes and the text itself for each entry, found without making a string. */
import {
  type ByteText,
  byteText,
  decodeText,
  encodeInto,
  hashBytes,
  MOST_BYTES_OF_A_UNIT,
  sameBytes,
} from './byte-text.ts';
import { ROWS_PER_BATCH, type ScannedRows } from './scan-rows.ts';

export interface ByteTable {
  /** The number kept for the bytes from `start` up to, not including, `end`; `NOT_THERE` without an entry. */
  readonly find: (text: ByteText, start: number, end: number) => number;
  /**
   * The same for the cells `cell + first[i]` of `count` rows, into `found`. All first looks are made before any second:
   * among a million entries each waits for memory, and so they wait together.
   */
  readonly findCells: (rows: ScannedRows, cell: number, found: Int32Array) => void;
  readonly count: () => number;
  /** For bytes that are not there yet; answers the entry. Throws `TooManyTexts`. */
  readonly add: (text: ByteText, start: number, end: number, value: number) => number;
  readonly textOf: (entry: number) => string;
}

export const NOT_THERE = -2;

/** Entries: value, length in bytes, bytes; each begins at a multiple of four. Entry = offset / 4. */
const HEAD_BYTES = 8;
/** A slot: hash, entry + 1 (0: free). Hash and place in one cache line: a look-up among a million ids touches two. */
const SLOT = 2;
const LARGEST_BYTES = 2 ** 29;

/** The texts of one column, or the ids, outgrow what is kept of them. */
export class TooManyTexts extends Error {}

export function createByteTable(largestBytes = LARGEST_BYTES): ByteTable {
  let arena = byteText(new Uint8Array(1 << 12));
  let used = 0;
  let entries = 0;
  let slots = new Int32Array(SLOT << 8);
  let mask = (1 << 8) - 1;

  const place = (hash: number, entry: number): void => {
    let slot = hash & mask;
    while (slots[slot * SLOT + 1] !== 0) slot = (slot + 1) & mask;
    slots[slot * SLOT] = hash;
    slots[slot * SLOT + 1] = entry + 1;
  };
  const growSlots = (): void => {
    const old = slots;
    slots = new Int32Array(old.length * 2);
    mask = mask * 2 + 1;
    for (let at = 0; at < old.length; at += SLOT) {
      const entry = old[at + 1] ?? 0;
      if (entry !== 0) place(old[at] ?? 0, entry - 1);
    }
  };
  const growArena = (bytes: number): void => {
    if (bytes > largestBytes) throw new TooManyTexts(`more than ${largestBytes} bytes of different texts`);
    const larger = new Uint8Array(Math.min(largestBytes, Math.max(bytes, arena.bytes.length * 2)));
    larger.set(arena.bytes.subarray(0, used));
    arena = byteText(larger);
  };

  const isEntry = (entry: number, text: ByteText, start: number, length: number): boolean => {
    const at = (entry - 1) * 4;
    return arena.words.getInt32(at + 4, true) === length && sameBytes(text, start, arena, at + HEAD_BYTES, length);
  };
  const findHashed = (hash: number, text: ByteText, start: number, end: number): number => {
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot * SLOT + 1] ?? 0;
      if (entry === 0) return NOT_THERE;
      if (slots[slot * SLOT] === hash && isEntry(entry, text, start, end - start)) {
        return arena.words.getInt32((entry - 1) * 4, true);
      }
    }
  };
  const hashes = new Int32Array(ROWS_PER_BATCH);
  const looked = new Int32Array(ROWS_PER_BATCH);
  return {
    find: (text, start, end) => findHashed(hashBytes(text, start, end), text, start, end),
    findCells: ({ text, count, first, starts, ends }, cell, found) => {
      for (let row = 0; row < count; row += 1) {
        const index = (first[row] ?? 0) + cell;
        hashes[row] = hashBytes(text, starts[index] ?? 0, ends[index] ?? 0);
      }
      for (let row = 0; row < count; row += 1) {
        const hash = hashes[row] ?? 0;
        let slot = hash & mask;
        let entry = slots[slot * SLOT + 1] ?? 0;
        while (entry !== 0 && slots[slot * SLOT] !== hash) {
          slot = (slot + 1) & mask;
          entry = slots[slot * SLOT + 1] ?? 0;
        }
        looked[row] = entry;
      }
      for (let row = 0; row < count; row += 1) {
        const index = (first[row] ?? 0) + cell;
        const start = starts[index] ?? 0;
        const end = ends[index] ?? 0;
        const entry = looked[row] ?? 0;
        if (entry === 0) found[row] = NOT_THERE;
        else if (isEntry(entry, text, start, end - start)) found[row] = arena.words.getInt32((entry - 1) * 4, true);
        // Another text of the same hash came first.
        else found[row] = findHashed(hashes[row] ?? 0, text, start, end);
      }
    },
    count: () => entries,
    add: (text, start, end, value) => {
      const length = end - start;
      const at = used;
      const next = at + HEAD_BYTES + ((length + 3) & ~3);
      if (next > arena.bytes.length) growArena(next);
      arena.words.setInt32(at, value, true);
      arena.words.setInt32(at + 4, length, true);
      arena.bytes.set(text.bytes.subarray(start, end), at + HEAD_BYTES);
      used = next;
      entries += 1;
      if (entries * 2 > mask) growSlots();
      place(hashBytes(text, start, end), at / 4);
      return at / 4;
    },
    textOf: (entry) => {
      const at = entry * 4 + HEAD_BYTES;
      return decodeText(arena, at, at + arena.words.getInt32(entry * 4 + 4, true));
    },
  };
}

/** Each text with its place in the list. */
export function tableOfTexts(texts: readonly string[]): ByteTable {
  const table = createByteTable();
  // One room for all of them: a million buffers of their own take a second.
  let room = byteText(new Uint8Array(1 << 10));
  for (let index = 0; index < texts.length; index += 1) {
    const one = texts[index] ?? '';
    const most = one.length * MOST_BYTES_OF_A_UNIT;
    if (most > room.bytes.length) room = byteText(new Uint8Array(most));
    table.add(room, 0, encodeInto(one, room), index);
  }
  return table;
}
