/** Public histories through the command line, against the exact counts of data/README.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '../../api/import.ts';
import { runImportCommand } from '../../cli/commands/import.ts';
import { runSimulate } from '../../cli/commands/simulate.ts';
import type { History } from '../../core/history/history.ts';
import type { LevelMeasures } from '../../core/replay/replay-result.ts';
import { STAGE_NAMES, type StageName } from '../../core/rule-set/rule-set.ts';
import { readHistory } from '../../db/history/read-history.ts';
import { closeWorkshop, openWorkshop } from '../../db/open-workshop.ts';
import { publicFile } from '../support/public-file.ts';

const FIXTURES = resolve(import.meta.dirname, '../fixtures');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-public-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(command: typeof runSimulate, ...args: readonly string[]): Promise<string> {
  const out: string[] = [];
  const err: string[] = [];
  const status = await command(args, { out: (text) => out.push(text), err: (line) => err.push(line) });
  if (status !== 0) throw new Error(err.join('\n'));
  return out.join('');
}

const importFile = async (workshop: string, file: string, mapping: string): Promise<ImportReport> =>
  JSON.parse(
    await run(runImportCommand, workshop, publicFile(file), '--mapping', join(FIXTURES, 'mappings', mapping), '--json'),
  ) as ImportReport;

async function levelsOf(workshop: string, ruleSet: string): Promise<readonly LevelMeasures[]> {
  const printed = await run(runSimulate, '--workshop', workshop, '--rules', join(FIXTURES, 'rule-sets', ruleSet));
  return (JSON.parse(printed) as { levels: readonly LevelMeasures[] }).levels;
}

function historyOf(path: string): History {
  const workshop = openWorkshop(path);
  if (!workshop.ok) throw new Error(workshop.error.detail);
  try {
    return readHistory(workshop.value);
  } finally {
    closeWorkshop(workshop.value);
  }
}

const leadOfRow = (offsets: Int32Array, row: number): number => offsets.findLastIndex((first) => first <= row);

describe('X Education', () => {
  it('gives the nine-rule card its published table', async () => {
    const workshop = join(folder, 'x-education.accord');
    const report = await importFile(workshop, 'x-education/Leads.csv', 'x-education.json');
    expect(report.tables).toEqual([
      { table: 'leads', read: 9_240, accepted: 9_240, rejected: 0, duplicate: 0, changed: 0 },
      { table: 'stages', read: 9_240, accepted: 9_240, rejected: 0, duplicate: 0, changed: 0 },
    ]);
    const levels = await levelsOf(workshop, 'nine-rule-card.json');
    expect(levels.map((level) => [level.id, level.reached, level.converted])).toEqual([
      ['at-0', 6_843, 3_150],
      ['at-20', 2_879, 2_220],
      ['at-30', 2_656, 2_081],
      ['at-40', 1_003, 946],
      ['at-60', 442, 427],
    ]);
    expect(levels.map((level) => level.sqls)).toEqual([3_561, 3_561, 3_561, 3_561, 3_561]);
  }, 60_000);
});

describe('the Zoho demo', () => {
  it('joins its tables by the lead, with their dates and amounts as they are written', async () => {
    const workshop = join(folder, 'zoho.accord');
    const tablesOf = async (file: string, mapping: string) =>
      (await importFile(workshop, `zoho-crm-demo/${file}`, mapping)).tables;
    expect(await tablesOf('Leads.csv', 'zoho-leads.json')).toEqual([
      { table: 'leads', read: 3_900, accepted: 3_900, rejected: 0, duplicate: 0, changed: 0 },
      { table: 'stages', read: 3_900, accepted: 3_900, rejected: 0, duplicate: 0, changed: 0 },
    ]);
    expect(await tablesOf('Potentials.csv', 'zoho-potentials.json')).toEqual([
      { table: 'stages', read: 3_632, accepted: 3_632, rejected: 0, duplicate: 0, changed: 0 },
    ]);
    // Calls and events that name no lead are told row by row.
    expect(await tablesOf('Calls.csv', 'zoho-calls.json')).toEqual([
      { table: 'activities', read: 4_100, accepted: 170, rejected: 3_930, duplicate: 0, changed: 0 },
    ]);
    expect(await tablesOf('Events.csv', 'zoho-events.json')).toEqual([
      { table: 'activities', read: 2_978, accepted: 1_115, rejected: 1_863, duplicate: 0, changed: 0 },
    ]);
    const { leads, activities, stages } = historyOf(workshop);
    const rowsOf = (name: StageName) =>
      [...stages.stage.keys()].filter((row) => STAGE_NAMES[stages.stage[row] ?? 0] === name);
    const won = rowsOf('won');
    expect([leads.count, activities.count]).toEqual([3_900, 1_285]);
    expect([won.length, rowsOf('lost').length, rowsOf('opportunity').length]).toEqual([1_425, 485, 3_632]);
    expect(won.reduce((sum, row) => sum + (stages.amount[row] ?? 0), 0)).toBe(89_066_200);
    // `15 Apr, 2021 00:03:00` is the latest of them, and 1,819 potentials are older than their lead: kept.
    const opportunityAt = new Map(
      rowsOf('opportunity').map((row) => [leadOfRow(stages.offsets, row), stages.atMs[row] ?? 0]),
    );
    const older = [...opportunityAt].filter(([lead, atMs]) => atMs < (leads.createdAtMs[lead] ?? 0));
    expect(new Date(Math.max(...leads.createdAtMs)).toISOString()).toBe('2021-04-15T00:03:00.000Z');
    expect(older.length).toBe(1_819);
  }, 60_000);

  it('comes in once: the same files again are known already', async () => {
    const workshop = join(folder, 'zoho-twice.accord');
    await importFile(workshop, 'zoho-crm-demo/Leads.csv', 'zoho-leads.json');
    await importFile(workshop, 'zoho-crm-demo/Potentials.csv', 'zoho-potentials.json');
    const leads = await importFile(workshop, 'zoho-crm-demo/Leads.csv', 'zoho-leads.json');
    const potentials = await importFile(workshop, 'zoho-crm-demo/Potentials.csv', 'zoho-potentials.json');
    expect(leads.tables[0]).toEqual({
      table: 'leads',
      read: 3_900,
      accepted: 0,
      rejected: 0,
      duplicate: 3_900,
      changed: 0,
    });
    expect(potentials.tables).toEqual([
      { table: 'stages', read: 3_632, accepted: 0, rejected: 0, duplicate: 3_632, changed: 0 },
    ]);
  }, 60_000);
});

describe('Olist', () => {
  it('joins its deals to its leads, with the negative one kept', async () => {
    const workshop = join(folder, 'olist.accord');
    await importFile(workshop, 'olist-funnel/olist_marketing_qualified_leads_dataset.csv', 'olist-leads.json');
    const workshopLeads = historyOf(workshop).leads;
    expect([workshopLeads.count, new Set(workshopLeads.ids).size]).toEqual([8_000, 8_000]);
    const deals = await importFile(workshop, 'olist-funnel/olist_closed_deals_dataset.csv', 'olist-deals.json');
    expect(deals.tables).toEqual([
      { table: 'stages', read: 842, accepted: 842, rejected: 0, duplicate: 0, changed: 0 },
    ]);
    const [everybody] = await levelsOf(workshop, 'everybody.json');
    const { leads, stages } = historyOf(workshop);
    const early = leads.ids.indexOf('b91cf8812365f50ff4bda4bcd6206b05');
    const rowsOf = [...stages.stage.keys()].filter((row) => leadOfRow(stages.offsets, row) === early);
    const wonRow = rowsOf.find((row) => STAGE_NAMES[stages.stage[row] ?? 0] === 'won') ?? -1;
    expect((stages.atMs[wonRow] ?? Number.NaN) < (leads.createdAtMs[early] ?? Number.NaN)).toBe(true);
    // The lead won the day before its first contact was a customer already.
    expect(everybody).toMatchObject({ reached: 7_999, won: 841 });
  }, 60_000);
});
