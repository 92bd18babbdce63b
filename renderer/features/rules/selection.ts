/** What the editor shows, as it stands in the address: `#rules/pricing` a rule, `#rules/level:mql` a level. */
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';

export type Selection =
  | { readonly kind: 'rule' | 'level' | 'dimension' | 'group'; readonly id: string }
  | { readonly kind: 'ruleSet' };

const OTHER_KINDS = ['level', 'dimension', 'group'] as const;

export const WHOLE: Selection = { kind: 'ruleSet' };

/** Anything that the rule set lacks (any more) is the rule set itself. */
export const selectionOf = (detail: string | null, ruleSet: RuleSet): Selection => {
  if (detail === null) return WHOLE;
  if (ruleSet.rules.some((rule) => rule.id === detail)) return { kind: 'rule', id: detail };
  const kind = OTHER_KINDS.find((one) => detail.startsWith(`${one}:`));
  if (kind === undefined) return WHOLE;
  const id = detail.slice(kind.length + 1);
  return listOf(kind, ruleSet).some((item) => item.id === id) ? { kind, id } : WHOLE;
};

/** The inverse; null for the rule set itself. */
export const detailOf = (selection: Selection): string | null => {
  if (selection.kind === 'ruleSet') return null;
  return selection.kind === 'rule' ? selection.id : `${selection.kind}:${selection.id}`;
};

export const isSelected = (selection: Selection, kind: Selection['kind'], id: string): boolean =>
  selection.kind === kind && selection.kind !== 'ruleSet' && selection.id === id;

const listOf = (kind: (typeof OTHER_KINDS)[number], ruleSet: RuleSet): readonly { readonly id: string }[] => {
  if (kind === 'level') return ruleSet.levels;
  return kind === 'dimension' ? ruleSet.dimensions : ruleSet.groups;
};
