/** Texts as UTF-8 bytes in a larger buffer: what a file of millions of rows is read as, so that few cells ever become strings. */
import { Buffer } from 'node:buffer';

export interface ByteText {
  readonly bytes: Uint8Array;
  /** The same bytes: makes strings without a view for each. */
  readonly buffer: Buffer;
  /** Over the same buffer, for words of four bytes. */
  readonly words: DataView;
}

export function byteText(bytes: Uint8Array): ByteText {
  const { buffer, byteOffset, byteLength } = bytes;
  return {
    bytes,
    buffer: Buffer.from(buffer, byteOffset, byteLength),
    words: new DataView(buffer, byteOffset, byteLength),
  };
}

const encoder = new TextEncoder();

/** A UTF-16 unit is at most so many bytes. */
export const MOST_BYTES_OF_A_UNIT = 3;

/** Writes the text to where `room` begins, which has to be large enough; answers the number of bytes. */
export const encodeInto = (text: string, room: ByteText): number => encoder.encodeInto(text, room.bytes).written;

export const encodeText = (text: string): ByteText => byteText(encoder.encode(text));

/** A byte order mark is a character as any other. */
export const decodeText = ({ buffer }: ByteText, start: number, end: number): string =>
  buffer.toString('utf8', start, end);

/** Four bytes a step; the last step may overlap the one before. */
export function hashBytes({ bytes, words }: ByteText, start: number, end: number): number {
  const last = end - 4;
  let hash = Math.imul(end - start, 0x9e3779b1);
  if (last < start) {
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x85ebca6b);
  } else {
    for (let at = start; at < last; at += 4) hash = mix(hash, words.getInt32(at, true));
    hash = mix(hash, words.getInt32(last, true));
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return hash ^ (hash >>> 15);
}

const mix = (hash: number, word: number): number => {
  const mixed = Math.imul(hash ^ word, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
};

export function sameBytes(left: ByteText, leftAt: number, right: ByteText, rightAt: number, length: number): boolean {
  const last = length - 4;
  if (last < 0) {
    for (let at = 0; at < length; at += 1) if (left.bytes[leftAt + at] !== right.bytes[rightAt + at]) return false;
    return true;
  }
  for (let at = 0; at < last; at += 4) {
    if (left.words.getInt32(leftAt + at, true) !== right.words.getInt32(rightAt + at, true)) return false;
  }
  return left.words.getInt32(leftAt + last, true) === right.words.getInt32(rightAt + last, true);
}

/** White space of ASCII, as `trim` takes it. */
export const isBlankByte = (byte: number | undefined): boolean =>
  byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);
