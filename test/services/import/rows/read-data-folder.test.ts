import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDataFolder } from '../../../../services/import/rows/read-data-folder.ts';

const OPTIONS = { timeZone: 'UTC', referenceDateMs: Date.UTC(2000, 0, 1) };
type Files = Readonly<Record<string, string | Uint8Array>>;

function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'accord-data-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}
async function read(files: Files) {
  const result = await readDataFolder(folderOf(files), OPTIONS);
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}
async function faultOf(files: Files): Promise<string> {
  const result = await readDataFolder(folderOf(files), OPTIONS);
  return result.ok ? 'no fault' : result.error.detail;
}

describe('a data folder', () => {
  it('gives leads, activities and stages', async () => {
    const { history, tables } = await read({
      'leads.csv': 'id,created,job\nL1,2025-01-01,owner\nL2,,\n',
      'activities.csv': 'lead,at,type,url\nL1,2025-01-03,call,\nL1,2025-01-02 10:00,page,/a\nL2,2025-02-01,page,/b\n',
      'stages.csv': 'lead,at,stage,amount\nL1,2025-03-01,Won,12.5\n',
    });
    expect(history.leads.ids).toEqual(['L1', 'L2']);
    expect([...history.leads.createdAtMs]).toEqual([Date.UTC(2025, 0, 1), Date.UTC(2025, 1, 1)]);
    expect([...history.activities.atMs]).toEqual([
      Date.UTC(2025, 0, 2, 10),
      Date.UTC(2025, 0, 3),
      Date.UTC(2025, 1, 1),
    ]);
    expect([...history.stages.amount]).toEqual([12.5]);
    expect(tables.map(({ table, accepted }) => [table, accepted])).toEqual([
      ['leads', 2],
      ['activities', 3],
      ['stages', 1],
    ]);
  });

  it.each([
    ['absent', {}],
    ['empty', { 'activities.csv': '', 'stages.csv': '' }],
    ['header-only', { 'activities.csv': 'lead,at,type\n', 'stages.csv': 'lead,at,stage' }],
  ])('may have %s activities and stages', async (_, files) => {
    const { history } = await read({ 'leads.csv': 'id\nL1\n', ...files });
    expect([history.leads.count, history.activities.count, history.stages.count]).toEqual([1, 0, 0]);
  });

  it.each([
    ['a byte order mark', '\ufeffid,job\nL1,a\nL2,b\n'],
    ['CRLF', 'id,job\r\nL1,a\r\nL2,b\r\n'],
    ['CR', 'id,job\rL1,a\rL2,b\r'],
    ['mixed line ends', 'id,job\r\nL1,a\nL2,"b"\r\n'],
    ['no last line end', 'id,job\nL1,a\nL2,b'],
    ['blank lines', 'id,job\nL1,a\n\nL2,b\n\n'],
    ['quoted cells', '"id","job"\r\n"L1","a"\r\n"L2","b"\r\n'],
  ])('reads %s', async (_, leads) => {
    const { history } = await read({ 'leads.csv': leads });
    expect(history.leads.ids).toEqual(['L1', 'L2']);
    expect(history.leads.attributes.map(({ name, cells }) => [name, cells])).toEqual([
      ['created', []],
      ['job', ['a', 'b']],
    ]);
  });

  it('keeps line breaks, commas and quotation marks of quoted cells', async () => {
    const { history } = await read({ 'leads.csv': 'id,note\nL1,"a\r\nb, ""c"""\n' });
    expect(history.leads.attributes[1]?.cells).toEqual(['a\r\nb, "c"']);
  });

  it('reads a file of many pieces, multi-byte characters across their borders', async () => {
    const lines = Array.from({ length: 60_000 }, (_, index) => `Ł${index},"ąęłóśż ""€"" \u{1f600}\n${index}"\r\n`);
    const { history } = await read({ 'leads.csv': `id,note\r\n${lines.join('')}` });
    expect(history.leads.count).toBe(60_000);
    expect(history.leads.attributes[1]?.cells[59_999]).toBe('ąęłóśż "€" \u{1f600}\n59999');
  });

  it('leaves rows of unknown leads out, unread, and counts them in a warning', async () => {
    const { history, warnings } = await read({
      'leads.csv': 'id\nL1\n',
      'activities.csv': 'lead,at,type\nX,never,call\nl1,never,call\n',
    });
    expect(history.activities.count).toBe(0);
    expect(warnings).toEqual(['activities.csv: 2 rows were left out, of leads that leads.csv lacks.']);
  });

  it('warns of characters that an earlier export has lost', async () => {
    expect((await read({ 'leads.csv': 'id,job\nL1,caf\ufffd\n' })).warnings).toEqual([
      expect.stringMatching(/lost character .*line 2/),
    ]);
  });
});

