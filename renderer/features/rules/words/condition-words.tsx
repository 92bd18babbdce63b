import type { ReactNode } from 'react';
import { valuesOf } from '../../../../core/rule-set/edit-operator.ts';
import type { ActivityFilter, Condition, Scalar, Test } from '../../../../core/rule-set/rule-set.ts';
import type { Messages } from '../../../i18n/messages.tsx';

type AnyTest = Test<'attribute'> | Test<'property'>;
type AnyCondition = Condition<'attribute'> | Condition<'property'>;

/** A condition as people say it, its operative words strong: "job title has the word **director** or **owner**". */
export const conditionWords = (messages: Messages, condition: AnyCondition): ReactNode => {
  const { rich, t } = messages;
  if ('all' in condition)
    return condition.all.length === 0 ? t('rules.say.always') : folded(messages, 'rules.say.and', condition.all);
  if ('any' in condition)
    return condition.any.length === 0 ? t('rules.say.never') : folded(messages, 'rules.say.or', condition.any);
  if ('not' in condition) return rich('rules.say.not', { inner: conditionWords(messages, condition.not) });
  return testWords(messages, condition);
};

/** The activities that a filter lets through: "page_view where url contains /pricing". */
export const activityWords = (messages: Messages, filter: ActivityFilter): ReactNode => {
  const types =
    filter.type === undefined ? messages.t('rules.say.anyActivity') : alternatives(messages, filter.type.map(strong));
  if (filter.if === undefined) return types;
  return messages.rich('rules.say.activityIf', { types, condition: conditionWords(messages, filter.if) });
};

/** "a, b or c". */
export const alternatives = (messages: Messages, items: readonly ReactNode[]): ReactNode =>
  items.reduce<ReactNode>((left, right, index) => {
    if (index === 0) return right;
    return messages.rich(index === items.length - 1 ? 'rules.say.or' : 'rules.say.comma', { left, right });
  }, null);

export const strong = (text: string): ReactNode => <b className="strong">{text}</b>;

const folded = (
  messages: Messages,
  joint: 'rules.say.and' | 'rules.say.or',
  members: readonly AnyCondition[],
): ReactNode =>
  members
    .map((member) =>
      isList(member) && members.length > 1
        ? messages.rich('rules.say.inBrackets', { inner: conditionWords(messages, member) })
        : conditionWords(messages, member),
    )
    .reduce((left, right) => messages.rich(joint, { left, right }));

const testWords = (messages: Messages, test: AnyTest): ReactNode => {
  const subject = subjectOf(test);
  const values = valuesOf(test).map((value) => strong(scalarText(messages, value)));
  if (test.op === 'between') return messages.rich('rules.say.between', { subject, low: values[0], high: values[1] });
  return messages.rich(`rules.say.${test.op}`, { subject, value: alternatives(messages, values) });
};

/** The attribute or property that a test reads. */
const subjectOf = (test: AnyTest): string => ('attribute' in test ? test.attribute : test.property);

const scalarText = ({ t, format }: Messages, value: Scalar): string => {
  if (typeof value === 'number') return format.decimal(value, 2);
  if (typeof value === 'boolean') return t(value ? 'rules.say.yes' : 'rules.say.no');
  return value;
};

const isList = (condition: AnyCondition): boolean => 'all' in condition || 'any' in condition;
