import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { faultFrom, tableFrom } from '../../support/table-from.ts';

/** All records of a file are told of, whatever became of them. */
const sum = ({ gathered }: Awaited<ReturnType<typeof tableFrom>>): number =>
  Number(gathered.hasHeading) + gathered.rows + gathered.rejected.length + gathered.blankRecords;

describe('delimiters and quotation marks', () => {
  it.each([
    ['comma', 'a,b\n1,x\n2,y\n', ','],
    ['semicolon, with decimal commas', 'a;b\n1,5;2,5\n3,5;4,5\n', ';'],
    ['tab', 'a\tb\n1,x\t2;y\n', '\t'],
    ['pipe', 'a|b\n1|x\n', '|'],
    ['none: one column', 'name\nAnn\nBob, the second\nCid\n', ','],
    ['said in the first line', 'sep=;\na,x;b\n1;2,3\n', ';'],
  ])('%s', async (_, text, delimiter) => {
    const table = await tableFrom(text);
    expect([table.document.delimiter, table.document.rejected.length]).toEqual([
      delimiter,
      _.startsWith('none') ? 1 : 0,
    ]);
    expect(sum(table)).toBe(text.trimEnd().split('\n').length - (text.startsWith('sep') ? 1 : 0));
  });

  it('a stated one is not doubted', async () => {
    const { document, cells } = await tableFrom('a;b,c\n1;2,3\n', { delimiter: ',' });
    expect([document.delimiter, document.header, cells]).toEqual([',', ['a;b', 'c'], [['1;2', '3']]]);
  });

  it('apostrophes quote where they stand around cells throughout, and are letters elsewhere', async () => {
    const quoted = await tableFrom("id,name\n1,'Smith, Ann'\n2,'it''s'\n");
    expect([quoted.document.quote, quoted.cells]).toEqual([
      "'",
      [
        ['1', 'Smith, Ann'],
        ['2', "it's"],
      ],
    ]);
    const all = await tableFrom("'id','name'\n'1','Ann'\n");
    expect([all.document.quote, all.document.header, all.cells]).toEqual(["'", ['id', 'name'], [['1', 'Ann']]]);
    const letters = await tableFrom("id,name\n1,'t Hart\n2,O'Neil\n3,'s-Graveland\n");
    expect([letters.document.quote, letters.cells.map(([, name]) => name)]).toEqual([
      '"',
      ["'t Hart", "O'Neil", "'s-Graveland"],
    ]);
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s ends lines, and stands in quoted cells as it is', async (_, end) => {
    const { cells, document } = await tableFrom(`a,b${end}1,"x${end}y"${end}${end}2,z`);
    expect(cells).toEqual([
      ['1', `x${end}y`],
      ['2', 'z'],
    ]);
    expect(document.warnings).toEqual(['1 blank line was skipped.']);
  });

  it('line ends may be mixed', async () => {
    const { cells } = await tableFrom('a,b\r\n1,x\n2,y\r3,z\r\n');
    expect(cells).toEqual([
      ['1', 'x'],
      ['2', 'y'],
      ['3', 'z'],
    ]);
  });

  it('lines are counted through quoted line ends', async () => {
    const { document } = await tableFrom('a,b\r\n"x\r\ny\nz\r",1\r\nshort\r\n');
    expect(document.rejected).toEqual([{ line: 6, reason: 'it has 1 cell where the heading has 2' }]);
  });
});

describe('rows that do not fit', () => {
  it('are rejected with line and reason, and all add up', async () => {
    const table = await tableFrom('a,b,c\n1,2,3\n1,2\n\n1,2,3,4\n,,\n4,5,6\n');
    expect(table.document.rejected).toEqual([
      { line: 3, reason: 'it has 2 cells where the heading has 3' },
      { line: 5, reason: 'it has 4 cells where the heading has 3' },
    ]);
    expect(table.document.warnings).toEqual(['2 blank lines were skipped.']);
    expect([table.document.rows, sum(table)]).toEqual([2, 7]);
  });

  it('keep empty cells beyond the heading to themselves, and say so', async () => {
    const { cells, document } = await tableFrom('a,b\n1,2,\n3,4,,\n');
    expect(cells).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(document.warnings).toEqual(['2 rows have empty cells beyond the last column; they were left out.']);
  });

  it('a quotation that is never closed costs its line, and not those after it', async () => {
    const table = await tableFrom('a,b\n1,"x\n2,y\n3,z\n');
    expect(table.document.rejected).toEqual([
      {
        line: 2,
        reason: expect.stringMatching(/column 2: a quotation mark is opened and not closed in its place/) as string,
      },
    ]);
    expect([table.cells, sum(table)]).toEqual([
      [
        ['2', 'y'],
        ['3', 'z'],
      ],
      4,
    ]);
  });

  it('nor does one that only another line closes', async () => {
    const table = await tableFrom('a,b\n1,"ACME\n2,"Corp" x\n3,"fine"\n');
    expect(table.document.rejected.map(({ line }) => line)).toEqual([2]);
    expect(table.cells).toEqual([
      ['2', '"Corp" x'],
      ['3', 'fine'],
    ]);
    expect(table.document.warnings).toEqual([
      'In 1 row, first on line 3, text follows a closing quotation mark; those cells were taken as they are written.',
    ]);
  });

  it('text after a quotation that holds a delimiter could mean either', async () => {
    const { document } = await tableFrom('a,b\n1,"x,y" z\n2,w\n');
    expect([document.rows, document.rejected[0]?.line]).toEqual([1, 2]);
  });
});