describe('a data folder that is refused names file and row', () => {
  const leads = 'id,created\nL1,2025-01-01\n';
  it.each<readonly [string, Files, RegExp]>([
    ['no leads.csv', { 'stages.csv': '' }, /holds no leads\.csv/],
    ['an empty leads.csv', { 'leads.csv': '' }, /leads\.csv is empty/],
    ['no id column', { 'leads.csv': 'ID,job\nL1,a\n' }, /leads\.csv lacks the column "id"/],
    [
      'no type column',
      { 'leads.csv': leads, 'activities.csv': 'lead,at\n' },
      /activities\.csv lacks the column "type"/,
    ],
    ['a repeated column', { 'leads.csv': 'id,a,a\n' }, /two columns named "a"/],
    ['a column without a name', { 'leads.csv': 'id,a,\n' }, /column 3 has no name/],
    [
      'an unknown column of stages',
      { 'leads.csv': leads, 'stages.csv': 'lead,at,stage,owner\n' },
      /unknown column "owner"/,
    ],
    ['a repeated id', { 'leads.csv': 'id\nL1\nL2\nL1\n' }, /leads\.csv, row 3 \(line 4\).*"L1"/],
    ['an empty id', { 'leads.csv': 'id,a\n ,x\n' }, /leads\.csv, row 1 \(line 2\).*id is empty/],
    ['an unreadable created', { 'leads.csv': 'id,created\nL1,31.12.2024\n' }, /row 1 .*"created".*"31\.12\.2024"/],
    [
      'an unreadable at',
      { 'leads.csv': leads, 'activities.csv': 'lead,at,type\nL1,,call\n' },
      /activities\.csv, row 1 .*time is missing/,
    ],
    [
      'an unreadable amount',
      { 'leads.csv': leads, 'stages.csv': 'lead,at,stage,amount\nL1,2025-02-01,won,"1,200"\n' },
      /stages\.csv, row 1 .*"1,200" is no number/,
    ],
    [
      'an unknown stage',
      { 'leads.csv': leads, 'stages.csv': 'lead,at,stage\nL1,2025-02-01,closed\n' },
      /"closed" is no stage/,
    ],
    ['a short row', { 'leads.csv': 'id,a\n"L\n1",x\nL2\n' }, /leads\.csv, row 2 \(line 4\) has 1 cells/],
    [
      'a long row of an unknown lead',
      { 'leads.csv': leads, 'activities.csv': 'lead,at,type\nX,a,b,c\n' },
      /activities\.csv, row 1/,
    ],
    [
      'an unclosed quotation mark',
      { 'leads.csv': 'id,a\nL1,x\nL2,"y\nL3,z\n' },
      /leads\.csv cannot be read from line 3 on/,
    ],
    [
      'a quotation mark amid a quoted cell',
      { 'leads.csv': 'id,a\nL1,"x"y"\nL2,z\n' },
      /leads\.csv cannot be read from line 2 on/,
    ],
    ['a byte that is no UTF-8', { 'leads.csv': Buffer.from('id,a\nL1,caf\xe9\n', 'latin1') }, /not UTF-8: line 2/],
    ['a NUL character', { 'leads.csv': 'id,a\nL1,x\0\n' }, /NUL character in line 2/],
    ['a workbook', { 'leads.csv': Buffer.from('PK\u0003\u0004....', 'latin1') }, /Excel workbook/],
  ])('for %s', async (_, files, message) => {
    const fault = await faultOf(files);
    expect(fault).toMatch(message);
    expect(fault).toContain('Nothing was changed.');
  });
});
