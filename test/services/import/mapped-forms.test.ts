/** Dates, numbers and answers as a team writes them, through a mapping that says in which form. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHistory } from '../../../db/history/read-history.ts';
import { createWorkshop } from '../../../db/open-workshop.ts';
import { listRejectedRows } from '../../../db/queries/imports.ts';
import { runImport } from '../../../services/import/import-job.ts';
import { parseMapping } from '../../../services/import/mapping/parse-mapping.ts';
import { inspectedTable } from '../../support/inspected-table.ts';

const QUIET = { progress: () => {}, isCancelled: () => false };

function newWorkshop() {
  const created = createWorkshop(join(mkdtempSync(join(tmpdir(), 'accord-forms-')), 'test.accord'));
  if (!created.ok) throw new Error(created.error.detail);
  return created.value;
}

function fileOf(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'accord-forms-')), 'export.csv');
  writeFileSync(path, text);
  return path;
}

async function imported(workshop: ReturnType<typeof newWorkshop>, text: string, mapping: object) {
  const document = { format: 'accord.mapping/1', ...mapping };
  const report = await runImport(workshop, { files: [{ file: fileOf(text), mapping: document }], nowMs: 0 }, QUIET);
  if (!report.ok) throw new Error(report.error.detail);
  return { report: report.value, rejected: listRejectedRows(workshop, report.value.id, 0, 100).rows };
}

const LEADS = `Id;Born;Since;Worth;Member;Newsletter
a;03/04/2021 14:30;45631;1.234,50 €;Tak;x
b;13/04/2021;n/a;(5);Nie;
c;04/13/2021;45632;7;Tak;x
d;;soon;1,5;może;x
`;
const LEADS_MAPPING = {
  rows: 'leads',
  lead: 'Id',
  created: 'Born',
  timeZone: 'Europe/Warsaw',
  dates: { Born: 'dmy', Since: 'excel-1900' },
  numbers: { Worth: 'comma' },
  yesNo: { Member: 'answers', Newsletter: 'marks' },
  missing: ['n/a'],
};

describe('leads whose cells are written in forms', () => {
  it('are read in them; a creation that does not read rejects its row, another cell is kept and told', async () => {
    const workshop = newWorkshop();
    const { report, rejected } = await imported(workshop, LEADS, LEADS_MAPPING);
    expect(report.tables).toEqual([{ table: 'leads', read: 4, accepted: 3, rejected: 1, duplicate: 0, changed: 0 }]);
    expect(rejected).toMatchObject([{ line: 4, column: 'Born', value: '04/13/2021', reason: 'There is no month 13.' }]);
    expect(report.warnings).toEqual([
      'Column "Since": 1 cell was kept as written, the first of them "soon". This is no date number of a spreadsheet, such as 45631 or 45631.5.',
      'Column "Member": 1 cell was kept as written, the first of them "może". This is neither yes nor no in a language that Accord reads.',
    ]);
    const { leads } = readHistory(workshop);
    expect(leads.ids).toEqual(['a', 'b', 'd']);
    expect(new Date(leads.createdAtMs[0] ?? 0).toISOString()).toBe('2021-04-03T12:30:00.000Z');
    expect(
      leads.attributes.map(({ name, kind, cells, codes }) => [name, kind, [...codes].map((code) => cells[code] ?? '')]),
    ).toEqual([
      ['created', 'date', ['2021-04-03T14:30', '2021-04-13', '']],
      ['Since', 'date', ['2024-12-05', '', 'soon']],
      ['Worth', 'number', ['1234.50', '-5', '1.5']],
      ['Member', 'yes/no', ['yes', 'no', 'może']],
      ['Newsletter', 'yes/no', ['yes', 'no', 'yes']],
    ]);
  });
});

describe('activities and stages whose cells are written in forms', () => {
  it('are read in them, and an equal cell in another spelling is the same cell', async () => {
    const workshop = newWorkshop();
    await imported(workshop, 'Id,Born\na,2021-01-01\n', { rows: 'leads', lead: 'Id', created: 'Born' });
    const calls =
      'Who,When,Cost,Seen\na,4/13/2021 2:30 PM,"1,234",Да\na,4/13/2021 2:31 PM,1.234,нет\na,13/4/2021,$5,Да\na,4/14/2021,"$1,234.00",perhaps\n';
    const mapping = {
      rows: 'activities',
      lead: 'Who',
      at: 'When',
      type: { constant: 'call' },
      dates: { When: 'mdy' },
      numbers: { Cost: 'point' },
      yesNo: { Seen: 'answers' },
    };
    const first = await imported(workshop, calls, mapping);
    expect(first.report.tables).toEqual([
      { table: 'activities', read: 4, accepted: 3, rejected: 1, duplicate: 0, changed: 0 },
    ]);
    expect(first.rejected).toMatchObject([
      { line: 4, column: 'When', value: '13/4/2021', reason: 'There is no month 13.' },
    ]);
    expect(first.report.warnings).toEqual([
      'Column "Seen": 1 cell was kept as written, the first of them "perhaps". This is neither yes nor no in a language that Accord reads.',
    ]);
    const { activities } = readHistory(workshop);
    expect([...activities.atMs].map((atMs) => new Date(atMs).toISOString().slice(0, 16))).toEqual([
      '2021-04-13T14:30',
      '2021-04-13T14:31',
      '2021-04-14T00:00',
    ]);
    expect(
      activities.properties.map(({ name, kind, cells, codes }) => [
        name,
        kind,
        [...codes].map((code) => cells[code] ?? ''),
      ]),
    ).toEqual([
      ['Cost', 'number', ['1234', '1.234', '1234.00']],
      ['Seen', 'yes/no', ['yes', 'no', 'perhaps']],
    ]);
    const again = await imported(workshop, calls, mapping);
    expect(again.report.tables).toEqual([
      { table: 'activities', read: 4, accepted: 0, rejected: 1, duplicate: 3, changed: 0 },
    ]);

    const deals = 'Who,Closed,Amount\na,1618444980,"1 200,50 zł"\na,soon,1\na,1618444981,1.5\n';
    const won = await imported(workshop, deals, {
      rows: 'stages',
      lead: 'Who',
      dates: { Closed: 'epoch-seconds' },
      numbers: { Amount: 'comma' },
      stages: [{ stage: 'won', at: 'Closed', amount: 'Amount' }],
    });
    expect(won.rejected.map(({ line, column, value, reason }) => [line, column, value, reason])).toEqual([
      [3, 'Closed', 'soon', 'This is no number of seconds since 1970.'],
      [4, 'Amount', '1.5', 'This is no number with a decimal comma, such as 1.200,50.'],
    ]);
    expect([...readHistory(workshop).stages.amount]).toEqual([1200.5]);
  });
});

describe('a mapping with forms', () => {
  it.each([
    [{ dates: { Born: 'day first' } }, 'dates.Born', 'one of: plain, dmy, mdy'],
    [{ dates: ['Born'] }, 'dates', 'object in braces'],
    [{ numbers: { Worth: 'comma' }, dates: { Worth: 'dmy' } }, 'numbers.Worth', '"dates" has a form'],
    [{ dates: { Since: 'dmy' }, kinds: { Since: 'text' } }, 'dates.Since', '"kinds" says'],
    [{ numbers: { Born: 'point' } }, 'numbers.Born', 'uses this column for a time'],
  ])('%j is refused with its path', (keys, path, words) => {
    const parsed = parseMapping({ format: 'accord.mapping/1', rows: 'leads', lead: 'Id', created: 'Born', ...keys });
    expect(parsed.ok ? '' : parsed.error.detail).toContain(path);
    expect(parsed.ok ? '' : parsed.error.detail).toContain(words);
  });

  it('names a column that the file lacks', async () => {
    await expect(
      imported(newWorkshop(), 'Id\na\n', { rows: 'leads', lead: 'Id', dates: { Born: 'dmy' } }),
    ).rejects.toThrow('dates.Born');
  });
});

describe('what the rows inspected propose', () => {
  const inspected = (text: string) => inspectedTable(fileOf(text));

  it('is a form where the cells decide one', async () => {
    const { proposed } = await inspected(
      'Id;Created;Amount;Member;Due\na;13/04/2021;1.234,50;da;45631\nb;03/04/2021;7;nu;45700.5\n',
    );
    expect(proposed).toMatchObject({
      created: 'Created',
      dates: { Created: 'dmy' },
      numbers: { Amount: 'comma' },
      yesNo: { Member: 'answers' },
    });
    expect(proposed.dates).not.toHaveProperty('Due');
  });

  it('is nothing where they do not, and the column says so', async () => {
    const { proposed, columns } = await inspected(
      'Id,Created,Sum,Paid\na,03/04/2021,1.234,$5\nb,05/04/2021,2.345,€5\n',
    );
    expect(proposed.created).toBe('Created');
    expect([proposed.dates, proposed.numbers]).toEqual([undefined, undefined]);
    expect(columns.map(({ written }) => written)).toMatchObject([
      undefined,
      { as: 'date', decision: { kind: 'ambiguous', forms: ['dmy', 'mdy'], example: { line: 2, cell: '03/04/2021' } } },
      { as: 'number', decision: { kind: 'ambiguous' } },
      { as: 'number', decision: { kind: 'decided', units: ['$', '€'] } },
    ]);
  });

  it('is left to the user where many cells are no dates; they are counted', async () => {
    const { proposed, columns } = await inspected('Id,Created\na,13/04/2021\nb,soon\nc,14/04/2021\n');
    expect([proposed.created, proposed.dates]).toEqual(['Created', undefined]);
    expect(columns[1]?.written).toMatchObject({
      decision: { kind: 'decided', form: 'dmy', rows: 3, unread: { rows: 1, first: [{ line: 3, cell: 'soon' }] } },
    });
  });

  it('leaves plain digits with a few words among them the text that they were', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => `L${index},${index === 7 ? 'IV-01' : index}\n`);
    const { proposed, columns } = await inspected(`Id,Code\n${rows.join('')}`);
    expect([columns[1]?.kind, columns[1]?.written, proposed.numbers]).toEqual(['text', undefined, undefined]);
  });

  it('takes codes, years and counts for what they are', async () => {
    const { columns } = await inspected(
      'Id,Postcode,Closed,Phone,Version\na,00123,2,660-485-0224,1.2.3\nb,01234,3,660-485-0225,1.2.4\n',
    );
    expect(columns.map(({ written }) => written)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  it('counts words that may mean missing', async () => {
    const { columns } = await inspected('Id,Source\na,Select\nb,select\nc,-\nd,Google\n');
    expect(columns[1]).toMatchObject({
      missing: 0,
      missingTokens: [
        { token: 'Select', rows: 2 },
        { token: '-', rows: 1 },
      ],
    });
  });
});

describe('a history written in any form', () => {
  const pad = (value: number) => String(value).padStart(2, '0');
  const writers = {
    dmy: (at: Date) =>
      `${at.getUTCDate()}.${at.getUTCMonth() + 1}.${at.getUTCFullYear()} ${at.getUTCHours()}:${pad(at.getUTCMinutes())}`,
    mdy: (at: Date) =>
      `${pad(at.getUTCMonth() + 1)}/${pad(at.getUTCDate())}/${at.getUTCFullYear()} ${at.getUTCHours() % 12 || 12}:${pad(at.getUTCMinutes())} ${at.getUTCHours() < 12 ? 'AM' : 'PM'}`,
    plain: (at: Date) => at.toUTCString(),
    'excel-1900': (at: Date) => String((at.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000),
    'epoch-seconds': (at: Date) => String(at.getTime() / 1000),
    'epoch-milliseconds': (at: Date) => String(at.getTime()),
  } as const;
  const numberWriters = {
    point: (cents: number) => `$${(cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`,
    comma: (cents: number) => (cents / 100).toLocaleString('de-DE', { minimumFractionDigits: 2 }),
  } as const;
  const lead = fc.record({
    minute: fc.integer({ min: 0, max: 60_000_000 }),
    cents: fc.integer({ min: 0, max: 1e9 }),
    isIn: fc.boolean(),
  });
  const isFormOf = <K extends string>(record: Readonly<Record<K, unknown>>) =>
    fc.constantFrom(...(Object.keys(record) as K[]));

  it('comes back equal, in any order of columns', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(lead, { minLength: 1, maxLength: 20 }),
        isFormOf(writers),
        isFormOf(numberWriters),
        fc.constantFrom(['Yes', 'No'], ['da', 'nu'], ['Sì', 'No'], ['TAK', 'NIE'], ['да', 'нет']),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 }),
        async (leads, date, number, [yes = '', no = ''], order) => {
          const rows = leads.map((one, index) => [
            `L${index}`,
            writers[date](new Date(one.minute * 60_000)),
            numberWriters[number](one.cents),
            one.isIn ? yes : no,
          ]);
          const text = [['Id', 'Born', 'Worth', 'In'], ...rows]
            .map((cells) => order.map((index) => cells[index]).join(';'))
            .join('\n');
          const workshop = newWorkshop();
          await imported(workshop, text, {
            rows: 'leads',
            lead: 'Id',
            created: 'Born',
            dates: { Born: date },
            numbers: { Worth: number },
            yesNo: { In: 'answers' },
          });
          const read = readHistory(workshop).leads;
          const column = (name: string) => {
            const found = read.attributes.find((one) => one.name === name);
            return [...(found?.codes ?? [])].map((code) => found?.cells[code]);
          };
          expect([...read.createdAtMs]).toEqual(leads.map(({ minute }) => minute * 60_000));
          expect(column('Worth').map(Number)).toEqual(leads.map(({ cents }) => cents / 100));
          expect(column('In')).toEqual(leads.map(({ isIn }) => (isIn ? 'yes' : 'no')));
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);
});
