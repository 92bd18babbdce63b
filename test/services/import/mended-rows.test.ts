import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHistory } from '../../../db/history/read-history.ts';
import type { WritableWorkshop } from '../../../db/workshop.ts';
import { rejectedCsv } from '../../../services/import/rows/rejected-csv.ts';
import { newImportWorkshop, reportOf, writeSources } from '../../support/import-into.ts';
import { offeredFor } from '../../support/offered-mapping.ts';

const BASE = { format: 'accord.mapping/1', stages: [], leaveOut: [], missing: [] } as const;
const LEADS = { ...BASE, rows: 'leads', lead: 'key', created: 'made' } as const;
const ODD = ['"she said ""no"""', '"two\r\nlines"', '"two\nlines"', '=1+1', '007', '"a, b; c"', ' padded ', '-', '“ż”'];
const ODD_READ = ['she said "no"', 'two\r\nlines', 'two\nlines', '=1+1', '007', 'a, b; c', 'padded', '-', '“ż”'];

/** The CSV of a file's rejected rows, in pieces of two rows, as one text. */
function exported(workshop: WritableWorkshop, importId: number, file: string): string {
  let csv = '';
  for (let offset: number | null = 0; offset !== null; ) {
    const piece = rejectedCsv(workshop, { importId, file }, offset, 2);
    csv += piece.csv;
    offset = piece.nextOffset;
  }
  return csv;
}

function attribute(workshop: WritableWorkshop, name: string): readonly string[] {
  const column = readHistory(workshop).leads.attributes.find((one) => one.name === name);
  return [...(column?.codes ?? [])].map((code) => column?.cells[code] ?? '');
}

describe('rejected rows of leads', () => {
  it('come back when they are mended: all accepted, their cells unchanged, nothing doubled', async () => {
    const workshop = newImportWorkshop();
    const rows = ODD.map((cell, index) => `K${index},soon,${cell}`);
    const folder = writeSources({ 'Leads.csv': `key,made,note\nFine,2025-01-01,x\n${rows.join('\n')}\n` });
    const first = await reportOf(workshop, [{ file: join(folder, 'Leads.csv'), mapping: LEADS }]);
    expect(first.tables).toMatchObject([{ read: 10, accepted: 1, rejected: 9 }]);
    const mended = exported(workshop, first.id, 'Leads.csv').replaceAll(',soon,', ',2025-02-03,');
    expect(mended).toMatch(/^\ufeffaccord line,accord column,accord reason,key,made,note\r\n3,made,/u);

    const back = writeSources({ 'Leads-rejected.csv': mended });
    const offered = await offeredFor(workshop, join(back, 'Leads-rejected.csv'));
    expect(offered).toMatchObject({ columns: ['key', 'made', 'note'], isEarlier: true, mapping: LEADS });
    const request = [{ file: join(back, 'Leads-rejected.csv'), mapping: offered.mapping }];
    const second = await reportOf(workshop, request);
    expect(second.tables).toMatchObject([{ read: 9, accepted: 9, rejected: 0, duplicate: 0 }]);
    expect(second.warnings).toEqual([]);
    expect(attribute(workshop, 'note')).toEqual(['x', ...ODD_READ]);
    expect(readHistory(workshop).leads.attributes.map(({ name }) => name)).toEqual(['created', 'note']);

    const before = readHistory(workshop);
    expect((await reportOf(workshop, request)).tables).toMatchObject([{ read: 9, accepted: 0, duplicate: 9 }]);
    expect(readHistory(workshop)).toEqual(before);
  });

  it('of the wrong width are written as they were', async () => {
    const workshop = newImportWorkshop();
    const folder = writeSources({ 'Leads.csv': 'key;made;note\nA;2025-01-01\nB;2025-01-01;x;y\nC;2025-01-01;z\n' });
    const { id, tables } = await reportOf(workshop, [{ file: join(folder, 'Leads.csv'), mapping: LEADS }]);
    expect(tables).toMatchObject([{ read: 3, accepted: 1, rejected: 2 }]);
    const lines = exported(workshop, id, 'Leads.csv').split('\r\n');
    expect(lines[1]).toMatch(/,A,2025-01-01$/u);
    expect(lines[2]).toMatch(/,B,2025-01-01,x,y$/u);
    const mended = lines.join('\n').replace('x,y', 'x').replace('A,2025-01-01', 'A,2025-01-01,w');
    const back = writeSources({ 'again.csv': mended });
    const second = await reportOf(workshop, [{ file: join(back, 'again.csv'), mapping: LEADS }]);
    expect(second.tables).toMatchObject([{ read: 2, accepted: 2 }]);
    expect(attribute(workshop, 'note')).toEqual(['z', 'w', 'x']);
  });

  it('that are rejected once more have the columns of the first time but once', async () => {
    const workshop = newImportWorkshop();
    const folder = writeSources({ 'Leads.csv': 'key,made\nA,soon\n' });
    const first = await reportOf(workshop, [{ file: join(folder, 'Leads.csv'), mapping: LEADS }]);
    const csv = exported(workshop, first.id, 'Leads.csv');
    const back = writeSources({ 'Leads-rejected.csv': csv.replace('soon', 'later') });
    const second = await reportOf(workshop, [{ file: join(back, 'Leads-rejected.csv'), mapping: LEADS }]);
    expect(second.tables).toMatchObject([{ read: 1, rejected: 1 }]);
    expect(exported(workshop, second.id, 'Leads-rejected.csv')).toBe(csv.replace('soon', 'later'));
  });

  it('are read back where a spreadsheet has moved the columns and saved with semicolons', async () => {
    const workshop = newImportWorkshop();
    const folder = writeSources({
      'x.csv': 'key;made;accord reason;note;accord line;accord column\nA;2025-01-01;why;n;4;made\n',
    });
    const file = join(folder, 'x.csv');
    expect((await offeredFor(workshop, file)).columns).toEqual(['key', 'made', 'note']);
    await reportOf(workshop, [{ file, mapping: LEADS }]);
    expect(readHistory(workshop).leads.attributes.map(({ name }) => name)).toEqual(['created', 'note']);
  });
});

