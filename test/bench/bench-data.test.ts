import { describe, expect, it } from 'vitest';
import { compileReplay } from '../../core/replay/compile.ts';
import { replay } from '../../core/replay/replay.ts';
import { DEFAULT_OPTIONS, OUTCOMES } from '../../core/replay/replay-result.ts';
import { historyNames, ruleSetWarnings } from '../../core/rule-set/rule-set-warnings.ts';
import { benchHistory } from './bench-history.ts';
import { standardRuleSet } from './standard-rule-set.ts';

const LEADS = 10_000;
const history = benchHistory(LEADS);
const standard = standardRuleSet();
const { offsets, atMs } = history.activities;
const counts = Int32Array.from({ length: LEADS }, (_, lead) => (offsets[lead + 1] ?? 0) - (offsets[lead] ?? 0)).sort();

describe('the history of the bench', () => {
  it('is the same for the same seed', () => {
    expect(benchHistory(500)).toEqual(benchHistory(500));
  });

  it('gives half of the leads six activities or fewer, and one in a hundred more than fifty', () => {
    expect(counts[LEADS / 2]).toBe(6);
    expect(counts[LEADS * 0.99]).toBeGreaterThan(50);
  });

  it('orders the activities of a lead, about 3 % of them at the instant of the one before', () => {
    let ties = 0;
    for (let lead = 0; lead < LEADS; lead += 1) {
      for (let row = (offsets[lead] ?? 0) + 1; row < (offsets[lead + 1] ?? 0); row += 1) {
        const gap = (atMs[row] ?? 0) - (atMs[row - 1] ?? 0);
        if (gap < 0) throw new Error(`activity ${row} comes before the one before`);
        ties += Number(gap === 0);
      }
    }
    expect(ties / atMs.length).toBeGreaterThan(0.025);
    expect(ties / atMs.length).toBeLessThan(0.04);
  });

  it('has every outcome, and more conversions among the leads that the standard rule set picks', () => {
    const { facts, levels } = replay(compileReplay(history, standard, DEFAULT_OPTIONS), standard, false);
    const converted = OUTCOMES.indexOf('converted');
    const rateOf = (isCounted: (lead: number) => boolean): number => {
      const matured = Array.from(facts.outcome.keys()).filter(
        (lead) => (facts.outcome[lead] ?? 9) < 2 && isCounted(lead),
      );
      return matured.filter((lead) => facts.outcome[lead] === converted).length / matured.length;
    };
    expect(new Set(facts.outcome).size).toBe(OUTCOMES.length);
    expect(rateOf((lead) => !Number.isNaN(levels[0]?.reachedAtMs[lead]))).toBeGreaterThan(1.3 * rateOf(() => true));
  });
});

describe('the standard rule set', () => {
  it('has 30 rules, and names nothing that the history lacks', () => {
    expect(standard.rules).toHaveLength(30);
    expect(ruleSetWarnings(standard, historyNames(history), [])).toEqual([]);
  });
});
