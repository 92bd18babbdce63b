import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { removedRules, ruleStateOf, takeBaselineRule } from '../../../core/rule-set/compare-rules.ts';
import { removeRule } from '../../../core/rule-set/edit-rules.ts';
import { removeDimension, removeGroup } from '../../../core/rule-set/edit-structure.ts';
import { parseRuleSet } from '../../../core/rule-set/parse-rule-set.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { randomRuleSet } from '../../support/random-rule-set.ts';

const idsOf = (ruleSet: RuleSet) => ruleSet.rules.map((rule) => rule.id).toSorted();

describe('a rule set against its baseline', () => {
  it('finds every rule the same as itself, whatever the order of its keys', () => {
    fc.assert(
      fc.property(randomRuleSet(), (ruleSet) => {
        for (const rule of ruleSet.rules) {
          const { id, ...rest } = rule;
          expect(ruleStateOf(ruleSet, { ...rest, id })).toBe('same');
          expect(ruleStateOf(ruleSet, { ...rule, enabled: !rule.enabled })).toBe('changed');
          expect(ruleStateOf(ruleSet, { ...rule, id: `${id} 2` })).toBe('added');
        }
        expect(removedRules(ruleSet, ruleSet)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('brings every removed rule back as it was, with a dimension or group that went with it', () => {
    fc.assert(
      fc.property(randomRuleSet(), fc.nat(2), (baseline, way) => {
        // Given a rule set that lost a rule, a group or a dimension
        const [first] = baseline.rules;
        if (first === undefined) return;
        const lost =
          way === 0 || baseline.dimensions.length < 2
            ? removeRule(baseline, first.id)
            : way === 1 && first.group !== undefined
              ? removeRule(removeGroup(baseline, first.group), first.id)
              : removeDimension(baseline, first.dimension);
        // When all that is missing is brought back
        const back = removedRules(baseline, lost).reduce((now, rule) => takeBaselineRule(now, baseline, rule.id), lost);
        // Then every rule is there, valid, and as the baseline has it
        expect(idsOf(back)).toEqual(idsOf(baseline));
        expect(parseRuleSet(back)).toEqual({ ok: true, value: back });
        expect(back.rules.find((rule) => rule.id === first.id)).toEqual(first);
      }),
      { numRuns: 200 },
    );
  });

  it('puts a rule that is brought back behind the one that it followed', () => {
    fc.assert(
      fc.property(randomRuleSet(), fc.nat(), (baseline, pick) => {
        const rule = baseline.rules[pick % baseline.rules.length];
        if (rule === undefined) return;
        const back = takeBaselineRule(removeRule(baseline, rule.id), baseline, rule.id);
        const siblings = (ruleSet: RuleSet) =>
          ruleSet.rules.filter((one) => one.dimension === rule.dimension && one.group === rule.group);
        expect(siblings(back)).toEqual(siblings(baseline));
      }),
      { numRuns: 200 },
    );
  });

  it('takes the baseline’s form of a changed rule, and leaves it where it stands', () => {
    fc.assert(
      fc.property(randomRuleSet(), (baseline) => {
        const changed = {
          ...baseline,
          rules: baseline.rules.map((rule) => ({ ...rule, name: 'Other', enabled: !rule.enabled })).toReversed(),
        };
        const back = changed.rules.reduce((now, rule) => takeBaselineRule(now, baseline, rule.id), changed as RuleSet);
        expect(back.rules).toEqual(baseline.rules.toReversed());
      }),
      { numRuns: 100 },
    );
  });
});