describe('rejected rows of mapped activities and stages', () => {
  const CALLS = { ...BASE, rows: 'activities', lead: 'who', at: 'when', type: { column: 'what' } } as const;
  const DEALS = {
    ...BASE,
    rows: 'stages',
    lead: 'who',
    stages: [{ stage: 'won', at: 'closed', amount: 'value', reason: 'why' }],
  } as const;

  it('come back when they are mended', async () => {
    const workshop = newImportWorkshop();
    const folder = writeSources({
      'leads.csv': 'key,made\nA,2025-01-01\n',
      'calls.csv': 'who,when,what,note\nA,2025-01-02,call,x\nA,soon,call,"=1+1, ""q"""\nZ,2025-01-03,call,007\n',
      'deals.csv': 'who,closed,value,why\nA,2025-02-01,10,x\nA,2025-03-01,lots,"a\nb"\nZ,2025-04-01,70.50,=1+1\n',
    });
    const first = await reportOf(workshop, [
      { file: join(folder, 'leads.csv'), mapping: LEADS },
      { file: join(folder, 'calls.csv'), mapping: CALLS },
      { file: join(folder, 'deals.csv'), mapping: DEALS },
    ]);
    expect(first.files.map(({ file, read, rejected }) => [file, read, rejected])).toEqual([
      ['leads.csv', 1, 0],
      ['calls.csv', 3, 2],
      ['deals.csv', 3, 2],
    ]);
    const mend = (file: string) =>
      exported(workshop, first.id, file)
        .replace(',Z,', ',A,')
        .replace(',soon,', ',2025-01-04,')
        .replace(',lots,', ',20,');
    const back = writeSources({ 'calls-rejected.csv': mend('calls.csv'), 'deals-rejected.csv': mend('deals.csv') });
    const request = [];
    for (const name of ['calls-rejected.csv', 'deals-rejected.csv']) {
      const file = join(back, name);
      request.push({ file, mapping: (await offeredFor(workshop, file)).mapping });
    }
    expect(request.map(({ mapping }) => mapping)).toEqual([CALLS, DEALS]);
    const second = await reportOf(workshop, request);
    expect(second.tables).toMatchObject([
      { table: 'activities', read: 2, accepted: 2 },
      { table: 'stages', read: 2, accepted: 2 },
    ]);
    const { activities, stages } = readHistory(workshop);
    const cellsOf = ({ cells, codes }: typeof stages.reason) => [...codes].map((code) => cells[code]);
    expect(activities.properties.map(({ name }) => name)).toEqual(['note']);
    expect(activities.properties.flatMap(cellsOf)).toEqual(['x', '007', '=1+1, "q"']);
    expect([...stages.amount]).toEqual([10, 20, 70.5]);
    expect(cellsOf(stages.reason)).toEqual(['x', 'a\nb', '=1+1']);
    const again = await reportOf(workshop, request);
    expect(again.tables).toMatchObject([
      { duplicate: 2, accepted: 0 },
      { duplicate: 2, accepted: 0 },
    ]);
  });
});

