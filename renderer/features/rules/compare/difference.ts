/** The difference between two forms of a rule in words: field by field, before and now. */
import type { ReactNode } from 'react';
import { isValidElement } from 'react';
import type { Rule, RuleSet } from '../../../../core/rule-set/rule-set.ts';
import type { Messages } from '../../../i18n/messages.tsx';
import { bandWords, countsWords, decayOf, fadesWords, pointsWords, ruleWords } from '../words/rule-words.tsx';

export interface Difference {
  readonly label: string;
  readonly was: string;
  readonly now: string;
}

/** One form of a rule with the rule set that it stands in. */
export interface Form {
  readonly rule: Rule;
  readonly ruleSet: RuleSet;
}

/** In the order in which people talk about a rule; a single line when only the writing differs, not a word of it. */
export const differences = (messages: Messages, before: Form, now: Form): readonly Difference[] => {
  const { t } = messages;
  const said = FIELDS.map(({ label, words }) => ({
    label: t(label),
    was: words(messages, before),
    now: words(messages, now),
  })).filter((line) => line.was !== line.now);
  return said.length > 0 ? said : [{ label: t('rules.compare.writing'), was: '', now: '' }];
};

/** The words of a sentence, without its marks. */
export const textOf = (node: ReactNode): string => {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map((part: ReactNode) => textOf(part)).join('');
  if (isValidElement<{ readonly children?: ReactNode }>(node)) return textOf(node.props.children);
  return '';
};

/** All that the list says of a rule, to be searched. */
export const wordsOfRule = (messages: Messages, rule: Rule): string => {
  const decay = decayOf(rule);
  return [
    rule.name,
    rule.id,
    textOf(ruleWords(messages, rule)),
    countsWords(messages, rule),
    decay === null ? '' : fadesWords(messages, decay),
    messages.t(`rules.kind.${rule.kind}`),
    rule.disqualifies ? messages.t('rules.row.disqualifies') : '',
  ].join(' ');
};

const FIELDS = [
  { label: 'rules.editor.name', words: (_messages: Messages, { rule }: Form) => rule.name },
  { label: 'rules.editor.kind', words: ({ t }: Messages, { rule }: Form) => t(`rules.kind.${rule.kind}`) },
  { label: 'rules.editor.group', words: (messages: Messages, form: Form) => placeWords(messages, form) },
  { label: 'rules.when', words: (messages: Messages, { rule }: Form) => textOf(ruleWords(messages, rule)) },
  { label: 'rules.gives.pointsLabel', words: (messages: Messages, { rule }: Form) => everyPoint(messages, rule) },
  { label: 'rules.column.counts', words: (messages: Messages, { rule }: Form) => countsWords(messages, rule) },
  { label: 'rules.fade', words: (messages: Messages, { rule }: Form) => fadingWords(messages, rule) },
  {
    label: 'rules.compare.disqualifies',
    words: ({ t }: Messages, { rule }: Form) => t(rule.disqualifies ? 'rules.say.yes' : 'rules.say.no'),
  },
  {
    label: 'rules.editor.enabled',
    words: ({ t }: Messages, { rule }: Form) => t(rule.enabled ? 'rules.say.yes' : 'rules.say.no'),
  },
] as const;

const placeWords = ({ t }: Messages, { rule, ruleSet }: Form): string => {
  const dimension = ruleSet.dimensions.find((one) => one.id === rule.dimension)?.name ?? rule.dimension;
  const group = ruleSet.groups.find((one) => one.id === rule.group)?.name;
  return group === undefined ? dimension : t('rules.editor.place', { dimension, group });
};

const everyPoint = (messages: Messages, rule: Rule): string =>
  rule.kind === 'bands'
    ? rule.bands
        .map((band) =>
          messages.t('rules.compare.band', {
            band: bandWords(messages, band),
            points: messages.format.points(band.points),
          }),
        )
        .join(', ')
    : pointsWords(messages, rule);

const fadingWords = (messages: Messages, rule: Rule): string => {
  const decay = decayOf(rule);
  if (decay === null) return messages.t('rules.fades.none');
  const words = fadesWords(messages, decay);
  return decay.kind === 'steps' && decay.compound ? messages.t('rules.compare.compound', { words }) : words;
};
