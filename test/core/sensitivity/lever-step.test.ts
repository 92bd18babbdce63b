import { describe, expect, it } from 'vitest';
import { starterRuleSet } from '../../../core/demo/demo-rule-set.ts';
import { quarterOf, steppedTo, thresholdStep } from '../../../core/sensitivity/lever-step.ts';

describe('a step of a lever', () => {
  it('of points is a quarter, whole and at least 1', () => {
    expect([8, 10, 1, -20, 40].map(quarterOf)).toEqual([2, 3, 1, 5, 10]);
  });

  it('of points with decimals is a quarter in hundredths, so that half a point keeps its sign', () => {
    expect([0.5, -2.5, 0.02].map(quarterOf)).toEqual([0.13, 0.63, 0.01]);
  });

  it('of a threshold suits its scale: a round figure of at most a tenth', () => {
    expect([52, 80, 100, 25, 12, 3, 0, 1_000].map(thresholdStep)).toEqual([5, 5, 10, 2, 1, 1, 1, 100]);
  });

  it('leaves the dust of binary fractions behind, and ends where a rule set would not be read any more', () => {
    const ruleSet = starterRuleSet();
    const range = { least: 0, most: 10 };
    expect(steppedTo([0.1 + 0.2], range, () => ruleSet)?.values).toEqual([0.3]);
    expect(steppedTo([4, 11], range, () => ruleSet)).toBeNull();
  });
});
