import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runReadCommand } from '../../cli/commands/read.ts';
import type { TableDocument } from '../../services/table/table-document.ts';
import { inlineRow, workbookFile } from '../support/workbook-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-read-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);

async function run(...args: readonly string[]) {
  let out = '';
  const err: string[] = [];
  const status = await runReadCommand(args, {
    out: (text) => {
      out += text;
    },
    err: (line) => err.push(line),
  });
  return { status, out, err };
}

describe('accord read', () => {
  it('prints one document, and nothing else', async () => {
    writeFileSync(at('leads.csv'), 'id;name;score;since\n1;"A;B";1.5;2025-01-02\n2;;3;2025-01-03\n3;x\n');
    const { status, out, err } = await run(at('leads.csv'));
    expect([status, err]).toEqual([0, []]);
    expect(JSON.parse(out)).toEqual({
      format: 'accord.table/1',
      encoding: 'utf-8',
      delimiter: ';',
      quote: '"',
      header: ['id', 'name', 'score', 'since'],
      rows: 2,
      columns: [
        { name: 'id', kind: 'number', missing: 0 },
        { name: 'name', kind: 'text', missing: 1 },
        { name: 'score', kind: 'number', missing: 0 },
        { name: 'since', kind: 'date', missing: 0 },
      ],
      rejected: [{ line: 4, reason: 'it has 2 cells where the heading has 4' }],
      warnings: [],
    });
  });

  it('writes the accepted rows as UTF-8, comma, RFC 4180', async () => {
    writeFileSync(at('latin.csv'), Buffer.from('name;pay\nJos\u00e9 "the" X;1,5\n', 'latin1'));
    const { status } = await run(at('latin.csv'), '--encoding', 'latin1', '--out', at('clean.csv'));
    expect(status).toBe(0);
    expect(readFileSync(at('clean.csv'), 'utf8')).toBe('name,pay\r\n"Jos\u00e9 ""the"" X","1,5"\r\n');
  });

  it.each([
    ['a file that is not there', 'none.csv', /^accord read: none\.csv is not there\./],
    ['a file that is no table', 'x.csv', /^accord read: x\.csv is a gzip-compressed file/],
    ['an empty file', 'empty.csv', /^accord read: empty\.csv is empty\./],
  ])('says %s in one line, exits 1 and leaves nothing behind', async (_, name, message) => {
    writeFileSync(at('x.csv'), Buffer.from([0x1f, 0x8b, 8, 0]));
    writeFileSync(at('empty.csv'), '');
    const { status, out, err } = await run(at(name), '--out', at('never.csv'));
    expect([status, out, err.length, err[0]?.includes('\n')]).toEqual([1, '', 1, false]);
    expect(err[0]).toMatch(message);
    expect(existsSync(at('never.csv'))).toBe(false);
  });

  it('leaves no half-written file, and an older one as it was, when reading fails at the end', async () => {
    const folderBefore = readdirSync(folder).length;
    writeFileSync(at('long.csv'), `a,b\n${'1,2\n'.repeat(400_000)}"${'x'.repeat(2_000_000)}`);
    writeFileSync(at('kept.csv'), 'older');
    const { status, err } = await run(at('long.csv'), '--out', at('kept.csv'));
    expect([status, err[0]]).toEqual([
      1,
      expect.stringMatching(/line 400002 \(byte offset 1600004\) is longer than 1 MB; a quotation mark is opened/),
    ]);
    expect(readFileSync(at('kept.csv'), 'utf8')).toBe('older');
    expect(readdirSync(folder)).toHaveLength(folderBefore + 2);
  });

  it('says why the output cannot be written', async () => {
    writeFileSync(at('fine.csv'), 'a,b\nx,y\n');
    const { status, out, err } = await run(at('fine.csv'), '--out', at('no-such-folder/clean.csv'));
    expect([status, out, err[0]]).toEqual([1, '', expect.stringContaining('clean.csv cannot be written (ENOENT)')]);
  });

  it('reads a workbook whatever it is called, and leaves nothing of one it refuses', async () => {
    const rows = `${inlineRow(1, ['id', 'name'])}<row r="2"><c r="A2"><v>7</v></c></row>${inlineRow(3, ['8', 'Ann', '!'])}`;
    writeFileSync(at('book.csv'), workbookFile({ sheets: [{ name: 'Leads', rows }] }));
    const { status, out } = await run(at('book.csv'), '--out', at('book-clean.csv'));
    const document = JSON.parse(out) as TableDocument;
    expect([status, document.encoding, document.rows, document.rejected[0]?.line]).toEqual([0, 'xlsx', 1, 3]);
    expect(readFileSync(at('book-clean.csv'), 'utf8')).toBe('id,name\r\n7,\r\n');

    const wide = '<row r="3"><c r="XFD3"><v>1</v></c></row>';
    writeFileSync(at('wide.xlsx'), workbookFile({ sheets: [{ name: 'S', rows: inlineRow(1, ['a', 'b']) + wide }] }));
    const refused = await run(at('wide.xlsx'), '--out', at('wide-clean.csv'));
    expect([refused.status, refused.out, refused.err]).toEqual([
      1,
      '',
      [expect.stringMatching(/^accord read: wide\.xlsx: row 3 has 16384 columns/)],
    ]);
    expect(readdirSync(folder).filter((name) => /wide-clean|\.part$/.test(name))).toEqual([]);
  });

  it('reads with the delimiter and the heading that are stated', async () => {
    writeFileSync(at('stated.csv'), '1;2,3\n4;5,6\n');
    const { out } = await run(at('stated.csv'), '--delimiter', 'comma', '--header', 'none');
    const document = JSON.parse(out) as TableDocument;
    expect([document.delimiter, document.header, document.rows]).toEqual([',', ['column 1', 'column 2'], 2]);
  });

  it.each([
    [[], 'name one file'],
    [['a.csv', 'b.csv'], 'name one file'],
    [['a.csv', '--encoding', 'klingon'], 'known are utf-8, utf-16le'],
    [['a.csv', '--delimiter', 'ab'], '--delimiter'],
    [['a.csv', '--delimiter', '"'], '--delimiter'],
    [['a.csv', '--header', 'last'], '--header'],
    [['a.csv', '--out', './a.csv'], '--out names the file that is read'],
    [['a.csv', '--colour'], '--colour'],
  ])('exits 2 for bad use: %j', async (args, named) => {
    const { status, out, err } = await run(...args);
    expect([status, out]).toEqual([2, '']);
    expect(err.join('\n')).toContain(named);
    expect(err.join('\n')).toContain('accord read FILE');
  });
});
