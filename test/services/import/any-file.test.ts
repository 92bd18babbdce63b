/** Files in whatever shape they come: each is read as a table first, and then by its mapping. */
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHistory } from '../../../db/history/read-history.ts';
import { encodeAs } from '../../support/encode-text.ts';
import { importInto, leadsOf, newImportWorkshop, reportOf, writeSource } from '../../support/import-into.ts';
import { inspectedTable } from '../../support/inspected-table.ts';
import { workbookFile } from '../../support/workbook-file.ts';

const LEADS = { format: 'accord.mapping/1', rows: 'leads', lead: 'Id' } as const;
const text = (cell: string) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
const row = (...cells: readonly string[]) => `<row>${cells.map(text).join('')}</row>`;

describe('a file in another encoding', () => {
  it.each(['windows-1250', 'iso-8859-2', 'utf-16le'] as const)(
    'given %s is stated then its letters are right',
    async (encoding) => {
      const workshop = newImportWorkshop();
      const file = writeSource('leady.csv', encodeAs('Id;Miasto\na;Łódź\nb;Żary\n', encoding));
      const report = await reportOf(workshop, [{ file, reading: { encoding }, mapping: LEADS }]);
      expect(leadsOf(readHistory(workshop))).toEqual({ a: { Miasto: 'Łódź' }, b: { Miasto: 'Żary' } });
      expect(report.sources).toMatchObject([{ encoding }]);
    },
  );

  it('given none is stated then windows-1252 is taken, and the import says so', async () => {
    const workshop = newImportWorkshop();
    const file = writeSource('leads.csv', Buffer.from('Id,City\na,K\xf6ln\n', 'latin1'));
    const { warnings } = await reportOf(workshop, [{ file, mapping: LEADS }]);
    expect(leadsOf(readHistory(workshop))).toEqual({ a: { City: 'Köln' } });
    expect(warnings).toEqual([expect.stringContaining('windows-1252')]);
  });
});

describe('a file whose stated encoding is not its own', () => {
  it('is shown with what cannot be read, before anything is brought in', async () => {
    const file = writeSource('leads.csv', Buffer.from('Id,City\na,K\xf6ln\nb,Bonn\n', 'latin1'));
    const { warnings, preview } = await inspectedTable(file, { encoding: 'utf-8' });
    expect(preview).toEqual([['b', 'Bonn']]);
    expect(warnings).toEqual([expect.stringMatching(/^1 of the first 2 rows cannot be read; the first is line 2: /)]);
  });
});

describe('a file called leads.csv', () => {
  it('given a mapping then it is read by it, whatever its columns are', async () => {
    const workshop = newImportWorkshop();
    const file = writeSource('leads.csv', 'id,created\na,2025-01-02\n');
    const { files } = await reportOf(workshop, [{ file, mapping: { ...LEADS, lead: 'id', created: 'created' } }]);
    expect(files).toMatchObject([{ file: 'leads.csv', read: 1, accepted: 1 }]);
  });
});

describe('a workbook', () => {
  const workbook = () =>
    writeSource(
      'crm.csv',
      workbookFile({
        sheets: [
          { name: 'Notes', rows: row('nothing here') },
          { name: 'Leads', rows: `${row('Id', 'City')}${row('a', 'Łódź')}${row('b', '=1+1')}` },
        ],
      }),
    );

  it('given the name of a CSV then it is read as what it is, by the sheet that was chosen', async () => {
    const workshop = newImportWorkshop();
    await reportOf(workshop, [{ file: workbook(), reading: { sheet: 'Leads' }, mapping: LEADS }]);
    expect(leadsOf(readHistory(workshop))).toEqual({ a: { City: 'Łódź' }, b: { City: '=1+1' } });
  });

  it('is inspected with its sheets', async () => {
    const inspected = await inspectedTable(workbook(), { sheet: 'Leads' });
    expect(inspected).toMatchObject({
      encoding: 'xlsx',
      delimiter: null,
      sheets: ['Notes', 'Leads'],
      sheet: 'Leads',
      columns: [{ name: 'Id' }, { name: 'City' }],
      preview: [
        ['a', 'Łódź'],
        ['b', '=1+1'],
      ],
    });
  });
});

describe('a file of an odd shape', () => {
  it('given titles above the heading then rows are named by their lines in the file', async () => {
    const workshop = newImportWorkshop();
    const file = writeSource('report.csv', 'Our leads\n\nId,City,Zip\na,"one\ntwo",1\nb\nc,Roma,3\n');
    const { files, rejected } = await reportOf(workshop, [{ file, mapping: LEADS }]);
    expect(files).toMatchObject([{ file: 'report.csv', read: 4, accepted: 2, rejected: 2 }]);
    expect(rejected.map(({ line }) => line)).toEqual([1, 6]);
  });

  it('given no heading then the columns are numbered', async () => {
    const workshop = newImportWorkshop();
    const file = writeSource('bare.csv', 'a,12\nb,13\n');
    await reportOf(workshop, [{ file, reading: { header: 'none' }, mapping: { ...LEADS, lead: 'column 1' } }]);
    expect(leadsOf(readHistory(workshop))).toEqual({ a: { 'column 2': '12' }, b: { 'column 2': '13' } });
  });

  it('given a quotation mark that is not closed then its row alone is rejected, with its cells kept', async () => {
    const workshop = newImportWorkshop();
    const many = Array.from({ length: 400 }, (_, index) => `L${index},x\n`).join('');
    const file = writeSource('odd.csv', `Id,City\n${many}M,"oops\nN,fine\n`);
    const { files, rejected } = await reportOf(workshop, [{ file, mapping: LEADS }]);
    expect(files).toMatchObject([{ read: 402, accepted: 401, rejected: 1, duplicate: 0 }]);
    expect(rejected).toMatchObject([{ line: 402, reason: expect.stringContaining('quot') as string }]);
  });

  it('given blank cells beyond the heading then its rows are whole', async () => {
    const workshop = newImportWorkshop();
    const file = writeSource('wide.csv', 'Id,City\na,Roma,,\nb,Bari\nc,Bari,x\n');
    const { rejected } = await reportOf(workshop, [{ file, mapping: LEADS }]);
    expect(Object.keys(leadsOf(readHistory(workshop)))).toEqual(['a', 'b']);
    expect(rejected).toMatchObject([{ line: 4 }]);
  });

  it('leaves nothing beside the workshop, whether it is read or refused', async () => {
    const workshop = newImportWorkshop();
    const folder = dirname(workshop.path);
    const before = readdirSync(folder).toSorted();
    const file = writeSource('leady.csv', encodeAs('Id;Miasto\na;Łódź\n', 'utf-16le'));
    await reportOf(workshop, [{ file, mapping: LEADS }]);
    const refused = await importInto(workshop, [
      {
        file,
        mapping: {
          format: 'accord.mapping/1',
          rows: 'activities',
          lead: 'Id',
          at: 'Miasto',
          leadBy: 'Email',
          type: { constant: 'x' },
        },
      },
    ]);
    expect(refused).toMatchObject({
      ok: false,
      error: { kind: 'badMapping', detail: expect.stringContaining('Email') as string },
    });
    expect(readdirSync(folder).toSorted()).toEqual(before);
  });
});
