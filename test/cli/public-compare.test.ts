/** Comparisons of public histories through the command line, against what simulate prints of them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCompareCommand } from '../../cli/commands/compare.ts';
import { runDemoCommand } from '../../cli/commands/demo.ts';
import { runImportCommand } from '../../cli/commands/import.ts';
import { runSimulate } from '../../cli/commands/simulate.ts';
import type { ComparisonDocument } from '../../core/comparison/pair/comparison-document.ts';
import { draftRuleSet, starterRuleSet } from '../../core/demo/demo-rule-set.ts';
import type { SimulateResult } from '../../core/measures/simulate-result.ts';
import { publicFile } from '../support/public-file.ts';
import { ruleSetFrom } from '../support/rule-set-from.ts';

const MAPPINGS = resolve(import.meta.dirname, '../fixtures/mappings');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-public-compare-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(command: typeof runSimulate, ...args: readonly string[]): Promise<string> {
  let out = '';
  const lines: string[] = [];
  const streams = {
    out: (text: string) => {
      out += text;
    },
    err: (line: string) => lines.push(line),
  };
  if ((await command(args, streams)) !== 0) throw new Error(lines.join('\n'));
  return out;
}

const bringIn = (workshop: string, file: string, mapping: string): Promise<string> =>
  run(runImportCommand, workshop, publicFile(file), '--mapping', join(MAPPINGS, mapping));

const byAttribute = (attribute: string, value: string) =>
  ruleSetFrom({
    name: value,
    rules: [
      { id: 'r', name: value, kind: 'attribute', dimension: 'fit', points: 50, if: { attribute, op: 'is', value } },
    ],
  });

const HISTORIES = [
  {
    name: 'X Education',
    make: (workshop: string) => bringIn(workshop, 'x-education/Leads.csv', 'x-education.json'),
    rules: [byAttribute('Lead Source', 'Google'), byAttribute('Lead Source', 'Reference')],
  },
  {
    name: 'Olist',
    make: async (workshop: string) => {
      await bringIn(workshop, 'olist-funnel/olist_marketing_qualified_leads_dataset.csv', 'olist-leads.json');
      await bringIn(workshop, 'olist-funnel/olist_closed_deals_dataset.csv', 'olist-deals.json');
    },
    rules: [byAttribute('origin', 'organic_search'), byAttribute('origin', 'paid_search')],
  },
  {
    name: 'the demo',
    make: (workshop: string) => run(runDemoCommand, '--out', workshop, '--leads', '1500', '--seed', '5'),
    rules: [starterRuleSet(), draftRuleSet()],
  },
] as const;

describe.each(HISTORIES)('a comparison of $name', ({ name, make, rules }) => {
  const workshop = () => join(folder, `${name}.accord`);
  const paths = rules.map((_, index) => (): string => join(folder, `${name}-${index}.json`));
  beforeAll(async () => {
    await make(workshop());
    for (const [index, ruleSet] of rules.entries()) writeFileSync(paths[index]?.() ?? '', JSON.stringify(ruleSet));
  }, 60_000);

  it('has the measures that simulate prints of either, to the last digit, and the difference between them', async () => {
    const [a, b] = paths.map((path) => path());
    const source = ['--workshop', workshop()];
    const both = ['--rules', a ?? '', '--rules', b ?? ''];
    const compared = JSON.parse(await run(runCompareCommand, ...source, ...both)) as ComparisonDocument;
    const simulated = await Promise.all(
      [a, b].map(
        async (path) => JSON.parse(await run(runSimulate, ...source, '--rules', path ?? '')) as SimulateResult,
      ),
    );
    expect([compared.a, compared.b]).toEqual(simulated.map(({ levels }) => levels[0]));
    expect(compared.a.observed).toBeGreaterThan(50);
    expect(compared.difference.rate).toBe((compared.b.rate ?? 0) - (compared.a.rate ?? 0));
    const { kept, lost, gained } = compared.swap;
    expect([kept.leads + lost.leads, kept.leads + gained.leads]).toEqual([compared.a.reached, compared.b.reached]);
    expect([kept.converted + lost.converted, kept.converted + gained.converted]).toEqual([
      compared.a.converted,
      compared.b.converted,
    ]);
  });
});
