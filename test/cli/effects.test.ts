import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runEffectsCommand } from '../../cli/commands/effects.ts';
import { runSimulate } from '../../cli/commands/simulate.ts';
import type { EffectsDocument } from '../../core/rule-effects/effects-document.ts';
import { ruleSetFrom } from '../support/rule-set-from.ts';

let folder: string;
let rules: string;

const RULES = [
  {
    id: 'cto',
    name: 'Decides',
    kind: 'attribute',
    dimension: 'fit',
    points: 50,
    if: { attribute: 'job_title', op: 'contains', value: 'CTO' },
  },
  { id: 'visit', name: 'Visits', kind: 'activity', dimension: 'engagement', points: 20, max: 3, on: { type: 'visit' } },
];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-effects-'));
  rules = join(folder, 'rules.json');
  writeFileSync(rules, JSON.stringify(ruleSetFrom({ rules: RULES })));
  // A director, a CTO who visits four times, a buyer who visits once after his outcome.
  writeFileSync(
    join(folder, 'leads.csv'),
    'id,created,job_title\na,2025-01-01,Director\nb,2025-01-01,CTO\nc,2025-01-01,Buyer\nd,2025-01-01,Buyer\n',
  );
  writeFileSync(
    join(folder, 'activities.csv'),
    'lead,at,type\nb,2025-01-02,visit\nb,2025-01-03,visit\nb,2025-01-04,visit\nb,2025-01-05,visit\nc,2025-02-02,visit\n',
  );
  writeFileSync(
    join(folder, 'stages.csv'),
    'lead,at,stage\na,2025-01-10,lost\nb,2025-01-10,sql\nc,2025-01-10,lost\nd,2025-12-01,lost\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(command: typeof runEffectsCommand, ...args: readonly string[]) {
  let out = '';
  const lines: string[] = [];
  const status = await command(['--data', folder, ...args], {
    out: (text) => {
      out += text;
    },
    err: (line) => lines.push(line),
  });
  return { status, out, lines };
}

describe('accord effects', () => {
  it('prints whom each rule touches, what it gives and what it decides, worked by hand', async () => {
    const { status, out } = await run(runEffectsCommand, '--rules', rules, '--maturity-days', '30');
    expect(status).toBe(0);
    const printed = JSON.parse(out) as EffectsDocument;
    expect(printed).toMatchObject({ format: 'accord.effects/1', level: 'mql', base: { leads: 4, converted: 1 } });
    expect(printed.rules).toMatchObject([
      {
        id: 'cto',
        touched: { leads: 2, observed: 2, converted: 1, rate: 0.5 },
        untouched: { leads: 2, converted: 0 },
        awards: 2,
        points: 100,
        // The CTO gets there by visits as well.
        alone: { brings: { leads: 1, converted: 0 }, keepsBack: { leads: 0 } },
      },
      {
        id: 'visit',
        touched: { leads: 1, observed: 1, converted: 1 },
        awards: 3,
        points: 60,
        alone: { brings: { leads: 0 }, keepsBack: { leads: 0 } },
      },
    ]);
    expect(printed.warnings).toContainEqual(expect.stringContaining('the rule "Decides" looks for "CTO" anywhere'));
  });

  it('agrees with what simulate counts', async () => {
    const { out } = await run(runSimulate, '--rules', rules, '--maturity-days', '30');
    expect(JSON.parse(out)).toMatchObject({ leads: 4, levels: [{ id: 'mql', reached: 2 }] });
  });

  it.each([
    [['--rules', 'rules.json', '--level'], 2, /level/u],
    [[], 2, /--rules FILE/u],
  ])('%j is bad use', async (args, expected, words) => {
    const { status, out, lines } = await run(runEffectsCommand, ...args);
    expect([status, out, lines.length]).toEqual([expected, '', 1]);
    expect(lines[0]).toMatch(words);
  });

  it('names the levels that there are where another is asked for', async () => {
    const { status, lines } = await run(runEffectsCommand, '--rules', rules, '--level', 'hot');
    expect([status, lines]).toEqual([1, ['accord effects: the rule set has no level "hot"; it has mql']]);
  });
});
