/** Numbers by text, off the heap: about 16 bytes and the text itself for each entry, found without making a string. */
import { type ByteText, byteText, decodeText, encodeText, hashBytes, sameBytes } from './byte-text.ts';

export interface ByteTable {
  /** The number kept for the bytes from `start` up to, not including, `end`; `NOT_THERE` without an entry. */
  readonly find: (text: ByteText, start: number, end: number) => number;
  /** For bytes that are not there yet; answers the entry. A RangeError when the table would outgrow its limit. */
  readonly add: (text: ByteText, start: number, end: number, value: number) => number;
  readonly textOf: (entry: number) => string;
}

export const NOT_THERE = -2;

/** Entries: value, length in bytes, bytes; each begins at a multiple of four. Entry = offset / 4. */
const HEAD_BYTES = 8;
/** A slot: hash, entry + 1 (0: free). Hash and place in one cache line: a look-up among a million ids touches two. */
const SLOT = 2;
const LARGEST_ARENA_BYTES = 2 ** 30;

export function createByteTable(): ByteTable {
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
    if (bytes > LARGEST_ARENA_BYTES) throw new RangeError('the texts of a table outgrow its limit');
    const larger = new Uint8Array(Math.min(LARGEST_ARENA_BYTES, Math.max(bytes, arena.bytes.length * 2)));
    larger.set(arena.bytes.subarray(0, used));
    arena = byteText(larger);
  };

  return {
    find: (text, start, end) => {
      const hash = hashBytes(text, start, end);
      const length = end - start;
      let slot = hash & mask;
      for (;;) {
        const entry = slots[slot * SLOT + 1] ?? 0;
        if (entry === 0) return NOT_THERE;
        if (slots[slot * SLOT] === hash) {
          const at = (entry - 1) * 4;
          if (arena.words.getInt32(at + 4, true) === length && sameBytes(text, start, arena, at + HEAD_BYTES, length)) {
            return arena.words.getInt32(at, true);
          }
        }
        slot = (slot + 1) & mask;
      }
    },
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
  for (const [index, one] of texts.entries()) {
    const text = encodeText(one);
    table.add(text, 0, text.bytes.length, index);
  }
  return table;
}
