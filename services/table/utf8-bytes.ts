/** What is UTF-8 in bytes and what is not. */
import type { Buffer } from 'node:buffer';

/** How many bytes at the end begin a character that is not whole: 0 to 3. */
export function cutOffBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** Where the first byte is that does not fit; the length where all do (Unicode standard, table 3-7). */
export function firstBadByte(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const more =
      lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
    if (more === 0) return at;
    const second = bytes[at + 1] ?? 0;
    const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (second < lowest || second > highest) return at;
    for (let next = 2; next <= more; next += 1) {
      const byte = bytes[at + next] ?? 0;
      if (byte < 0x80 || byte > 0xbf) return at;
    }
    at += 1 + more;
  }
  return at;
}

/** A byte that is no character, as the lone surrogate U+DC00 + byte: text with one in it is not well formed. */
export const markOfByte = (byte: number): string => String.fromCharCode(0xdc00 + byte);

/** The text, with a mark for each byte that does not fit. */
export function decodeMarking(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const bad = firstBadByte(bytes, at);
    text += bytes.toString('utf8', at, bad);
    const byte = bytes[bad];
    if (byte !== undefined) text += markOfByte(byte);
    at = bad + 1;
  }
  return text;
}
