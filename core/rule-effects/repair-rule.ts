/** The one-click way out of a concern: a rule set in, a rule set out. */

import { valuesOf, withOperator, withValues } from '../rule-set/edit-operator.ts';
import { replaceRule, setRuleEnabled } from '../rule-set/edit-rules.ts';
import { replaceDimension, replaceGroup } from '../rule-set/edit-structure.ts';
import { withOptional } from '../rule-set/optional-key.ts';
import type { Condition, Rule, RuleSet, Scalar, Subject, Test } from '../rule-set/rule-set.ts';
import type { HiddenDebt, NeverOccurs, RuleConcern, ShortContains } from './rule-concern.ts';
import { isShortText } from './written-concerns.ts';

/** Null where only its author can know what a rule should say instead. */
export function repairRule(ruleSet: RuleSet, concern: RuleConcern): RuleSet | null {
  const rule = ruleSet.rules.find(({ id }) => id === concern.ruleId);
  if (rule === undefined) return null;
  switch (concern.kind) {
    case 'shortContains':
      return replaceRule(ruleSet, rule.id, withTests(rule, concern, wholeWords));
    case 'neverOccurs': {
      const { value } = concern;
      if (!concern.hasOthers || value === null) return null;
      return replaceRule(
        ruleSet,
        rule.id,
        withTests(rule, concern, (test) => withoutValue(test, value)),
      );
    }
    case 'penaltyStays':
      return rule.kind === 'inactivity'
        ? replaceRule(ruleSet, rule.id, { ...rule, decay: { kind: 'half-life', days: rule.afterDays } })
        : null;
    case 'hiddenDebt':
      return withoutLeast(ruleSet, concern);
    case 'leaking':
    case 'keptOut':
    case 'todaysValue':
    case 'sameTest':
    case 'sameLeads':
      return setRuleEnabled(ruleSet, rule.id, false);
    case 'nobodyTouched':
    case 'fewKnown':
    case 'unknownName':
      return null;
  }
}

/** Values of up to three letters as whole words; longer ones beside them are still looked for within words. */
function wholeWords<S extends Subject>(test: Test<S>): Condition<S> {
  if (test.op !== 'contains') return test;
  const values = valuesOf(test);
  const short = values.filter((value) => isShortText(String(value)));
  const long = values.filter((value) => !isShortText(String(value)));
  const words = withValues(withOperator(test, 'hasWord', ''), short);
  if (short.length === 0) return test;
  return long.length === 0 ? words : { any: [withValues(test, long), words] };
}

function withoutValue<S extends Subject>(test: Test<S>, value: string): Condition<S> {
  const values = valuesOf(test);
  const rest = values.filter((one: Scalar) => String(one) !== value);
  return rest.length === 0 || rest.length === values.length ? test : withValues(test, rest);
}

type EditTest = <S extends Subject>(test: Test<S>) => Condition<S>;

/** Edits the tests that read the concern's column. */
function withTests(rule: Rule, { of, name }: ShortContains | NeverOccurs, edit: EditTest): Rule {
  if (of === 'attribute') return rule.if === undefined ? rule : { ...rule, if: edited(rule.if, of, name, edit) };
  if (!('on' in rule) || rule.on.if === undefined) return rule;
  return { ...rule, on: { ...rule.on, if: edited(rule.on.if, of, name, edit) } };
}

function edited<S extends Subject>(condition: Condition<S>, of: S, name: string, edit: EditTest): Condition<S> {
  if ('all' in condition) return { all: condition.all.map((one) => edited(one, of, name, edit)) };
  if ('any' in condition) return { any: condition.any.map((one) => edited(one, of, name, edit)) };
  if ('not' in condition) return { not: edited(condition.not, of, name, edit) };
  return condition[of] === name ? edit(condition) : condition;
}

/** Then the debt is seen. */
function withoutLeast(ruleSet: RuleSet, { place, id }: HiddenDebt): RuleSet {
  if (place === 'total') return { ...ruleSet, total: withOptional(ruleSet.total, 'min', undefined) };
  if (place === 'group') {
    const group = ruleSet.groups.find((one) => one.id === id);
    return group === undefined ? ruleSet : replaceGroup(ruleSet, id, withOptional(group, 'min', undefined));
  }
  const dimension = ruleSet.dimensions.find((one) => one.id === id);
  return dimension === undefined ? ruleSet : replaceDimension(ruleSet, id, withOptional(dimension, 'min', undefined));
}
