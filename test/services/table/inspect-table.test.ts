import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { inspectTable } from '../../../services/table/inspect-table.ts';
import type { ReadingChoice } from '../../../services/table/reading-choice.ts';
import type { TableHead } from '../../../services/table/table-head.ts';
import { HOSTILE_WORKBOOKS } from '../../support/hostile-workbooks.ts';
import { ownTimeMs } from '../../support/own-time.ts';
import { FOUND_OUT, faultOf, tableFolder } from '../../support/table-folder.ts';
import { inlineRow, workbookFile } from '../../support/workbook-file.ts';

const tables = tableFolder();

async function headOf(content: string | Buffer, choice: Partial<ReadingChoice> = {}, rows = 50): Promise<TableHead> {
  const head = await inspectTable(tables.write('table', content), { ...FOUND_OUT, ...choice }, { rows });
  if (!head.ok) throw new Error(head.error.detail);
  return head.value;
}

const THREE_SHEETS = workbookFile({
  sheets: [
    { name: 'Lists', state: 'hidden', rows: inlineRow(1, ['x', 'y']) + inlineRow(2, ['h', 'i']) },
    { name: 'Leads', rows: inlineRow(1, ['a', 'b']) + inlineRow(2, ['p', 'q']) },
    { name: 'Notes', rows: inlineRow(2, ['c', 'd']) + inlineRow(4, ['r', 's']) + inlineRow(5, ['t', 'u']) },
  ],
});

describe('the head of a text', () => {
  it('says how the file is written, where everything stands, and what is wrong', async () => {
    const head = await headOf('My leads\n\nid;name\n1;"two\nlines"\n2;x;y\n3;z;\n4;v\n5;w\n');
    expect(head).toEqual({
      kind: 'text',
      encoding: 'utf-8',
      delimiter: ';',
      quote: '"',
      headingLine: 3,
      titleLines: [1],
      header: ['id', 'name'],
      sheets: [],
      sheet: null,
      rows: [
        { line: 4, cells: ['1', 'two\nlines'] },
        { line: 7, cells: ['3', 'z'] },
        { line: 8, cells: ['4', 'v'] },
        { line: 9, cells: ['5', 'w'] },
      ],
      isWhole: true,
      rejected: [
        { line: 1, reason: 'it stands above the heading, as a title or comment does', cells: ['My leads'] },
        { line: 6, reason: 'it has 3 cells where the heading has 2', cells: ['2', 'x', 'y'] },
      ],
      warnings: [
        { kind: 'titleLines', lines: 1 },
        { kind: 'blankLines', lines: 1 },
        { kind: 'surplusCells', rows: 1 },
      ],
      isPlain: false,
    });
  });

  it('of 200 MB is there in well under a second, with no more rows than were asked for', async () => {
    const content = Buffer.concat([Buffer.from('id,name\n'), Buffer.alloc(200_000_000, '123456789,abcdefghi\n')]);
    const path = tables.write('big.csv', content);
    const beganMs = ownTimeMs();
    const head = await inspectTable(path, { ...FOUND_OUT, encoding: 'utf-8' }, { rows: 20 });
    expect(ownTimeMs() - beganMs).toBeLessThan(500);
    expect(head.ok && [head.value.rows.length, head.value.isWhole, head.value.isPlain]).toEqual([20, false, true]);
  });

  it('is answered though hardly a row fits, without looking for more in all of the file', async () => {
    const head = await headOf(`a,b\n${'1,2,3\n'.repeat(50_000)}1,2\n`, { header: 'first' });
    expect([head.rows.length, head.isWhole]).toEqual([0, false]);
    expect(head.rejected.length).toBeLessThan(1_100);
  });

  it('is as it was stated', async () => {
    const head = await headOf(Buffer.from('J\u00f8rn|1,2\nAna|3,4\n', 'latin1'), {
      encoding: 'iso-8859-1',
      delimiter: '|',
      header: 'none',
    });
    expect(head).toMatchObject({ encoding: 'iso-8859-1', headingLine: null, header: ['column 1', 'column 2'] });
    expect(head.rows[0]).toEqual({ line: 1, cells: ['J\u00f8rn', '1,2'] });
  });
});

