import type { EncodingName } from '../../services/table/encoding-names.ts';

/** The bytes of a text in an encoding of one byte a character, or in UTF-8 or UTF-16, without a byte order mark; throws where a character is none of it. */
export function encodeAs(text: string, encoding: EncodingName): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const byteOf = singleBytes(encoding);
  return Buffer.from(
    Array.from(text, (character) => {
      const byte = byteOf.get(character);
      if (byte === undefined) throw new Error(`${encoding} has no ${character}`);
      return byte;
    }),
  );
}

/** By character, what the decoder makes of each byte; the tables of the encoding standard, turned round. */
function singleBytes(encoding: EncodingName): ReadonlyMap<string, number> {
  const decoder = new TextDecoder(encoding);
  const pairs = Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const);
  return new Map(pairs.filter(([character]) => character !== '\ufffd').reverse());
}
