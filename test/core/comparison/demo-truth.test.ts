/** What the app says of the demo, whose truth is known, held against that truth. */
import { describe, expect, it } from 'vitest';
import { itemAt, numberAt } from '../../../core/at.ts';
import { type Comparison, comparePair } from '../../../core/comparison/pair/comparison.ts';
import { asResult, isReached, type ReachedLeads } from '../../../core/comparison/reached-leads.ts';
import { demoHistory } from '../../../core/demo/demo-history.ts';
import { draftRuleSet, starterRuleSet } from '../../../core/demo/demo-rule-set.ts';
import { IMMATURE, isMeasured, UNOBSERVED } from '../../../core/measures/cell.ts';
import { levelMeasures } from '../../../core/measures/level-measures.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { deriveFacts } from '../../../core/replay/facts.ts';
import { replay } from '../../../core/replay/replay.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { ruleSetFrom } from '../../support/rule-set-from.ts';

const OPTIONS = { horizon: 'outcome' } as const;

function demo(seed: number) {
  const made = demoHistory({ leads: 6_000, seed });
  if (made === null) throw new Error('nobody asked to stop');
  return { ...made, facts: deriveFacts(made.history, OPTIONS) };
}

/** Only some rules of a rule set, with its first level at another threshold. */
const cutDown = (ruleSet: RuleSet, total: number, rules?: readonly string[]): RuleSet => ({
  ...ruleSet,
  rules: ruleSet.rules.filter(({ id }) => rules?.includes(id) ?? true),
  levels: [{ ...itemAt(ruleSet.levels, 0), total, dimensions: {} }],
});

/** Who reads much, who looks right in the baseline's points, whom the draft calls hot: truly worse to truly better. */
const READS = cutDown(starterRuleSet(), 8, ['e-book', 'newsletter']);
const BASELINE = cutDown(starterRuleSet(), 50);
const HOT = cutDown(draftRuleSet(), 80);

/** Whose telephone number ends so: in truth that says nothing. */
const byLastDigit = (digits: string): RuleSet =>
  ruleSetFrom({
    rules: [
      {
        id: 'digit',
        name: 'Last digit',
        kind: 'attribute',
        dimension: 'fit',
        points: 50,
        if: { attribute: 'phone', op: 'endsWith', value: digits.split(',') },
      },
    ],
  });

describe.each([7, 8])('the demo of seed %i, whose truth is known', (seed) => {
  const { history, facts, truth } = demo(seed);
  const reachedBy = (ruleSet: RuleSet): ReachedLeads =>
    itemAt(replay(compileReplay(history, ruleSet, OPTIONS), ruleSet).levels, 0);
  const compared = (a: RuleSet, b: RuleSet): Comparison => comparePair(facts, reachedBy(a), reachedBy(b), 'mql');
  const isRipe = (lead: number): boolean => isMeasured(facts, lead) && facts.outcome[lead] !== IMMATURE;
  const isUnseen = (lead: number): boolean => facts.outcome[lead] === UNOBSERVED;
  /** The true conversion of the leads that a rule set reaches, of those among them for which `isIn` holds. */
  const trueRate = (ruleSet: RuleSet, isIn: (lead: number) => boolean = () => true): number => {
    const reached = reachedBy(ruleSet);
    const chances = [...truth.probability].filter((_, lead) => isReached(reached, lead) && isRipe(lead) && isIn(lead));
    return chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
  };
  /** What the history would say had sales worked every lead: recorded outcomes, and of the others the true chance. */
  const rateOfAllWorked = (ruleSet: RuleSet): number => {
    const reached = reachedBy(ruleSet);
    let [leads, converted] = [0, 0];
    for (let lead = 0; lead < history.leads.count; lead += 1) {
      if (!isReached(reached, lead) || !isRipe(lead)) continue;
      leads += 1;
      converted += isUnseen(lead) ? numberAt(truth.probability, lead) : facts.outcome[lead] === 0 ? 1 : 0;
    }
    return converted / leads;
  };
  const measured = (ruleSet: RuleSet) => levelMeasures(asResult(facts, reachedBy(ruleSet)), 0, 'mql');

  it('has three scenarios ranked in their true order, each step told as better', () => {
    const scenarios = [READS, BASELINE, HOT];
    const rates = scenarios.map((ruleSet) => measured(ruleSet).rate ?? Number.NaN);
    const truths = scenarios.map((ruleSet) => trueRate(ruleSet));
    expect(truths).toEqual(truths.toSorted((one, other) => one - other));
    expect(rates).toEqual(rates.toSorted((one, other) => one - other));
    expect(compared(READS, BASELINE).finding).toMatchObject({ better: 'b' });
    expect(compared(BASELINE, HOT).finding).toMatchObject({ better: 'b' });
    expect(compared(HOT, READS).finding).toMatchObject({ better: 'a' });
  });

  it('has a difference that is none told as undecided', () => {
    const [even, odd] = [byLastDigit('0,2,4,6,8'), byLastDigit('1,3,5,7,9')];
    expect(Math.abs(trueRate(even) - trueRate(odd))).toBeLessThan(0.01);
    expect(compared(even, odd).finding.kind).toBe('noDifference');
    expect(compared(BASELINE, BASELINE).finding.kind).toBe('sameLeads');
  });

  it.each([
    ['who reads', READS],
    ['the baseline', BASELINE],
    ['the hot ones', HOT],
  ])('has the true conversion of what sales never saw within the bounds: %s', (_, ruleSet) => {
    const { bounds, unobserved } = measured(ruleSet);
    expect(unobserved).toBeGreaterThan(0);
    const all = rateOfAllWorked(ruleSet);
    expect(bounds?.[0]).toBeLessThan(all);
    expect(bounds?.[1]).toBeGreaterThan(all);
    // Sales took the better ones, which is what the plausible bounds suppose.
    expect(trueRate(ruleSet, isUnseen)).toBeLessThan(measured(ruleSet).rate ?? 0);
  });

  it.each([
    ['reading and the baseline', READS, BASELINE],
    ['the baseline and the hot ones', BASELINE, HOT],
  ])('has the true difference within the sharp and the plausible bounds: %s', (_, a, b) => {
    const { bounds, plausible } = compared(a, b).difference;
    const difference = rateOfAllWorked(b) - rateOfAllWorked(a);
    expect(bounds?.[0]).toBeLessThan(difference);
    expect(bounds?.[1]).toBeGreaterThan(difference);
    // These suppose that sales took the better of each band, and count its rate: half a point is that count's error.
    expect(plausible?.[0]).toBeLessThan(difference + 0.005);
    expect(plausible?.[1]).toBeGreaterThan(difference - 0.005);
  });
});
