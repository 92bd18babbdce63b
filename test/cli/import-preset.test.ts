/** `accord import --preset`: the mapping of the screen, without a mapping file. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '../../api/import.ts';
import { PRESET_NAMES } from '../../api/import-presets.ts';
import { IMPORT_USAGE, runImportCommand } from '../../cli/commands/import.ts';
import { STAGE_NAMES, type StageName } from '../../core/rule-set/rule-set.ts';
import { readHistory } from '../../db/history/read-history.ts';
import { closeWorkshop, openWorkshop } from '../../db/open-workshop.ts';
import { publicFile } from '../support/public-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-preset-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await runImportCommand(args, { out: (text) => out.push(text), err: (line) => err.push(line) });
  return { status, out: out.join(''), err: err.join('\n') };
}

describe('the Zoho demo by its presets', () => {
  it('comes in with the counts that its mappings give', async () => {
    const workshop = join(folder, 'zoho.accord');
    const tablesOf = async (file: string, preset: string) => {
      const { status, out, err } = await run(
        workshop,
        publicFile(`zoho-crm-demo/${file}`),
        '--preset',
        preset,
        '--json',
      );
      expect([status, err]).toEqual([0, '']);
      return (JSON.parse(out) as ImportReport).tables;
    };
    expect(await tablesOf('Leads.csv', 'zoho-leads')).toEqual([
      { table: 'leads', read: 3_900, accepted: 3_900, rejected: 0, duplicate: 0, changed: 0 },
      { table: 'stages', read: 3_900, accepted: 3_900, rejected: 0, duplicate: 0, changed: 0 },
    ]);
    expect(await tablesOf('Potentials.csv', 'zoho-deals')).toEqual([
      { table: 'stages', read: 3_632, accepted: 3_632, rejected: 0, duplicate: 0, changed: 0 },
    ]);
    expect(await tablesOf('Calls.csv', 'zoho-calls')).toEqual([
      { table: 'activities', read: 4_100, accepted: 170, rejected: 3_930, duplicate: 0, changed: 0 },
    ]);
    expect(await tablesOf('Events.csv', 'zoho-events')).toEqual([
      { table: 'activities', read: 2_978, accepted: 1_115, rejected: 1_863, duplicate: 0, changed: 0 },
    ]);
    const opened = openWorkshop(workshop);
    if (!opened.ok) throw new Error(opened.error.detail);
    const { leads, activities, stages } = readHistory(opened.value);
    closeWorkshop(opened.value);
    const rowsOf = (name: StageName) =>
      [...stages.stage.keys()].filter((row) => STAGE_NAMES[stages.stage[row] ?? 0] === name);
    expect([leads.count, activities.count]).toEqual([3_900, 1_285]);
    expect((['mql', 'opportunity', 'won', 'lost'] as const).map((name) => rowsOf(name).length)).toEqual([
      3_900, 3_632, 1_425, 485,
    ]);
    expect(rowsOf('won').reduce((sum, row) => sum + (stages.amount[row] ?? 0), 0)).toBe(89_066_200);
  }, 60_000);
});

describe('--preset', () => {
  const leads = () => publicFile('zoho-crm-demo/Leads.csv');

  it('lists its names in the usage, and where the name is unknown', async () => {
    const { status, err } = await run(join(folder, 'no.accord'), leads(), '--preset', 'act-leads');
    expect(status).toBe(2);
    expect(err).toContain('"act-leads" is no preset');
    for (const name of PRESET_NAMES) {
      expect(IMPORT_USAGE).toContain(name);
      expect(err).toContain(name);
    }
  });

  it('names the headings that the file lacks, and leaves no workshop behind', async () => {
    const workshop = join(folder, 'no.accord');
    const { status, err } = await run(workshop, leads(), '--preset', 'zoho-calls');
    expect(status).toBe(1);
    expect(err).toContain(
      'Leads.csv is no export of the preset zoho-calls: it has no column "Call Start Time", "Call Type".',
    );
    expect(existsSync(workshop)).toBe(false);
  });

  it.each([
    ['Created Date', 'dates', '6,a,Web,Open,3/4/2021\n7,b,Web,Open,4/5/2021\n'],
    ['Created Date', 'dates', '6,a,Web,Open,13/4/2021\n7,b,Web,Open,4/15/2021\n'],
  ])('asks for a mapping where the rows do not tell how %s is written', async (column, key, rows) => {
    const file = join(folder, 'two-ways.csv');
    writeFileSync(file, `Lead ID,Company,Lead Source,Lead Status,${column}\n${rows}`);
    const { status, err } = await run(join(folder, 'no.accord'), file, '--preset', 'salesforce-leads');
    expect(status).toBe(1);
    expect(err).toContain(`do not tell how "${column}" is written`);
    expect(err).toContain(`"${key}"`);
  });

  it('reads what the rows decide', async () => {
    const file = join(folder, 'decided.csv');
    writeFileSync(
      file,
      'Lead ID,Company,Lead Source,Lead Status,Created Date\n6,a,Web,Open,3/4/2021\n7,b,Web,Open,13/4/2021\n',
    );
    const { status, out } = await run(join(folder, 'decided.accord'), file, '--preset', 'salesforce-leads');
    expect([status, out.includes('leads: 2 read, 2 accepted')]).toEqual([0, true]);
  });

  it('stands instead of a mapping, never beside one', async () => {
    const { status, err } = await run(
      join(folder, 'no.accord'),
      leads(),
      '--preset',
      'zoho-leads',
      '--mapping',
      'm.json',
    );
    expect(status).toBe(2);
    expect(err).toContain('give one of them');
  });
});
