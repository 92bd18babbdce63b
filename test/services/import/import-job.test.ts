import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { STAGE_NAMES } from '../../../core/rule-set/rule-set.ts';
import { readHistory } from '../../../db/history/read-history.ts';
import { createWorkshop } from '../../../db/open-workshop.ts';
import { listImports, listRejectedRows } from '../../../db/queries/imports.ts';
import { runImport } from '../../../services/import/import-job.ts';
import { inspectedTable } from '../../support/inspected-table.ts';

const DATA = new URL('../../../../shared/data/', import.meta.url);
const MAPPINGS = new URL('../../fixtures/mappings/', import.meta.url);
const NOW_MS = Date.UTC(2026, 0, 1);
const QUIET = { progress: () => {}, isCancelled: () => false };

function dataFile(name: string): string {
  const path = fileURLToPath(new URL(name, DATA));
  if (!existsSync(path)) throw new Error(`the shared data lack ${name}: this test needs it`);
  return path;
}
const mappingOf = (name: string): object => JSON.parse(readFileSync(new URL(name, MAPPINGS), 'utf8')) as object;
const temporary = () => mkdtempSync(join(tmpdir(), 'accord-import-'));
function newWorkshop() {
  const created = createWorkshop(join(temporary(), 'test.accord'));
  if (!created.ok) throw new Error(created.error.detail);
  return created.value;
}
type TestWorkshop = ReturnType<typeof newWorkshop>;
function csv(content: string | Uint8Array, name = 'export.csv'): string {
  const path = join(temporary(), name);
  writeFileSync(path, content);
  return path;
}
async function imported(workshop: TestWorkshop, path: string, mapping?: unknown) {
  const report = await runImport(
    workshop,
    { files: [{ file: path, ...(mapping === undefined ? {} : { mapping }) }], nowMs: NOW_MS },
    QUIET,
  );
  if (!report.ok) throw new Error(report.error.detail);
  return report.value;
}
async function failureOf(workshop: TestWorkshop, path: string, mapping?: unknown) {
  const report = await runImport(
    workshop,
    { files: [{ file: path, ...(mapping === undefined ? {} : { mapping }) }], nowMs: NOW_MS },
    QUIET,
  );
  return report.ok ? null : report.error;
}
const countsOf = (report: Awaited<ReturnType<typeof imported>>) =>
  report.tables.map(({ table, read, accepted, rejected, duplicate }) => [table, read, accepted, rejected, duplicate]);
