/** Conditions as people say them: "job title has the word director or owner". */
import { valuesOf } from '../edit-operator.ts';
import type { ActivityFilter, Condition, Scalar, Test } from '../rule-set.ts';
import type { RuleSetWords } from './phrase.ts';

export function conditionSentence(
  words: RuleSetWords,
  condition: Condition<'attribute'> | Condition<'property'>,
): string {
  const { phrase } = words;
  if ('not' in condition) return phrase('rules.say.not', { inner: conditionSentence(words, condition.not) });
  if ('all' in condition) {
    return condition.all.length === 0 ? phrase('rules.say.always') : folded(words, 'rules.say.and', condition.all);
  }
  if ('any' in condition) {
    return condition.any.length === 0 ? phrase('rules.say.never') : folded(words, 'rules.say.or', condition.any);
  }
  return testSentence(words, condition);
}

/** "page_view where url contains “/pricing”". */
export function filterSentence(words: RuleSetWords, { type, if: condition }: ActivityFilter): string {
  const types = type === undefined ? words.phrase('rules.say.anyActivity') : alternatives(words, type);
  if (condition === undefined) return types;
  return words.phrase('rules.say.activityIf', { types, condition: conditionSentence(words, condition) });
}

/** "a, b or c". */
export const alternatives = ({ phrase }: RuleSetWords, items: readonly string[]): string =>
  items.reduce((left, right, index) => {
    if (index === 0) return right;
    return phrase(index === items.length - 1 ? 'rules.say.or' : 'rules.say.comma', { left, right });
  }, '');

function folded(
  words: RuleSetWords,
  joint: 'rules.say.and' | 'rules.say.or',
  members: readonly (Condition<'attribute'> | Condition<'property'>)[],
): string {
  return members
    .map((member) => {
      const inner = conditionSentence(words, member);
      const isList = 'all' in member || 'any' in member;
      return isList && members.length > 1 ? words.phrase('rules.say.inBrackets', { inner }) : inner;
    })
    .reduce((left, right) => words.phrase(joint, { left, right }));
}

function testSentence(words: RuleSetWords, test: Test<'attribute'> | Test<'property'>): string {
  const subject = 'attribute' in test ? test.attribute : test.property;
  const values = valuesOf(test).map((value) => scalarText(words, value));
  if (test.op === 'between') {
    return words.phrase('rules.say.between', { subject, low: values[0] ?? '', high: values[1] ?? '' });
  }
  return words.phrase(`rules.say.${test.op}`, { subject, value: alternatives(words, values) });
}

function scalarText({ phrase, number }: RuleSetWords, value: Scalar): string {
  if (typeof value === 'string') return phrase('rules.say.value', { value });
  if (typeof value === 'number') return number(value);
  return phrase(value ? 'rules.say.yes' : 'rules.say.no');
}
