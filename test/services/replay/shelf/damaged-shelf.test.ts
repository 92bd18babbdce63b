import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PackedParts } from '../../../../services/replay/packed/packed-history.ts';
import { shelfPath } from '../../../../services/replay/shelf/packed-shelf.ts';
import {
  checksumOf,
  HEAD_BYTES,
  parseHead,
  SHELF_FORMAT,
  shelfHead,
} from '../../../../services/replay/shelf/shelf-format.ts';
import { keepAt, shelfAt, workshopPathOf } from './shelf-case.ts';

const SEED = 20_251_125;

/** A kept file, and what is taken of it once it holds other bytes. */
async function keptFile() {
  const path = workshopPathOf();
  const { key } = await keepAt(path);
  const file = shelfPath(path, 'baseline');
  const whole = readFileSync(file);
  return {
    whole,
    taken: (bytes: Uint8Array): PackedParts | null => {
      writeFileSync(file, bytes);
      return shelfAt(path).take(key, 'baseline');
    },
  };
}

const flipped = (bytes: Buffer, position: number, mask: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[position] = (copy[position] ?? 0) ^ mask;
  return copy;
};

describe('a kept file', () => {
  it('is taken while it is whole', async () => {
    const { whole, taken } = await keptFile();
    expect(taken(whole)).not.toBeNull();
  });

  it('is not trusted with any of its bytes changed', async () => {
    const { whole, taken } = await keptFile();
    const anywhere = fc.nat(whole.length - 1);
    const inFront = fc.nat(HEAD_BYTES + 200);
    fc.assert(
      fc.property(fc.oneof(anywhere, inFront), fc.integer({ min: 1, max: 255 }), (position, mask) => {
        expect(taken(flipped(whole, position, mask))).toBeNull();
      }),
      { numRuns: 600, seed: SEED },
    );
  });

  it('is not trusted when it ends early, or goes on', async () => {
    const { whole, taken } = await keptFile();
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (length) => {
        expect(taken(whole.subarray(0, length))).toBeNull();
        expect(taken(Buffer.concat([whole, whole.subarray(0, 1 + (length % 99))]))).toBeNull();
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it('is not trusted with a run of zeros in it, as a power cut leaves', async () => {
    const { whole, taken } = await keptFile();
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 64, max: 9_000 }), (start, length) => {
        const holed = Buffer.from(whole).fill(0, start, Math.min(start + length, whole.length));
        fc.pre(!holed.equals(whole));
        expect(taken(holed)).toBeNull();
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it('is not trusted when it is of another format, or of something else', async () => {
    const { whole, taken } = await keptFile();
    const otherFormat = Buffer.from(whole);
    otherFormat.writeUInt32LE(SHELF_FORMAT + 1, 8);
    for (const bytes of [otherFormat, Buffer.alloc(0), Buffer.from('SQLite format 3\0'), Buffer.alloc(whole.length)])
      expect(taken(bytes)).toBeNull();
  });

  it('throws nothing and takes no memory that is not there, whatever its header says with a checksum that is right', async () => {
    const { whole, taken } = await keptFile();
    const head = parseHead(whole.subarray(0, HEAD_BYTES), whole.length);
    const headerEnd = HEAD_BYTES + (head?.headerBytes ?? 0);
    const header: unknown = JSON.parse(whole.toString('utf8', HEAD_BYTES, headerEnd));
    const body = whole.subarray(headerEnd);
    const forged = (document: unknown): Buffer => {
      const text = Buffer.from(JSON.stringify(document));
      const checksum = checksumOf(body, checksumOf(text, 0));
      return Buffer.concat([shelfHead({ headerBytes: text.length, bodyBytes: body.length, checksum }), text, body]);
    };
    expect(taken(forged(header))).not.toBeNull();
    const places = placesOf(header);
    const anything = fc.oneof(fc.jsonValue(), fc.constantFrom(0, -1, 0.5, 1e15, 2 ** 31, 2 ** 32, 1e300, null));
    fc.assert(
      fc.property(fc.constantFrom(...places), anything, (place, value) => {
        expect(() => taken(forged(replaced(header, place, value)))).not.toThrow();
      }),
      { numRuns: 1_500, seed: SEED },
    );
    for (const size of ['places', 'words', 'signatures', 'cells', 'longestGapHours', 'halfLives', 'bases'])
      for (const value of [1e15, 2 ** 40, -64, '64'])
        expect(taken(forged(replaced(header, ['store', 'sizes', size], value)))).toBeNull();
  });
});

type Place = readonly (string | number)[];

/** Every value of a document, by the way to it; of long lists the first three. */
function placesOf(document: unknown, before: Place = []): readonly Place[] {
  if (typeof document !== 'object' || document === null) return [before];
  const inner = Array.isArray(document) ? [...document.keys()].slice(0, 3) : Object.keys(document);
  return [before, ...inner.flatMap((key) => placesOf(Reflect.get(document, key), [...before, key]))];
}

function replaced(document: unknown, [first, ...rest]: Place, value: unknown): unknown {
  if (first === undefined) return value;
  if (Array.isArray(document))
    return document.map((item: unknown, index) => (index === first ? replaced(item, rest, value) : item));
  const fields = document as Readonly<Record<string, unknown>>;
  return { ...fields, [first]: replaced(fields[first], rest, value) };
}
