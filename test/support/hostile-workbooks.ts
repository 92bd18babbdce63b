import { Buffer } from 'node:buffer';
import { inlineRow, workbookFile, workbookParts } from './workbook-file.ts';
import { zipFile } from './zip-file.ts';

const PARTS = workbookParts({ sheets: [{ name: 'S', rows: inlineRow(1, ['a', 'b']) }] });
const withSheet = (content: string | Buffer): Buffer =>
  zipFile(PARTS.map((part) => (part.name.includes('sheet1') ? { ...part, content } : part)));

/** Each with what the fault has to be. */
export const HOSTILE_WORKBOOKS: readonly (readonly [string, () => Buffer, string, RegExp])[] = [
  ['a bomb', () => withSheet(Buffer.alloc(60_000_000, '<row/>')), 'hostile', /and 100 times are the limit/],
  [
    'a DTD',
    () => withSheet('<!DOCTYPE worksheet [<!ENTITY a "a">]><worksheet><sheetData/></worksheet>'),
    'hostile',
    /has a DOCTYPE/,
  ],
  [
    '16,384 columns',
    () =>
      workbookFile({
        sheets: [{ name: 'S', rows: `${inlineRow(1, ['a', 'b'])}<row r="2"><c r="XFD2"><v>1</v></c></row>` }],
      }),
    'tooLarge',
    /row 2 has 16384 columns/,
  ],
];
