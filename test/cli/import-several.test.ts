/** `accord import` of several files at once: options after a file speak of that file, and each file is counted. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileCounts, ImportReport } from '../../api/import.ts';
import { runImportCommand } from '../../cli/commands/import.ts';
import { encodeAs } from '../support/encode-text.ts';
import { publicFile } from '../support/public-file.ts';
import { workbookFile } from '../support/workbook-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-several-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await runImportCommand(args, { out: (text) => out.push(text), err: (line) => err.push(line) });
  return { status, out: out.join(''), err: err.join('\n') };
}
async function countsOf(...args: readonly string[]) {
  const { status, out, err } = await run(...args, '--json');
  expect([status, err]).toEqual([0, '']);
  return (JSON.parse(out) as ImportReport).files.map(line);
}
const line = ({ file, table, read, accepted, rejected, duplicate }: FileCounts) =>
  `${file} ${table}: ${read} = ${accepted} + ${rejected} + ${duplicate}`;
const write = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('exports of one system', () => {
  it('Zoho: leads, deals, calls and events come in together, with the orphans counted', async () => {
    const files = ['Potentials.csv', 'Calls.csv', 'Leads.csv', 'Events.csv'].map((name) =>
      publicFile(`zoho-crm-demo/${name}`),
    );
    expect(await countsOf(join(folder, 'zoho.accord'), ...files, '--preset', 'auto')).toEqual([
      'Potentials.csv stages: 3632 = 3632 + 0 + 0',
      'Calls.csv activities: 4100 = 170 + 3930 + 0',
      'Leads.csv leads: 3900 = 3900 + 0 + 0',
      'Leads.csv stages: 3900 = 3900 + 0 + 0',
      'Events.csv activities: 2978 = 1115 + 1863 + 0',
    ]);
    expect(await countsOf(join(folder, 'zoho.accord'), ...files, '--preset', 'auto')).toEqual([
      'Potentials.csv stages: 3632 = 0 + 0 + 3632',
      'Calls.csv activities: 4100 = 0 + 3930 + 170',
      'Leads.csv leads: 3900 = 0 + 0 + 3900',
      'Leads.csv stages: 3900 = 0 + 0 + 3900',
      'Events.csv activities: 2978 = 0 + 1863 + 1115',
    ]);
  }, 120_000);

  it('HubSpot: contacts, deals and e-mail events, whose samples share no key', async () => {
    const files = ['contact_data.csv', 'deal_data.csv', 'email_event_data.csv'].map((name) =>
      publicFile(`crm-headings/hubspot-contacts/${name}`),
    );
    expect(await countsOf(join(folder, 'hubspot.accord'), ...files, '--preset', 'auto')).toEqual([
      'contact_data.csv leads: 22 = 22 + 0 + 0',
      'deal_data.csv leads: 44 = 44 + 0 + 0',
      'deal_data.csv stages: 44 = 44 + 0 + 0',
      'email_event_data.csv activities: 100 = 0 + 100 + 0',
    ]);
  }, 60_000);

  it('Salesforce: leads with their status', async () => {
    const leads = publicFile('crm-headings/salesforce/karimlm99_Leads.csv');
    expect(await countsOf(join(folder, 'salesforce.accord'), leads, '--preset', 'auto')).toEqual([
      'karimlm99_Leads.csv leads: 20 = 20 + 0 + 0',
      'karimlm99_Leads.csv stages: 25 = 25 + 0 + 0',
    ]);
  }, 60_000);
});

describe('options after a file', () => {
  const mapping = (name: string, rest: object) => write(name, JSON.stringify({ format: 'accord.mapping/1', ...rest }));
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

  it('speak of that file: its encoding, its sheet, its mapping', async () => {
    const leads = write('leady.csv', encodeAs('Klucz;Miasto\na;Łódź\n', 'windows-1250'));
    const rows = [
      ['Lead', 'When'],
      ['a', '2025-01-02'],
      ['z', '2025-01-03'],
    ].map((cells) => `<row>${cells.map(cell).join('')}</row>`);
    const visits = write(
      'visits.xlsx',
      workbookFile({
        sheets: [
          { name: 'About', rows: '' },
          { name: 'Data', rows: rows.join('') },
        ],
      }),
    );
    const ofLeads = mapping('leads.json', { rows: 'leads', lead: 'Klucz' });
    const ofVisits = mapping('visits.json', {
      rows: 'activities',
      lead: 'Lead',
      at: 'When',
      type: { constant: 'visit' },
    });
    expect(
      await countsOf(
        join(folder, 'own.accord'),
        visits,
        '--sheet',
        'Data',
        '--mapping',
        ofVisits,
        leads,
        '--encoding',
        'cp1250',
        '--mapping',
        ofLeads,
      ),
    ).toEqual(['visits.xlsx activities: 2 = 1 + 1 + 0', 'leady.csv leads: 1 = 1 + 0 + 0']);
  });

  it('take what changed since, where that is wanted, and say so', async () => {
    const workshop = join(folder, 'changed.accord');
    const ofLeads = mapping('plain.json', { rows: 'leads', lead: 'Id' });
    const first = write('first.csv', 'Id,City\na,Roma\nb,Bari\n');
    const second = write('second.csv', 'Id,City\na,Pisa\nb,Bari\nc,Lodi\n');
    await run(workshop, first, '--mapping', ofLeads);
    const kept = await run(workshop, second, '--mapping', ofLeads);
    expect(kept.out).toContain(
      'leads: 3 read, 1 accepted, 0 rejected, 2 known already, 1 held otherwise by the workshop.',
    );
    const taken = await run(workshop, second, '--mapping', ofLeads, '--changed', 'take');
    expect(taken.out).toContain('leads: 3 read, 1 accepted, 0 rejected, 2 known already, 1 held otherwise');
    const again = await run(workshop, second, '--mapping', ofLeads, '--changed', 'take');
    expect(again.out).toContain('leads: 3 read, 0 accepted, 0 rejected, 3 known already.');
  });

  it.each([
    [['--changed', 'ask'], '--changed: say keep or take'],
    [['--delimiter', ',,'], '--delimiter: say one character'],
    [['--encoding', 'klingon'], '--encoding: "klingon" is not known'],
    [['--header', 'maybe'], '--header: say first or none'],
  ])('are refused when they mean nothing: %s', async (options, message) => {
    const { status, err } = await run(join(folder, 'no.accord'), write('any.csv', 'Id\na\n'), ...options);
    expect([status, err]).toEqual([2, expect.stringContaining(message)]);
  });

  it('given a file that nobody has mapped then it is named, and nothing is made', async () => {
    const { status, err } = await run(
      join(folder, 'no.accord'),
      write('any.csv', 'Id\na\n'),
      write('other.csv', 'Id\nb\n'),
    );
    expect([status, err]).toEqual([1, expect.stringContaining('any.csv needs a mapping')]);
  });
});
