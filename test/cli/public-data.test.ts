/** Public histories through the command line, against the exact counts of data/README.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '../../api/import.ts';
import { runImportCommand } from '../../cli/commands/import.ts';
import { runSimulate } from '../../cli/commands/simulate.ts';
import type { LevelMeasures } from '../../core/replay/replay-result.ts';
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

describe('X Education', () => {
  it('gives the nine-rule card its published table', async () => {
    const workshop = join(folder, 'x-education.accord');
    const report = await importFile(workshop, 'x-education/Leads.csv', 'x-education.json');
    expect(report.tables).toEqual([
      { table: 'leads', read: 9_240, accepted: 9_240, rejected: 0, duplicate: 0 },
      { table: 'stages', read: 9_240, accepted: 9_240, rejected: 0, duplicate: 0 },
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

describe('Olist', () => {
  it('joins its deals to its leads, with the negative one kept', async () => {
    const workshop = join(folder, 'olist.accord');
    await importFile(workshop, 'olist-funnel/olist_marketing_qualified_leads_dataset.csv', 'olist-leads.json');
    const deals = await importFile(workshop, 'olist-funnel/olist_closed_deals_dataset.csv', 'olist-deals.json');
    expect(deals.tables).toEqual([{ table: 'stages', read: 842, accepted: 842, rejected: 0, duplicate: 0 }]);
    const [everybody] = await levelsOf(workshop, 'everybody.json');
    // The lead won the day before its first contact was a customer already.
    expect(everybody).toMatchObject({ reached: 7_999, won: 841 });
  }, 60_000);
});
