import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDemoCommand } from '../../cli/commands/demo.ts';
import { runSimulate } from '../../cli/commands/simulate.ts';
import { runSuggestCommand } from '../../cli/commands/suggest.ts';
import { itemAt } from '../../core/at.ts';
import { starterRuleSet } from '../../core/demo/demo-rule-set.ts';
import type { SimulateResult } from '../../core/measures/simulate-result.ts';
import { attributesOfRule } from '../../core/rule-set/rule-set-warnings.ts';
import type { SuggestionDocument } from '../../core/suggest/suggestion-document.ts';

let folder: string;
let data: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accord-suggest-'));
  data = join(folder, 'demo');
  await run(runDemoCommand, '--out', data, '--leads', '4000', '--seed', '11');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

async function run(command: typeof runSuggestCommand, ...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const status = await command(args, { out: (text) => out.push(text), err: (line) => err.push(line) });
  return { status, out: out.join(''), err: err.join('\n') };
}

async function suggested(...args: readonly string[]): Promise<SuggestionDocument> {
  const { status, out, err } = await run(runSuggestCommand, ...args);
  if (status !== 0) throw new Error(err);
  return JSON.parse(out) as SuggestionDocument;
}

describe('accord suggest', () => {
  it('prints cards that simulate can replay, with the very figures that it gives', async () => {
    const { format, periods, cards, present, leftOut } = await suggested('--data', data);
    const { ruleSet, judgedOn } = itemAt(cards, 0);
    expect([format, present]).toEqual(['accord.suggestion/1', null]);
    expect(leftOut).toContainEqual({ attribute: 'sales_owner', why: 'leaking' });
    if (periods.kind !== 'time') throw new Error('the demo has dates');
    const rules = join(folder, 'card.json');
    writeFileSync(rules, JSON.stringify(ruleSet));
    const { out } = await run(runSimulate, '--data', data, '--rules', rules, '--from', periods.judgeAfter);
    const [mql] = (JSON.parse(out) as SimulateResult).levels;
    expect(judgedOn).toMatchObject({
      reached: mql?.observed,
      rate: mql?.rate,
      recall: mql?.recall,
      converted: mql?.sqls,
    });
  });

  it('keeps to what it is told', async () => {
    const { cards } = await suggested(
      ...`--rules 4 --max-points 20 --multiple-of 4 --forbid email --forbid job_title`.split(' '),
      ...`--choose-before 2025-02-01 --judge-after 2025-05-01 --data`.split(' '),
      data,
    );
    for (const { ruleSet } of cards) {
      expect(ruleSet.rules.length).toBeLessThanOrEqual(4);
      for (const rule of ruleSet.rules) {
        const points = 'points' in rule ? rule.points : (rule.kind === 'bands' && rule.bands[0]?.points) || 0;
        expect([Math.abs(points) <= 20, points % 4 === 0]).toEqual([true, true]);
        expect(['email', 'job_title'].some((name) => attributesOfRule(rule).includes(name))).toBe(false);
      }
    }
  });

  it('of a workshop compares with its scenario, of a folder with the rules that are named', async () => {
    const workshop = join(folder, 'demo.accord');
    await run(runDemoCommand, '--out', workshop, '--leads', '4000', '--seed', '11');
    const ofWorkshop = await suggested('--workshop', workshop);
    const rules = join(folder, 'starter.json');
    writeFileSync(rules, JSON.stringify(starterRuleSet()));
    const ofFolder = await suggested('--data', data, '--against', rules);
    expect(ofWorkshop.present?.judgedOn.n).toBe(itemAt(ofWorkshop.cards, 0).judgedOn.n);
    expect(ofFolder.present?.judgedOn.threshold).toBe(50);
    expect(itemAt(ofFolder.cards, 0).atPresentVolume).not.toBeNull();
  });

  it('says what to do where nothing can be learned', async () => {
    const small = join(folder, 'small');
    mkdirSync(small);
    writeFileSync(join(small, 'leads.csv'), 'id,created\nA,2025-01-01\n');
    const { status, out, err } = await run(runSuggestCommand, '--data', small);
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(
      /^accord suggest: the history is too small to learn from: 0 leads .* 40 of each; bring in more history/,
    );
    const early = await run(runSuggestCommand, '--data', data, '--judge-after', '2024-02-01');
    expect([early.status, early.err]).toEqual([1, expect.stringContaining('choose later dates') as string]);
    const unknown = await run(runSuggestCommand, '--data', data, '--forbid', 'shoe size');
    expect([unknown.status, unknown.err]).toEqual([1, expect.stringContaining('no attribute "shoe size"') as string]);
  });

  it.each([
    [['--rules', '0'], 'rules: a whole number from 1 to 30'],
    [['--rules', 'many'], 'rules: a whole number from 1 to 30'],
    [['--max-points', '3'], 'at least 5'],
    [['--multiple-of', ''], 'the multiple: above 0'],
    [['--choose-before', 'soon'], '--choose-before: "soon" is no date'],
    [['--workshop', 'other.accord'], 'either --data DIR or --workshop FILE'],
    [['--shout'], "'--shout'"],
  ])('%j is bad use: one line, exit status 2, nothing printed', async (args, said) => {
    const { status, out, err } = await run(runSuggestCommand, '--data', data, ...args);
    expect([status, out, err.includes(said), err.split('\n').length]).toEqual([2, '', true, 1]);
  });
});