function stageCounts(workshop: TestWorkshop): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const code of readHistory(workshop).stages.stage) {
    const name = STAGE_NAMES[code] ?? '';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
function attributeOf(workshop: TestWorkshop, name: string) {
  const column = readHistory(workshop).leads.attributes.find((one) => one.name === name);
  if (column === undefined) throw new Error(`no attribute ${name}`);
  const missing = column.codes.filter((code) => code === -1).length;
  const rowsOf = (cell: string) => column.codes.filter((code) => column.cells[code] === cell).length;
  return { ...column, missing, rowsOf };
}

const LEADS = { format: 'accord.mapping/1', rows: 'leads', lead: 'key' };

describe('the X Education export, by its mapping', () => {
  it('gives every lead, its outcome as a stage on the reference date, and its attributes', async () => {
    const workshop = newWorkshop();
    const report = await imported(workshop, dataFile('x-education/Leads.csv'), mappingOf('x-education.json'));
    expect(countsOf(report)).toEqual([
      ['leads', 9240, 9240, 0, 0],
      ['stages', 9240, 9240, 0, 0],
    ]);
    expect(stageCounts(workshop)).toEqual({ sql: 3561, lost: 5679 });
    expect(new Set(readHistory(workshop).leads.createdAtMs)).toEqual(new Set([Date.UTC(2000, 0, 1)]));
    expect(attributeOf(workshop, 'TotalVisits')).toMatchObject({ missing: 137, kind: 'number' });
    expect(attributeOf(workshop, 'Lead Source').missing).toBe(36);
    expect(attributeOf(workshop, 'Lead Source').rowsOf('Google')).toBe(2868);
    expect(attributeOf(workshop, 'Country').missing).toBe(2461);
    expect(attributeOf(workshop, 'Specialization').cells).not.toContain('Select');
    expect(report.warnings).toEqual(['Column 38 has no heading; it was left out.']);
  });

  it('is inspected: its id, its outcome and its "not answered" are proposed', async () => {
    const inspected = await inspectedTable(dataFile('x-education/Leads.csv'));
    expect(inspected).toMatchObject({
      encoding: 'utf-8',
      delimiter: ',',
      proposed: {
        rows: 'leads',
        lead: 'Prospect ID',
        missing: ['Select'],
        stages: [
          { stage: 'sql', column: 'Converted', when: ['1'] },
          { stage: 'lost', column: 'Converted', when: ['0'] },
        ],
      },
    });
    expect([inspected.columns.length, inspected.preview.length]).toEqual([38, 20]);
  });
});

describe('the Olist funnel, leads first and deals after', () => {
  it('gives 8,000 handed-over leads and 842 won ones', async () => {
    const workshop = newWorkshop();
    const leads = await imported(
      workshop,
      dataFile('olist-funnel/olist_marketing_qualified_leads_dataset.csv'),
      mappingOf('olist-leads.json'),
    );
    const deals = await imported(
      workshop,
      dataFile('olist-funnel/olist_closed_deals_dataset.csv'),
      mappingOf('olist-deals.json'),
    );
    expect(countsOf(leads)).toEqual([
      ['leads', 8000, 8000, 0, 0],
      ['stages', 8000, 8000, 0, 0],
    ]);
    expect(countsOf(deals)).toEqual([['stages', 842, 842, 0, 0]]);
    expect(stageCounts(workshop)).toEqual({ mql: 8000, won: 842 });
    expect(attributeOf(workshop, 'origin').missing).toBe(60);
    expect(attributeOf(workshop, 'origin').rowsOf('organic_search')).toBe(2296);
    const { leads: table, stages } = readHistory(workshop);
    expect([Math.min(...table.createdAtMs), Math.max(...table.createdAtMs)]).toEqual([
      Date.UTC(2017, 5, 14),
      Date.UTC(2018, 4, 31),
    ]);
    const early = [...table.ids.keys()].filter((lead) =>
      stages.atMs
        .subarray(stages.offsets[lead], stages.offsets[lead + 1])
        .some((atMs) => atMs < (table.createdAtMs[lead] ?? 0)),
    );
    expect(early.map((lead) => table.ids[lead])).toEqual(['b91cf8812365f50ff4bda4bcd6206b05']);
  });

  it('changes nothing when it is imported a second time', async () => {
    const workshop = newWorkshop();
    const files = [
      ['olist_marketing_qualified_leads_dataset.csv', 'olist-leads.json'],
      ['olist_closed_deals_dataset.csv', 'olist-deals.json'],
    ] as const;
    for (const [file, mapping] of files) await imported(workshop, dataFile(`olist-funnel/${file}`), mappingOf(mapping));
    const before = readHistory(workshop);
    const again = [];
    for (const [file, mapping] of files)
      again.push(...countsOf(await imported(workshop, dataFile(`olist-funnel/${file}`), mappingOf(mapping))));
    expect(again).toEqual([
      ['leads', 8000, 0, 0, 8000],
      ['stages', 8000, 0, 0, 8000],
      ['stages', 842, 0, 0, 842],
    ]);
    expect(readHistory(workshop)).toEqual(before);
  });

  it('is inspected: first contact is the creation, a won date makes stages', async () => {
    expect(
      (await inspectedTable(dataFile('olist-funnel/olist_marketing_qualified_leads_dataset.csv'))).proposed,
    ).toEqual(mappingOf('olist-leads.json'));
    expect((await inspectedTable(dataFile('olist-funnel/olist_closed_deals_dataset.csv'))).proposed).toMatchObject(
      mappingOf('olist-deals.json'),
    );
  });
});

describe('rows that cannot be read', () => {
  it('are rejected with line, column, value and reason, and the others are imported', async () => {
    const workshop = newWorkshop();
    const file = csv(
      'key;made;note\nA;2025-01-01;"two\nlines"\nB;soon;x\n;2025-01-01;x\nA;2025-01-02;x\nC;2025-01-03\nD;2025-01-04;y\n',
    );
    const report = await imported(workshop, file, { ...LEADS, created: 'made' });
    expect(countsOf(report)).toEqual([['leads', 6, 2, 3, 1]]);
    expect(listRejectedRows(workshop, report.id, 0, 10)).toEqual({
      total: 3,
      rows: [
        {
          file: 'export.csv',
          table: 'leads',
          line: 4,
          column: 'made',
          value: 'soon',
          reason: expect.stringContaining('ISO 8601') as unknown,
        },
        { file: 'export.csv', table: 'leads', line: 5, column: 'key', value: '', reason: 'The id is empty.' },
        {
          file: 'export.csv',
          table: 'leads',
          line: 7,
          column: null,
          value: null,
          reason: 'The row has 2 cells, and the heading has 3.',
        },
      ],
    });
    expect(listImports(workshop)).toMatchObject([
      {
        id: report.id,
        sources: [
          { name: 'export.csv', encoding: 'utf-8', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown },
        ],
      },
    ]);
  });

  it('of leads that the workshop lacks are rejected with that reason', async () => {
    const workshop = newWorkshop();
    await imported(workshop, csv('key\nA\n'), LEADS);
    const calls = {
      format: 'accord.mapping/1',
      rows: 'activities',
      lead: 'who',
      at: 'when',
      type: { constant: 'call' },
    };
    const report = await imported(workshop, csv('who,when,length\nA,2025-01-01 10:00,5\nX,2025-01-01,7\n'), calls);
    expect(countsOf(report)).toEqual([['activities', 2, 1, 1, 0]]);
    expect(listRejectedRows(workshop, report.id, 0, 10).rows).toMatchObject([
      { line: 3, column: 'who', value: 'X', reason: 'There is no lead with this id.' },
    ]);
    expect(readHistory(workshop).activities).toMatchObject({
      count: 1,
      type: { cells: ['call'] },
      properties: [{ name: 'length', kind: 'number' }],
    });
  });

  it('reads a time in the zone of the mapping', async () => {
    const workshop = newWorkshop();
    await imported(workshop, csv('key,made\nA,2025-07-01 12:00\n'), {
      ...LEADS,
      created: 'made',
      timeZone: 'Europe/Warsaw',
    });
    await imported(workshop, csv('key,made\nB,2025-07-01 12:00\n'), {
      ...LEADS,
      created: 'made',
      timeZone: 'America/New_York',
    });
    expect(readHistory(workshop).timeZone).toBe('Europe/Warsaw');
    expect([...readHistory(workshop).leads.createdAtMs]).toEqual([Date.UTC(2025, 6, 1, 10), Date.UTC(2025, 6, 1, 16)]);
  });
});

describe('encodings', () => {
  it.each<readonly [string, Uint8Array]>([
    ['windows-1252', Buffer.from('key,city\nA,K\xf6ln \x80\n', 'latin1')],
    ['utf-8', Buffer.from('\ufeffkey,city\nA,Köln €\n')],
    ['utf-16le', Buffer.from('\ufeffkey,city\nA,Köln €\n', 'utf16le')],
  ])('%s is found and read without a lost character', async (encoding, bytes) => {
    const workshop = newWorkshop();
    const report = await imported(workshop, csv(bytes), LEADS);
    expect(report.sources[0]?.encoding).toBe(encoding);
    expect(attributeOf(workshop, 'city').cells).toEqual(['Köln €']);
  });

  it('reads a file that an earlier export has damaged, and says so', async () => {
    expect((await imported(newWorkshop(), csv('key,city\nA,K\ufffdln\n'), LEADS)).warnings).toEqual([
      expect.stringMatching(/lost character .*line 2/),
    ]);
  });
});

describe('a file that is refused leaves the workshop as it was', () => {
  const good = 'key,x\nA,1\n';
  it.each<readonly [string, string | Uint8Array, unknown, string, RegExp]>([
    ['NUL characters', 'key,x\nA,\0\n', LEADS, 'badSource', /line 2 holds a NUL character/],
    ['a zip that is no workbook', Buffer.from('PK\u0003\u0004\0\0', 'latin1'), LEADS, 'badSource', /is damaged/],
    ['no content', '', LEADS, 'badSource', /is empty/],
    ['no mapping', good, undefined, 'badMapping', /needs a mapping/],
    [
      'a column that is not there',
      good,
      { ...LEADS, created: 'made' },
      'badMapping',
      /created: the file has no column "made"; it has "key", "x"/,
    ],
    ['an unknown key of the mapping', good, { ...LEADS, color: 1 }, 'badMapping', /at color/],
    [
      'a stage without its date',
      good,
      { format: 'accord.mapping/1', rows: 'stages', lead: 'key', stages: [{ stage: 'won' }] },
      'badMapping',
      /at stages\[0\]\.at/,
    ],
    [
      'activities without a time',
      good,
      { format: 'accord.mapping/1', rows: 'activities', lead: 'key' },
      'badMapping',
      /at at/,
    ],
  ])('for %s', async (_, content, mapping, kind, message) => {
    const workshop = newWorkshop();
    await imported(workshop, csv('key\nZ\n'), LEADS);
    const before = readHistory(workshop);
    const failure = await failureOf(workshop, csv(content), mapping);
    expect(failure).toMatchObject({ kind, detail: expect.stringMatching(message) as unknown });
    expect(failure?.detail).toContain('Nothing was changed.');
    expect(readHistory(workshop)).toEqual(before);
    expect(listImports(workshop)).toHaveLength(1);
  });

  it('so does a cancelled import', async () => {
    const workshop = newWorkshop();
    const report = await runImport(
      workshop,
      { files: [{ file: csv('key\nA\n'), mapping: LEADS }], nowMs: NOW_MS },
      { progress: () => {}, isCancelled: () => true },
    );
    expect(report).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(readHistory(workshop).leads.count).toBe(0);
  });
});

describe('a data folder imported into a workshop that has a history', () => {
  it('adds what is new and counts what it has already', async () => {
    const workshop = newWorkshop();
    const folder = temporary();
    const write = (leads: string, activities: string) => {
      writeFileSync(join(folder, 'leads.csv'), `id,created\n${leads}`);
      writeFileSync(join(folder, 'activities.csv'), `lead,at,type,url\n${activities}`);
    };
    write('A,2025-01-01\n', 'A,2025-01-02,page,/a\nA,2025-01-02,page,/a\n');
    await imported(workshop, folder);
    write(
      'A,2025-01-01\nB,2025-01-05\n',
      'A,2025-01-02,page,/a\nA,2025-01-02,Page,/a\nA,2025-01-02,page,/a\nB,2025-01-06,page,\nX,2025-01-06,page,\n',
    );
    expect(countsOf(await imported(workshop, folder))).toEqual([
      ['leads', 2, 1, 0, 1],
      ['activities', 5, 2, 1, 2],
    ]);
    expect(readHistory(workshop).activities.count).toBe(4);
  });
});
