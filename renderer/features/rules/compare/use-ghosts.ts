import { useMemo } from 'react';
import type { Place } from '../../../../core/rule-set/arrange.ts';
import { removedRules } from '../../../../core/rule-set/compare-rules.ts';
import type { Rule, RuleSet } from '../../../../core/rule-set/rule-set.ts';
import { useRuleEditing } from '../rule-editing.tsx';

/** The rules that the baseline has in this place and the rule set has nowhere; without a place: those whose dimension is gone. */
export const useGhosts = (place: Place | null): readonly Rule[] => {
  const { ruleSet, baseline } = useRuleEditing();
  return useMemo(
    () =>
      removedRules(baseline, ruleSet).filter((rule) => {
        const home = homeOf(ruleSet, rule);
        return home?.dimension === place?.dimension && home?.group === place?.group;
      }),
    [ruleSet, baseline, place?.dimension, place?.group],
  );
};

/** Where it would be listed now: loose in its dimension when its group is gone, null when the dimension is gone too. */
const homeOf = (ruleSet: RuleSet, rule: Rule): Place | null => {
  const group = ruleSet.groups.find((one) => one.id === rule.group);
  if (group !== undefined) return { dimension: group.dimension, group: group.id };
  return ruleSet.dimensions.some((one) => one.id === rule.dimension) ? { dimension: rule.dimension } : null;
};