describe('the heading', () => {
  it('gets a name for every column, each once, __proto__ among them', async () => {
    const { document } = await tableFrom('__proto__,a,,a,constructor,a (2),\n1,2,3,4,5,6,7\n');
    expect(document.header).toEqual(['__proto__', 'a', 'column 3', 'a (3)', 'constructor', 'a (2)', 'column 7']);
    expect(document.warnings).toHaveLength(2);
  });

  it('that is damaged is still the heading, with a warning', async () => {
    const table = await tableFrom(Buffer.concat([Buffer.from('a,n'), Buffer.from([0xe9]), Buffer.from('\n1,2\n')]), {
      encoding: 'utf-8',
    });
    expect([table.document.header, sum(table)]).toEqual([['a', 'n\ufffd'], 2]);
    expect(table.document.warnings).toEqual([
      'The heading, line 1, is damaged: column 2: it holds the byte 0xE9, which is not UTF-8.',
    ]);
  });

  it('has to be in sight', async () => {
    const fault = await faultFrom(`"a,b\n${'1,2\n'.repeat(100_000)}`);
    expect(fault.detail).toMatch(/no heading in its first 256 KB.*a quotation mark is opened and not closed/);
  });

  it('titles and comments above it are rejected, and said', async () => {
    const table = await tableFrom('Leads of May,,\n# exported today, by Ann\nid,name,score\n1,x,2\n2,y,3\n');
    expect([table.document.header, table.document.rows]).toEqual([['id', 'name', 'score'], 2]);
    expect(table.document.rejected.map(({ line }) => line)).toEqual([1, 2]);
    expect(table.document.warnings[0]).toMatch(/2 lines above the heading were taken for a title/);
    const kept = await tableFrom('Leads of May,,\nid,name,score\n1,x,2\n', { header: 'first' });
    expect(kept.document.header).toEqual(['Leads of May', 'column 2', 'column 3']);
  });

  it.each([
    ['numbers over numbers', '1,english\n2,german\n', false],
    ['dates over dates', '2025-01-01,x\n2025-01-02,y\n', false],
    ['texts over numbers', 'a,b\n1,2\n', true],
    ['years over figures', 'source,2023,2024,2025\nweb,1,2,3\n', true],
    ['texts over texts', 'Ann,Bob\nCid,Dan\n', true],
    ['numbers over texts', 'id,100,200\nx,yes,no\n', true],
  ])('%s', async (_, text, hasHeading) => {
    const table = await tableFrom(text);
    expect(table.gathered.hasHeading).toBe(hasHeading);
    expect(sum(table)).toBe(text.trimEnd().split('\n').length);
    expect(table.document.warnings.some((warning) => /looks like data/.test(warning))).toBe(!hasHeading);
  });
});

describe('limits', () => {
  it('a row beyond 1 MB is refused by line and byte, quoted or not', async () => {
    const long = 'x'.repeat(1_100_000);
    expect((await faultFrom(`a,b\n\u00e9,2\n1,${long}\n`)).detail).toMatch(
      /line 3 \(byte offset 9\) is longer than 1 MB\./,
    );
    expect((await faultFrom(`a,b\n1,"${long}\n${long}`)).detail).toMatch(
      /line 2 \(byte offset 4\).*a quotation mark is opened in it/,
    );
    expect((await faultFrom('x'.repeat(9_000_000))).detail).toMatch(/line 1 \(byte offset 0\) is longer than 1 MB\./);
  });

  it('16,383 columns are read, 16,384 refused', async () => {
    const columns = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`).join(',');
    expect((await tableFrom(`${columns(16_383)}\n`)).document.header).toHaveLength(16_383);
    expect((await faultFrom(`${columns(16_384)}\n`)).detail).toMatch(
      /line 1 has 16384 columns; a table has at most 16383/,
    );
  });

  it('a file of rejected rows only is no table', async () => {
    const fault = await faultFrom(`a,b\n${'1\n'.repeat(100_001)}`, { delimiter: ',' });
    expect(fault.detail).toMatch(/more than 100000 rows that cannot be read; the first is on line 2: it has 1 cell/);
  });

  it.each([
    ['nothing', '', /is empty/],
    ['blank lines', '\n \r\n\n', /is empty/],
  ])('%s is refused', async (_, text, reason) => {
    expect((await faultFrom(text)).detail).toMatch(reason);
  });
});