describe('a text is plain', () => {
  it.each<readonly [string, boolean, string | Buffer, Partial<ReadingChoice>]>([
    ['as any program writes it', true, 'a,b\n1,2\n', {}],
    ['with semicolons, marks, CRLF and doubled quotation marks', true, '\ufeffa;b\r\n"x ""y"" z";2\r\n', {}],
    ['with blank lines between its rows', true, 'a,b\n1,2\n\n3,4\n', {}],
    ['with tabs and rows that do not fit', true, 'a\tb\n1\t2\n1\t2\t3\n1\t2\n', {}],
    ['whose heading is stated to be the first line', true, '1,2\n3,4\n', { header: 'first' }],
    ['in another encoding', false, Buffer.from('a,b\n\u00e9,2\n', 'latin1'), {}],
    ['in UTF-16', false, Buffer.from('\ufeffa,b\n1,2\n', 'utf16le'), {}],
    ['stated to be in another encoding', false, 'a,b\n1,2\n', { encoding: 'windows-1252' }],
    ['with a delimiter of two bytes', false, 'a\u00a7b\n1\u00a72\n', { delimiter: '\u00a7' }],
    ['with apostrophes around its cells', false, "'a','b'\n'1','2'\n", {}],
    ['with lines that end with CR alone', false, 'a,b\r1,2\r', {}],
    ['with one line that ends with CR alone', false, 'a,b\n1,2\r3,4\n', {}],
    ['with a line sep=', false, 'sep=;\na;b\n1;2\n', {}],
    ['with a title', false, 'Leads\na,b\n1,2\n3,4\n', {}],
    ['with a blank line before its heading', false, '\na,b\n1,2\n', {}],
    ['without a heading', false, '1,2\n3,4\n5,6\n', {}],
    ['stated to have no heading', false, 'a,b\nc,d\n', { header: 'none' }],
    ['with a column without a name', false, 'a,,c\n1,2,3\n', {}],
    ['with a name twice', false, 'a,a\n1,2\n', {}],
    ['with a name that has spaces around it', false, 'a, b\n1,2\n', {}],
    ['with text after a closing quotation mark', false, 'a,b\n"x"y,2\n', {}],
    ['with a quotation mark that is not closed', false, 'a,b\n"x,2\n3,4\n', {}],
    ['with a line of nothing but delimiters', false, 'a,b\n1,2\n,\n3,4\n', {}],
    ['with a line of spaces', false, 'a,b\n1,2\n  \n3,4\n', {}],
    ['that is a workbook', false, THREE_SHEETS, {}],
  ])('or not: %s (%s)', async (_, isPlain, content, choice) => {
    expect((await headOf(content, choice)).isPlain).toBe(isPlain);
  });
});

describe('the head of a workbook', () => {
  it('is that of the first sheet that is not hidden, and names the others', async () => {
    expect(await headOf(THREE_SHEETS)).toMatchObject({
      kind: 'workbook',
      encoding: 'xlsx',
      delimiter: null,
      headingLine: 1,
      header: ['a', 'b'],
      sheets: ['Leads', 'Notes'],
      sheet: 'Leads',
      rows: [{ line: 2, cells: ['p', 'q'] }],
      isWhole: true,
      warnings: [{ kind: 'otherSheets', sheet: 'Leads' }],
    });
  });

  it('is that of the sheet that was chosen', async () => {
    const head = await headOf(THREE_SHEETS, { sheet: 'Notes' }, 1);
    expect(head).toMatchObject({ sheet: 'Notes', headingLine: 2, header: ['c', 'd'], isWhole: false });
    expect(head.rows).toEqual([{ line: 4, cells: ['r', 's'] }]);
    expect((await headOf(THREE_SHEETS, { sheet: 'Lists' })).header).toEqual(['x', 'y']);
  });

  it('is a fault that lists the sheets, where there is none of that name', async () => {
    const head = await inspectTable(tables.write('book.xlsx', THREE_SHEETS), { ...FOUND_OUT, sheet: 'X' }, { rows: 1 });
    expect(head).toEqual({
      ok: false,
      error: {
        kind: 'noSuchSheet',
        detail: 'book.xlsx has no sheet "X". Choose one of "Lists", "Leads", "Notes".',
      },
    });
  });

  it.each(HOSTILE_WORKBOOKS)('is refused: %s', async (_, content, kind, detail) => {
    const path = tables.write('hostile.xlsx', content());
    const beganMs = ownTimeMs();
    const fault = faultOf(await inspectTable(path, FOUND_OUT, { rows: 50 }));
    expect(ownTimeMs() - beganMs).toBeLessThan(1_000);
    expect(fault.kind).toBe(kind);
    expect(fault.detail).toMatch(detail);
  });

  it('is given up at the limit of time', async () => {
    const path = tables.write('slow.xlsx', THREE_SHEETS);
    const fault = faultOf(await inspectTable(path, FOUND_OUT, { rows: 50 }, { longestMs: 1, memoryMb: 400 }));
    expect(fault.kind).toBe('tooLarge');
    expect(fault.detail).toMatch(/was not read to its end within 0\.001 seconds/);
  });
});

it('what is not there, or no table, is a fault', async () => {
  expect(await inspectTable(tables.path('none'), FOUND_OUT, { rows: 1 })).toMatchObject({
    error: { kind: 'notFound' },
  });
  const pdf = tables.write('x.csv', Buffer.from('%PDF-1.7'));
  expect(await inspectTable(pdf, FOUND_OUT, { rows: 1 })).toMatchObject({ error: { kind: 'foreignFormat' } });
});
