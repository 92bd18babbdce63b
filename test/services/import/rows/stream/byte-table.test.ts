import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createByteTable, NOT_THERE, TooManyTexts } from '../../../../../services/import/rows/stream/byte-table.ts';
import { encodeText } from '../../../../../services/import/rows/stream/byte-text.ts';

describe('a table of texts', () => {
  it('given any texts then it finds each by its bytes alone, wherever they stand', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 600 }),
        fc.string(),
        (texts, other) => {
          const table = createByteTable();
          const entries = texts.map((one, index) => {
            const text = encodeText(one);
            return table.add(text, 0, text.bytes.length, index);
          });
          const joined = encodeText(texts.join(''));
          let at = 0;
          for (const [index, one] of texts.entries()) {
            const end = at + encodeText(one).bytes.length;
            expect(table.find(joined, at, end)).toBe(index);
            expect(table.textOf(entries[index] ?? -1)).toBe(one);
            at = end;
          }
          const stranger = encodeText(other);
          expect(table.find(stranger, 0, stranger.bytes.length)).toBe(
            texts.includes(other) ? texts.indexOf(other) : NOT_THERE,
          );
        },
      ),
    );
  });

  it('given more texts than it may hold then it says so', () => {
    const table = createByteTable(1 << 13);
    const fill = () => {
      for (let index = 0; index < 2_000; index += 1) {
        const text = encodeText(`text ${index}`);
        table.add(text, 0, text.bytes.length, index);
      }
    };
    expect(fill).toThrow(TooManyTexts);
  });
});
