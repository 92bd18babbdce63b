import type { ReactNode } from 'react';
import type { ActivityRule, Band, Decay, InactivityRule, Rule } from '../../../../core/rule-set/rule-set.ts';
import type { Messages } from '../../../i18n/messages.tsx';
import { activityWords, alternatives, conditionWords, strong } from './condition-words.tsx';

/** What a rule is given for, in one sentence. */
export const ruleWords = (messages: Messages, rule: Rule): ReactNode => {
  const sentence = ungatedWords(messages, rule);
  if (rule.kind === 'attribute' || rule.if === undefined) return sentence;
  return messages.rich('rules.say.gated', { sentence, gate: conditionWords(messages, rule.if) });
};

/** How often it counts: "each, max 3, once per url". */
export const countsWords = (messages: Messages, rule: Rule): string => {
  const { t, format } = messages;
  switch (rule.kind) {
    case 'attribute':
    case 'bands':
      return t('rules.counts.once');
    case 'counter':
      return rule.max === undefined
        ? t('rules.counts.number')
        : t('rules.counts.numberMax', { max: format.decimal(rule.max, 2) });
    case 'activity':
      return [repeatWords(messages, rule), ...restraintWords(messages, rule)].join(', ');
    case 'inactivity':
      return rule.max === 1 ? t('rules.counts.silence') : t('rules.counts.silences', { max: rule.max });
  }
};

/** How its points fade, short: "halves 30 d". */
export const fadesWords = ({ t, format }: Messages, decay: Decay): string => {
  if (decay.kind === 'none') return t('rules.fades.none');
  if (decay.kind === 'steps') {
    return t('rules.fades.steps', {
      percent: format.decimal(decay.percent, 2),
      days: format.decimal(decay.everyDays, 2),
    });
  }
  return t(`rules.fades.${decay.kind}`, { days: format.decimal(decay.days, 2) });
};

/** Points as entered; a bands rule tells its least and its most. */
export const pointsWords = ({ t, format }: Messages, rule: Rule): string => {
  if (rule.kind !== 'bands') return format.points(rule.points);
  const points = rule.bands.map((band) => band.points);
  const low = Math.min(...points);
  const high = Math.max(...points);
  return low === high
    ? format.points(low)
    : t('rules.points.range', { low: format.points(low), high: format.points(high) });
};

export const decayOf = (rule: Rule): Decay | null => ('decay' in rule ? rule.decay : null);

const ungatedWords = (messages: Messages, rule: Rule): ReactNode => {
  switch (rule.kind) {
    case 'attribute':
      return conditionWords(messages, rule.if);
    case 'bands':
      return messages.rich('rules.say.bands', {
        attribute: rule.attribute,
        bands: alternatives(
          messages,
          rule.bands.map((band) => strong(bandWords(messages, band))),
        ),
      });
    case 'counter':
      return messages.rich('rules.say.counter', { attribute: strong(rule.attribute) });
    case 'activity':
      return activityWords(messages, rule.on);
    case 'inactivity':
      return silenceWords(messages, rule);
  }
};

export const bandWords = ({ t, format }: Messages, { from, to }: Band): string => {
  if (from === undefined && to === undefined) return t('rules.say.bandAll');
  if (from === undefined) return t('rules.say.bandUnder', { to: format.decimal(to ?? 0, 2) });
  if (to === undefined) return t('rules.say.bandFrom', { from: format.decimal(from, 2) });
  return t('rules.say.bandBetween', { from: format.decimal(from, 2), to: format.decimal(to, 2) });
};

const silenceWords = (messages: Messages, rule: InactivityRule): ReactNode => {
  const days = strong(messages.t('rules.say.days', { days: rule.afterDays }));
  if (rule.on.type === undefined && rule.on.if === undefined) return messages.rich('rules.say.nothing', { days });
  return messages.rich('rules.say.silence', { activity: activityWords(messages, rule.on), days });
};

const repeatWords = ({ t }: Messages, { every, max }: ActivityRule): string => {
  if (every === 1 && max === 1) return t('rules.counts.once');
  if (every === 1) return max === undefined ? t('rules.counts.each') : t('rules.counts.eachMax', { max });
  return max === undefined ? t('rules.counts.every', { every }) : t('rules.counts.everyMax', { every, max });
};

const restraintWords = ({ t, format }: Messages, rule: ActivityRule): readonly string[] => [
  ...(rule.distinctBy === undefined ? [] : [t('rules.counts.distinct', { property: rule.distinctBy })]),
  ...(rule.withinDays === undefined ? [] : [t('rules.counts.within', { days: format.decimal(rule.withinDays, 2) })]),
  ...(rule.cooldownDays === undefined ? [] : [t('rules.counts.apart', { days: format.decimal(rule.cooldownDays, 2) })]),
];
