/** A random table, written in a random dialect and encoding, is read back equal; papaparse agrees about what is well formed. */
import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { cutRecord } from '../../../services/table/cut-record.ts';
import { tableFrom } from '../../support/table-from.ts';

const ENCODED = {
  'utf-8': (text: string) => Buffer.from(text),
  'utf-8 marked': (text: string) => Buffer.from(`\ufeff${text}`),
  'utf-16le': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'iso-8859-1': (text: string) => Buffer.from(text, 'latin1'),
} as const;

const LETTERS = [
  'a',
  'Z',
  '7',
  ' ',
  ',',
  ';',
  '\t',
  '|',
  '"',
  "'",
  '\n',
  '\r',
  '\r\n',
  '.',
  '-',
  '\u00e9',
  '\u00ff',
  '#',
  '=',
];
const WIDE = ['\u20ac', '\u0159', '\u65e5', '\u{1f600}', '\ufffd', '\u202e', '\ufeff'];

interface Written {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: string;
  readonly quote: '"' | "'";
  readonly lineEnd: string;
  readonly encoding: keyof typeof ENCODED;
  readonly quotesAll: boolean;
  readonly endsLast: boolean;
}

const written: fc.Arbitrary<Written> = fc
  .record({
    width: fc.integer({ min: 2, max: 6 }),
    height: fc.integer({ min: 2, max: 12 }),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    quote: fc.constantFrom('"', "'"),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    encoding: fc.constantFrom(...(Object.keys(ENCODED) as (keyof typeof ENCODED)[])),
    quotesAll: fc.boolean(),
    endsLast: fc.boolean(),
  })
  .chain(({ width, height, ...dialect }) => {
    const letters = dialect.encoding === 'iso-8859-1' ? LETTERS : [...LETTERS, ...WIDE];
    const cell = fc.array(fc.constantFrom(...letters), { maxLength: 8 }).map((parts) => parts.join(''));
    return fc
      .array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height })
      .map((rows) => ({
        ...dialect,
        names: Array.from({ length: width }, (_, index) => `name ${String.fromCharCode(97 + index)}`),
        rows,
      }));
  });

/** Apostrophes are proposed as quotation marks only where every row has them, so there they are written around all cells. */
function textOf({ names, rows, delimiter, quote, lineEnd, quotesAll, endsLast }: Written): string {
  const line = (cells: readonly string[]): string => {
    const isBlank = cells.every((cell) => cell.trim() === '');
    return cells
      .map((cell) =>
        quotesAll || quote === "'" || isBlank || /[,;\t|"'\r\n]/.test(cell)
          ? quote + cell.replaceAll(quote, quote + quote) + quote
          : cell,
      )
      .join(delimiter);
  };
  return [names, ...rows].map(line).join(lineEnd) + (endsLast ? lineEnd : '');
}

describe('a random table', () => {
  it('in a random dialect and encoding is read back equal, with the dialect found out', async () => {
    await fc.assert(
      fc.asyncProperty(written, async (table) => {
        const stated = table.encoding === 'iso-8859-1' ? { encoding: 'iso-8859-1' as const } : {};
        const { document, cells } = await tableFrom(ENCODED[table.encoding](textOf(table)), stated);
        expect({ delimiter: document.delimiter, header: document.header, rejected: document.rejected, cells }).toEqual({
          delimiter: table.delimiter,
          header: table.names,
          rejected: [],
          cells: table.rows,
        });
      }),
      { numRuns: 400 },
    );
  });

  it('is cut as papaparse cuts it', () => {
    fc.assert(
      fc.property(written, fc.nat(60), (table, tail) => {
        const text = textOf({ ...table, quote: '"', lineEnd: '\n' });
        const { delimiter } = table;
        const expected = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
        const cut: (readonly string[])[] = [];
        for (let at = 0; at < text.length; ) {
          // Cut off anywhere, a record is either not given or given as it is.
          const part = cutRecord(text.slice(0, Math.max(at, text.length - tail)), at, false, { delimiter, quote: '"' });
          const record = cutRecord(text, at, true, { delimiter, quote: '"' });
          if (record === null) throw new Error('a record always ends with the text');
          if (part !== null) expect(part).toEqual(record);
          cut.push(record.cells);
          at = record.next;
        }
        const trailing = table.endsLast ? [['']] : [];
        expect([...cut, ...trailing]).toEqual(expected.data);
      }),
      { numRuns: 300 },
    );
  });
});
