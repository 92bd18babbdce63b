import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRowBytes } from '../../../../../services/import/rows/stream/read-row-bytes.ts';
import { cellsOf, cellText, placeOf } from '../../../../../services/import/rows/stream/scan-rows.ts';
import { readRows } from '../../../../../services/import/source/read-rows.ts';
import { UNWATCHED } from '../../../../../services/import/source/source-text.ts';

const PIECE_BYTES = 1 << 20;
type Rows = readonly { readonly line: number; readonly row: number; readonly cells: readonly string[] }[];

async function bothReadings(content: string | Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), 'accord-rows-'));
  const file = { path: join(folder, 'x.csv'), name: 'x.csv', delimiter: ',' };
  writeFileSync(file.path, content);
  const asText: Rows[number][] = [];
  const asBytes: Rows[number][] = [];
  const text = await readRows(file, UNWATCHED, (cells, place) => {
    asText.push({ ...place, cells });
    return null;
  });
  const bytes = await readRowBytes(file, UNWATCHED, (rows) => {
    for (let index = 0; index < rows.count; index += 1) {
      const cells = Array.from({ length: cellsOf(rows, index) }, (_, cell) => cellText(rows, index, cell));
      asBytes.push({ ...placeOf(rows, index), cells });
    }
    return null;
  });
  rmSync(folder, { recursive: true });
  return { text: { result: text, rows: asText }, bytes: { result: bytes, rows: asBytes } };
}

/** Everything that a CSV may hold, and what it should not. */
const piecesOfCsv = fc.array(
  fc.constantFrom(
    'a',
    'bc',
    'Ł€',
    '\u{1f600}',
    ',',
    ',',
    '\n',
    '\n',
    '\r\n',
    '\r',
    '"',
    '""',
    '"x"',
    '"x, y"',
    '"a ""b"" c"',
    '"1\n2"',
    ' ',
    '\ufffd',
    '\ufeff',
  ),
  { maxLength: 40 },
);
const wellFormed = fc
  .array(
    fc.array(fc.constantFrom('', 'a', '"b"', '"c,d"', '"e ""f"""', '"g\r\nh"', '"i\nj"', 'Łąka'), {
      minLength: 1,
      maxLength: 4,
    }),
    { maxLength: 12 },
  )
  .map((rows) => rows.map((cells) => cells.join(',')).join('\r\n'));

describe('rows read as bytes', () => {
  it.each([
    ['anything', piecesOfCsv.map((pieces) => pieces.join('')), 250],
    ['a well-formed table', wellFormed, 60],
  ] as const)('given %s then they are the rows, places and faults of papaparse', async (_, content, numRuns) => {
    await fc.assert(
      fc.asyncProperty(content, async (csv) => {
        const { text, bytes } = await bothReadings(csv);
        expect(bytes).toEqual(text);
      }),
      { numRuns },
    );
  });

  it('given quotes, line breaks and characters across the borders of pieces then nothing changes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 60 }),
        fc.oneof(
          wellFormed,
          piecesOfCsv.map((pieces) => pieces.join('')),
        ),
        async (before, csv) => {
          const filler = `a,${'ż'.repeat((PIECE_BYTES - before) / 2 - 4)}\n`;
          const { text, bytes } = await bothReadings(`h,k\n${filler}${csv}\n${csv}\nlast,"row"\n`);
          expect(bytes).toEqual(text);
        },
      ),
      { numRuns: 25 },
    );
  });

  it.each([
    ['a byte that is no UTF-8', Buffer.concat([Buffer.from('a\nb\n'), Buffer.from([0xc3, 0x28])])],
    ['a character cut off at the end', Buffer.concat([Buffer.from('a\nb\n'), Buffer.from([0xe2, 0x82])])],
    ['a NUL', 'a\nb\n\0'],
  ])('given %s then the fault is the same, with its line', async (_, content) => {
    const { text, bytes } = await bothReadings(content);
    expect(bytes.result).toEqual(text.result);
    expect(bytes.result).toMatchObject({ ok: false, error: { detail: expect.stringContaining('line 3') as unknown } });
  });
});