describe('rejected rows of a data folder', () => {
  it('have the heading of their table, and come back by the mapping that is proposed', async () => {
    const workshop = newImportWorkshop();
    const folder = writeSources({
      'leads.csv': 'id,created\nA,2025-01-01\n',
      'activities.csv': 'lead,at,type,note\nA,2025-01-02,call,x\nZ,2025-01-03,call,"=1, ""q"""\n',
      'stages.csv':
        'lead,at,stage,amount,reason\nA,2025-02-01,mql,,\nZ,2025-03-01,Won,10.50,"a\nb"\nZ,2025-02-15,SQL,,\n',
    });
    const first = await reportOf(workshop, [{ file: folder }]);
    const textByName: Record<string, string> = {};
    for (const table of ['activities', 'stages'])
      textByName[`${table}-rejected.csv`] = exported(workshop, first.id, `${table}.csv`).replaceAll(',Z,', ',A,');
    const back = writeSources(textByName);
    const request = [];
    for (const name of Object.keys(textByName)) {
      const file = join(back, name);
      request.push({ file, mapping: (await offeredFor(workshop, file)).mapping });
    }
    const second = await reportOf(workshop, request);
    expect(second.files).toMatchObject([
      { table: 'activities', read: 1, accepted: 1 },
      { table: 'stages', read: 2, accepted: 2 },
    ]);
    const mended = newImportWorkshop();
    await reportOf(mended, [
      {
        file: writeSources({
          'leads.csv': 'id,created\nA,2025-01-01\n',
          'activities.csv': 'lead,at,type,note\nA,2025-01-02,call,x\nA,2025-01-03,call,"=1, ""q"""\n',
          'stages.csv':
            'lead,at,stage,amount,reason\nA,2025-02-01,mql,,\nA,2025-03-01,Won,10.50,"a\nb"\nA,2025-02-15,SQL,,\n',
        }),
      },
    ]);
    expect(readHistory(workshop)).toEqual(readHistory(mended));
  });
});

describe('rejected rows of a file whose e-mail addresses are told of', () => {
  it('are written as they were, of the wrong width too, and a delimiter at the end is none', async () => {
    const workshop = newImportWorkshop();
    const rows = [
      'A,2025-01-01,a@gmail.com,',
      'B,2025-01-01',
      'C,2025-01-01,c@firm.example,y',
      'D,soon,d@firm.example',
    ];
    const folder = writeSources({ 'Leads.csv': `key,made,mail\n${rows.join('\n')}\n` });
    const mapping = { ...LEADS, email: 'mail' };
    const { id, tables } = await reportOf(workshop, [{ file: join(folder, 'Leads.csv'), mapping }]);
    expect(tables).toMatchObject([{ read: 4, accepted: 1, rejected: 3 }]);
    const lines = exported(workshop, id, 'Leads.csv').split('\r\n');
    expect(lines[0]).toMatch(/,key,made,mail$/u);
    expect(lines[1]).toMatch(/,It has 2 cells where the heading has 3.,B,2025-01-01$/u);
    expect(lines[2]).toMatch(/,It has 4 cells where the heading has 3.,C,2025-01-01,c@firm.example,y$/u);
    expect(lines[3]).toMatch(/,D,soon,d@firm.example$/u);
    const mended = lines.join('\n').replace('B,2025-01-01', 'B,2025-01-01,b@x.example').replace('example,y', 'example');
    const back = writeSources({ 'again.csv': mended.replace(',soon,', ',2025-01-01,') });
    const second = await reportOf(workshop, [{ file: join(back, 'again.csv'), mapping }]);
    expect(second.tables).toMatchObject([{ read: 3, accepted: 3 }]);
    expect(attribute(workshop, 'email_domain')).toEqual(['gmail.com', 'x.example', 'firm.example', 'firm.example']);
  });
});
