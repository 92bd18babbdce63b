/**
 * Bytes to text, piece by piece. No U+FFFD is ever invented: bytes that are no character of the encoding become a lone
 * surrogate, so that the record which holds them is not well formed and can be told from one that holds a real U+FFFD.
 */
import { Buffer, isUtf8 } from 'node:buffer';
import { type EncodingName, isUtf16 } from './encoding-names.ts';
import { cutOffBytes, decodeMarking, markOfByte } from './utf8-bytes.ts';

export interface PieceDecoder {
  /** Null: the end of the file. */
  readonly decode: (bytes: Buffer | null) => string;
}

export function createPieceDecoder(encoding: EncodingName): PieceDecoder {
  if (encoding === 'utf-8')
    return byWholeCharacters(cutOffBytes, (bytes) => (isUtf8(bytes) ? bytes.toString('utf8') : decodeMarking(bytes)));
  if (isUtf16(encoding)) {
    // Node decodes without judging: a surrogate that stands alone stays one.
    return byWholeCharacters(
      (bytes) => bytes.length % 2,
      (bytes) => (encoding === 'utf-16le' ? bytes : Buffer.from(bytes).swap16()).toString('utf16le'),
    );
  }
  const decoder = new TextDecoder(encoding);
  return {
    decode: (bytes) => {
      const text = bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
      // None of these can write U+FFFD (gb18030 can, and nobody does), so it stands for bytes without a character.
      return text.replaceAll('\ufffd', UNKNOWN_BYTES);
    },
  };
}

/** Bytes that no encoding but UTF-8 lets us name one by one. */
const UNKNOWN_BYTES = '\udc00';

function byWholeCharacters(cutOff: (bytes: Buffer) => number, decode: (bytes: Buffer) => string): PieceDecoder {
  let cut: Buffer = Buffer.alloc(0);
  return {
    decode: (bytes) => {
      if (bytes === null) return [...cut].map(markOfByte).join('');
      const joined = cut.length === 0 ? bytes : Buffer.concat([cut, bytes]);
      const whole = joined.length - cutOff(joined);
      cut = Buffer.from(joined.subarray(whole));
      return decode(joined.subarray(0, whole));
    },
  };
}

/** How many bytes a text took in the file. */
export function encodedBytes(text: string, encoding: EncodingName): number {
  if (isUtf16(encoding)) return text.length * 2;
  if (encoding !== 'utf-8') return text.length;
  let bytes = Buffer.byteLength(text);
  // A mark stands for one byte and would be written as three.
  if (!text.isWellFormed()) bytes -= 2 * (text.match(/(?<![\ud800-\udbff])[\udc00-\udcff]/g)?.length ?? 0);
  return bytes;
}
