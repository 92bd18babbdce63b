/** RELIABILITY.md 1.8, case 17: each is refused within a second, and the reason says what it is. */
import { Buffer } from 'node:buffer';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTableApart } from '../../../../services/table/read-table-apart.ts';
import { ownTimeMs } from '../../../support/own-time.ts';
import { inlineRow, workbookFile, workbookParts } from '../../../support/workbook-file.ts';
import { type ZipPart, zipFile } from '../../../support/zip-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-gate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const SMALL = { sheets: [{ name: 'S', rows: inlineRow(1, ['a', 'b']) + inlineRow(2, ['x', 'y']) }] };
const PARTS = workbookParts(SMALL);
const withPart = (...parts: readonly ZipPart[]): Buffer => zipFile([...PARTS, ...parts]);
const sheetOf = (rows: string): Buffer => workbookFile({ sheets: [{ name: 'S', rows }] });
const withSheet = (content: string | Buffer, declaredBytes?: number): Buffer =>
  zipFile(
    PARTS.map((part) =>
      part.name.includes('sheet1')
        ? { ...part, content, ...(declaredBytes === undefined ? {} : { declaredBytes }) }
        : part,
    ),
  );

async function read(content: Buffer, limits?: Parameters<typeof readTableApart>[1]) {
  const path = join(folder, 'leads.csv');
  writeFileSync(path, content);
  const beganMs = ownTimeMs();
  const table = await readTableApart(
    { path, encoding: null, delimiter: null, header: null, outPath: join(folder, 'clean.csv') },
    limits,
  );
  const detail = table.ok ? 'read' : table.error.detail;
  return {
    detail,
    tookMs: ownTimeMs() - beganMs,
    left: readdirSync(folder).filter((name) => name !== 'leads.csv'),
  };
}

/** Bytes that do not compress. */
function noise(length: number): Buffer {
  let state = 1;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state >>> 16;
    }),
  );
}

const HOSTILE: readonly (readonly [string, () => Buffer, RegExp])[] = [
  [
    'a bomb',
    () => withSheet(Buffer.alloc(60_000_000, '<row/>')),
    /unpacks to \d+ times its size \(57 MB\), and 100 times/,
  ],
  [
    'a bomb that lies about its size',
    () => withSheet(Buffer.alloc(20_000_000, '<row/>'), 4_000),
    /is damaged: .*too many bytes/,
  ],
  [
    'more than 512 MB',
    () =>
      withPart(
        ...Array.from({ length: 9 }, (_, index) => ({
          name: `xl/media/${index}`,
          content: noise(700_000),
          declaredBytes: 60_000_000,
        })),
      ),
    /unpacks to 515 MB, and 512 MB are the limit/,
  ],
  [
    '201 entries',
    () => withPart(...Array.from({ length: 201 }, (_, index) => ({ name: `x${index}`, content: '' }))),
    /it has \d+ parts, and 200 are the limit/,
  ],
  [
    'a zip within',
    () => withPart({ name: 'xl/embeddings/a.zip', content: 'PK' }),
    /another archive, "xl\/embeddings\/a\.zip"/,
  ],
  [
    'an encrypted entry',
    () => withPart({ name: 'xl/secret', content: 'x', isEncrypted: true }),
    /is encrypted.*without a password/,
  ],
  ['an absolute name', () => withPart({ name: '/etc/passwd', content: 'x' }), /leads out of it/],
  ['a name with ..', () => withPart({ name: 'xl/../../x', content: 'x' }), /leads out of it/],
  ['an entry twice', () => withPart({ name: 'xl/workbook.xml', content: 'x' }), /"xl\/workbook\.xml" twice/],
  [
    'a DOCTYPE',
    () =>
      withSheet(
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData/></worksheet>',
      ),
    /sheet1\.xml has a DOCTYPE/,
  ],
  [
    '16,384 columns',
    () => sheetOf(`${inlineRow(1, ['a'])}<row r="2"><c r="XFD2"><v>1</v></c></row>`),
    /row 2 has 16384 columns; a table has at most 16383/,
  ],
  ['an .xls', () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(2_000, '0'), 'hex'), /is an old Excel workbook/],
  [
    'an encrypted workbook',
    () =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1'.padEnd(2_000, '0'), 'hex'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
    /is an encrypted workbook/,
  ],
  [
    'a zip of something else',
    () => zipFile([{ name: 'leads/a.txt', content: 'x' }]),
    /is a zip archive that holds "leads\/a\.txt", not a workbook. Unpack it/,
  ],
  ['a binary workbook', () => zipFile([{ name: 'xl/workbook.bin', content: 'x' }]), /binary Excel workbook/],
  ['a zip cut off', () => workbookFile(SMALL).subarray(0, 900), /is damaged/],
  [
    'XML that is none',
    () => withSheet('<worksheet><sheetData><row></sheetData></worksheet>'),
    /is damaged: xl\/worksheets\/sheet1\.xml/,
  ],
];

describe('the gate of workbooks', () => {
  it('lets a workbook in whose sheet claims more than it has', async () => {
    expect(await read(workbookFile(SMALL))).toMatchObject({ detail: 'read' });
    rmSync(join(folder, 'clean.csv'));
  });

  it.each(HOSTILE)('refuses %s within a second', async (_, content, reason) => {
    const { detail, tookMs, left } = await read(content());
    expect([detail, left]).toEqual([expect.stringMatching(reason), []]);
    expect(tookMs).toBeLessThan(1_000);
  });

  it('ends what takes too long or too much memory, and leaves nothing behind', async () => {
    const texts = Array.from({ length: 400_000 }, (_, index) =>
      inlineRow(index + 1, [`name ${(index * 7_919) % 1_000_003}`, `${index}`]),
    );
    const big = sheetOf(texts.join(''));
    const slow = await read(big, { longestMs: 300, memoryMb: 400 });
    expect([slow.detail, slow.left]).toEqual([expect.stringMatching(/not read to its end within 0\.3 seconds/), []]);
    const wide = workbookFile({
      ...SMALL,
      sharedStrings: texts.map((_, index) => `<t>${'x'.repeat(100)}${index}</t>`),
    });
    const hungry = await read(wide, { longestMs: 30_000, memoryMb: 24 });
    expect([hungry.detail, hungry.left]).toEqual([
      expect.stringMatching(/Not enough memory.*Save its sheet as CSV/),
      [],
    ]);
  });
});
