/** A rule set against its baseline, rule by rule; rules are the same by their ids. */
import { isSame } from '../same-value.ts';
import { moveRuleTo } from './arrange.ts';
import { replaceRule } from './edit-rules.ts';
import type { Rule, RuleSet } from './rule-set.ts';

export type RuleState = 'same' | 'changed' | 'added';

/** Where a rule stands among the others is no change; its dimension and group are. */
export const ruleStateOf = (baseline: RuleSet, rule: Rule): RuleState => {
  const before = baseline.rules.find((other) => other.id === rule.id);
  if (before === undefined) return 'added';
  return isSame(before, rule) ? 'same' : 'changed';
};

/** The baseline's rules that the rule set lacks, in their order. */
export const removedRules = (baseline: RuleSet, ruleSet: RuleSet): readonly Rule[] => {
  const ids = new Set(ruleSet.rules.map((rule) => rule.id));
  return baseline.rules.filter((rule) => !ids.has(rule.id));
};

/**
 * The rule as the baseline has it: in the place of the changed one, or brought back behind the rule that it followed. Its
 * dimension and group come back with it when they are gone.
 */
export const takeBaselineRule = (ruleSet: RuleSet, baseline: RuleSet, id: string): RuleSet => {
  const wanted = baseline.rules.find((rule) => rule.id === id);
  if (wanted === undefined) return ruleSet;
  const housed = withPlaceOf(ruleSet, baseline, wanted);
  // A group that has moved to another dimension since takes the rule along.
  const home = housed.groups.find((group) => group.id === wanted.group)?.dimension ?? wanted.dimension;
  const rule: Rule = { ...wanted, dimension: home };
  if (housed.rules.some((one) => one.id === id)) return replaceRule(housed, id, rule);
  const followers = baseline.rules.slice(baseline.rules.indexOf(wanted) + 1).map((one) => one.id);
  const next = followers.find((other) =>
    housed.rules.some((one) => one.id === other && one.dimension === home && one.group === rule.group),
  );
  return moveRuleTo({ ...housed, rules: [rule, ...housed.rules] }, id, rule, next);
};

const withPlaceOf = (ruleSet: RuleSet, baseline: RuleSet, rule: Rule): RuleSet => {
  const missing = <T extends { readonly id: string }>(
    here: readonly T[],
    there: readonly T[],
    id: string | undefined,
  ) => (here.some((one) => one.id === id) ? [] : there.filter((one) => one.id === id));
  const groups = missing(ruleSet.groups, baseline.groups, rule.group);
  const isHoused = ruleSet.groups.some((group) => group.id === rule.group);
  const dimensions = isHoused ? [] : missing(ruleSet.dimensions, baseline.dimensions, rule.dimension);
  return {
    ...ruleSet,
    dimensions: [...ruleSet.dimensions, ...dimensions],
    groups: [...ruleSet.groups, ...groups],
  };
};
