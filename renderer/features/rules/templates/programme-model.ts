/** A ready-made programme on the columns at hand, and what people may still change of it before they take it. */
import type { Recycle, Rule, RuleSet } from '../../../../core/rule-set/rule-set.ts';
import type { CountedValue } from '../../../../core/templates/columns.ts';
import type { MappedSlot, MappedTemplate, UnmappedSlot } from '../../../../core/templates/map-template.ts';
import type { TemplateId } from '../../../../core/templates/template.ts';

export interface Programme {
  readonly id: TemplateId;
  readonly ruleSet: RuleSet;
  readonly mapped: readonly MappedSlot[];
  readonly unmapped: readonly UnmappedSlot[];
  readonly idleRecycle: Recycle | null;
  /** There is no history: the names are the programme's own. */
  readonly canonical: boolean;
}

/** What people changed of a programme; `valuesByRule`: of the rules whose values they chose themselves. */
export interface Changes {
  readonly valuesByRule: ReadonlyMap<Rule['id'], readonly string[]>;
  /** Whether the rules without a column come along, switched off. */
  readonly withUnmapped: boolean;
}

export const NO_CHANGES: Changes = { valuesByRule: new Map(), withUnmapped: false };

export const programmeOf = (id: TemplateId, mapped: MappedTemplate): Programme => ({ id, ...mapped, canonical: false });

export const canonicalProgramme = (id: TemplateId, ruleSet: RuleSet): Programme => ({
  id,
  ruleSet,
  mapped: [],
  unmapped: [],
  idleRecycle: null,
  canonical: true,
});

/**
 * The values that a rule asks for, where they were proposed from those that the history has; null where there is nothing to
 * choose, or where it asks for words within values.
 */
export function proposedValues(rule: Rule, offered: readonly CountedValue[]): readonly string[] | null {
  if (offered.length < 2) return null;
  if (rule.kind === 'activity' && rule.on.if === undefined) return rule.on.type ?? null;
  const test = rule.kind === 'attribute' ? rule.if : rule.kind === 'activity' ? rule.on.if : undefined;
  if (test === undefined || !('op' in test) || test.op !== 'is' || test.value === undefined) return null;
  const values = typeof test.value === 'object' ? test.value : [test.value];
  return values.every((value) => typeof value === 'string') ? values : null;
}

/** The rule asking for these instead; with none of them it is switched off and keeps those that it had. */
export function withValues(rule: Rule, values: readonly string[]): Rule {
  const [first, ...others] = values;
  if (first === undefined) return { ...rule, enabled: false };
  const value = others.length === 0 ? first : values;
  if (rule.kind === 'attribute' && 'op' in rule.if) return { ...rule, if: { ...rule.if, value } };
  if (rule.kind !== 'activity') return rule;
  const { if: condition } = rule.on;
  if (condition === undefined) return { ...rule, on: { ...rule.on, type: values } };
  return 'op' in condition ? { ...rule, on: { ...rule.on, if: { ...condition, value } } } : rule;
}

/** The rule set that is put on the table. */
export function takenRuleSet({ ruleSet, unmapped }: Programme, { valuesByRule, withUnmapped }: Changes): RuleSet {
  const rules = ruleSet.rules.map((rule) => {
    const values = valuesByRule.get(rule.id);
    return values === undefined ? rule : withValues(rule, values);
  });
  const mended = withUnmapped ? unmapped.map(({ rule }) => ({ ...rule, enabled: false })) : [];
  return { ...ruleSet, rules: [...rules, ...mended] };
}

/** A value more, or one less; in the order in which they are offered. */
export const toggled = (
  chosen: readonly string[],
  value: string,
  offered: readonly CountedValue[],
): readonly string[] => {
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  const places = new Map(offered.map((one, place) => [one.value, place]));
  return next.toSorted((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
};
