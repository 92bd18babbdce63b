/** Points learned from the public histories, after the real import: never from what leaks. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runImportCommand } from '../../cli/commands/import.ts';
import { runSuggestCommand } from '../../cli/commands/suggest.ts';
import { parseRuleSet } from '../../core/rule-set/parse-rule-set.ts';
import { attributesOfRule } from '../../core/rule-set/rule-set-warnings.ts';
import type { SuggestionDocument } from '../../core/suggest/suggestion-document.ts';
import { publicFile } from '../support/public-file.ts';

const MAPPINGS = resolve(import.meta.dirname, '../fixtures/mappings');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-public-suggest-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(command: typeof runSuggestCommand, ...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const status = await command(args, { out: (text) => out.push(text), err: (line) => err.push(line) });
  return { status, out: out.join(''), err: err.join('\n') };
}

/** Each file under the mapping of that name. */
async function workshopOf(files: Readonly<Record<string, string>>): Promise<string> {
  const workshop = join(folder, `${Object.values(files)[0]}.accord`);
  for (const [file, mapping] of Object.entries(files)) {
    const { status, err } = await run(
      runImportCommand,
      workshop,
      publicFile(file),
      '--mapping',
      join(MAPPINGS, `${mapping}.json`),
    );
    if (status !== 0) throw new Error(err);
  }
  return workshop;
}

async function suggestedFrom(workshop: string, ...args: readonly string[]): Promise<SuggestionDocument> {
  const { status, out, err } = await run(runSuggestCommand, '--workshop', workshop, ...args);
  if (status !== 0) throw new Error(err);
  return JSON.parse(out) as SuggestionDocument;
}

const readIn = ({ cards }: SuggestionDocument): ReadonlySet<string> =>
  new Set(cards.flatMap(({ ruleSet }) => ruleSet.rules.flatMap(attributesOfRule)));

describe('X Education', () => {
  const LEAKS = [
    'Tags',
    'Lead Quality',
    'Lead Profile',
    'Asymmetrique Activity Index',
    'Asymmetrique Profile Index',
    'Asymmetrique Activity Score',
    'Asymmetrique Profile Score',
    'Last Activity',
    'Last Notable Activity',
  ];
  const COUNTERS = ['TotalVisits', 'Page Views Per Visit', 'Total Time Spent on Website'];

  it('is learned from without what was filled in after the hand-over or counts up to the export', async () => {
    const document = await suggestedFrom(await workshopOf({ 'x-education/Leads.csv': 'x-education' }), '--rules', '20');
    const read = readIn(document);
    expect([...LEAKS, ...COUNTERS].filter((attribute) => read.has(attribute))).toEqual([]);
    const leftOut = document.leftOut.flatMap((one) => ('attribute' in one ? [one.attribute] : []));
    expect(leftOut).toEqual(expect.arrayContaining([...LEAKS, ...COUNTERS]));
    expect(document.periods).toEqual({ kind: 'drawn' });
    for (const { ruleSet, judgedOn } of document.cards) {
      expect(parseRuleSet(ruleSet).ok).toBe(true);
      expect(judgedOn.auc ?? 0).toBeGreaterThan(0.6);
    }
  }, 120_000);
});

describe('Olist', () => {
  it('is learned from older leads and judged on newer ones', async () => {
    const document = await suggestedFrom(
      await workshopOf({
        'olist-funnel/olist_marketing_qualified_leads_dataset.csv': 'olist-leads',
        'olist-funnel/olist_closed_deals_dataset.csv': 'olist-deals',
      }),
    );
    expect(document.periods).toMatchObject({ kind: 'time' });
    expect(document.cards[0]?.judgedOn.aucInterval?.[0] ?? 0).toBeGreaterThan(0.5);
  }, 120_000);
});

describe('the Zoho demo', () => {
  it('says that nothing but what leaks tells the converted apart', async () => {
    const workshop = await workshopOf({
      'zoho-crm-demo/Leads.csv': 'zoho-leads',
      'zoho-crm-demo/Potentials.csv': 'zoho-potentials',
    });
    const { status, err } = await run(runSuggestCommand, '--workshop', workshop);
    expect([status, err]).toEqual([1, expect.stringMatching(/better than chance; not read.*CONVERTED/)]);
  }, 120_000);
});
