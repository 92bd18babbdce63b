/**
 * Edits of rules: a rule set in, a rule set out, the rest untouched. None checks its result (`parseRuleSet` does): a value
 * half typed is an edit too.
 */
import { freshId, freshName } from './fresh-id.ts';
import { type Direction, moved } from './move-item.ts';
import { withOptional } from './optional-key.ts';
import type { Rule, RuleSet } from './rule-set.ts';

/** Puts the rule behind the last one of its group (or of its dimension's rules without a group) under a fresh id. */
export const addRule = (ruleSet: RuleSet, rule: Rule): { readonly ruleSet: RuleSet; readonly id: string } => {
  const id = freshId(rule.name, idsOf(ruleSet), 'rule');
  const fresh: Rule = { ...rule, id };
  const lastSibling = ruleSet.rules.findLastIndex((other) => areSiblings(other, fresh));
  const at = lastSibling < 0 ? ruleSet.rules.length : lastSibling + 1;
  return { ruleSet: { ...ruleSet, rules: ruleSet.rules.toSpliced(at, 0, fresh) }, id };
};

/** A copy right behind the original, with a name and id of its own. */
export const duplicateRule = (ruleSet: RuleSet, id: string): { readonly ruleSet: RuleSet; readonly id: string } => {
  const at = ruleSet.rules.findIndex((rule) => rule.id === id);
  const original = ruleSet.rules[at];
  if (original === undefined) return { ruleSet, id };
  const name = freshName(
    original.name,
    ruleSet.rules.map((rule) => rule.name),
  );
  const copy: Rule = { ...original, name, id: freshId(name, idsOf(ruleSet), 'rule') };
  return { ruleSet: { ...ruleSet, rules: ruleSet.rules.toSpliced(at + 1, 0, copy) }, id: copy.id };
};

export const replaceRule = (ruleSet: RuleSet, id: string, next: Rule): RuleSet => ({
  ...ruleSet,
  rules: ruleSet.rules.map((rule) => (rule.id === id ? next : rule)),
});

export const removeRule = (ruleSet: RuleSet, id: string): RuleSet => ({
  ...ruleSet,
  rules: ruleSet.rules.filter((rule) => rule.id !== id),
});

export const setRuleEnabled = (ruleSet: RuleSet, id: string, enabled: boolean): RuleSet => ({
  ...ruleSet,
  rules: ruleSet.rules.map((rule) => (rule.id === id ? { ...rule, enabled } : rule)),
});

/** One place up or down among the rules of its group; the same rule set at either end. */
export const moveRule = (ruleSet: RuleSet, id: string, direction: Direction): RuleSet => {
  const rules = moved(ruleSet.rules, id, direction, areSiblings);
  return rules === ruleSet.rules ? ruleSet : { ...ruleSet, rules };
};

/** Into a group (undefined: none) of a dimension, behind the rules that are there. */
export const placeRule = (ruleSet: RuleSet, id: string, dimension: string, group: string | undefined): RuleSet => {
  const rule = ruleSet.rules.find((one) => one.id === id);
  if (rule === undefined) return ruleSet;
  const placed = withOptional({ ...rule, dimension }, 'group', group);
  const others = ruleSet.rules.filter((one) => one.id !== id);
  const lastSibling = others.findLastIndex((other) => areSiblings(other, placed));
  return { ...ruleSet, rules: others.toSpliced(lastSibling < 0 ? others.length : lastSibling + 1, 0, placed) };
};

const areSiblings = (one: Rule, other: Rule): boolean => one.dimension === other.dimension && one.group === other.group;

const idsOf = (ruleSet: RuleSet): readonly string[] => ruleSet.rules.map((rule) => rule.id);
