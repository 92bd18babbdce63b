import type { RuleEffect } from '../../../../api/rule-effects.ts';
import type { Cell } from '../../../../core/measures/frame.ts';
import type { Rule } from '../../../../core/rule-set/rule-set.ts';
import type { Messages } from '../../../i18n/messages.tsx';

/** A rate with its interval, or that there is none. */
export const rateWords = ({ t, format }: Messages, { rate, interval }: Cell): string =>
  rate === null ? t('effects.rateNone') : format.rate(rate, interval);

/** Touched against the others, in one sentence. */
export const effectWords = (messages: Messages, { touched, untouched }: RuleEffect): string => {
  const { t, format } = messages;
  if (touched.leads === 0) return t('effects.mark.none');
  if (touched.rate === null) return t('effects.mark.unknown', { leads: format.count(touched.leads) });
  return t('effects.mark.rate', {
    rate: rateWords(messages, touched),
    n: format.count(touched.observed),
    otherRate: rateWords(messages, untouched),
    otherN: format.count(untouched.observed),
  });
};

export const leadsWords = ({ t, format }: Messages, leads: number): string =>
  t('effects.mark.leads', { leads, count: format.count(leads) });

/** What a rule gives each time; of bands the most. */
export const pointsEach = (rule: Rule): number =>
  rule.kind === 'bands' ? Math.max(...rule.bands.map(({ points }) => points)) : rule.points;

/** The rule gives points, and the history says the opposite beyond chance. */
export const contradicts = ({ difference }: Pick<RuleEffect, 'difference'>, points: number): boolean =>
  points > 0 && difference !== null && difference.interval[1] < 0;

/** What the interval of the difference allows to say; `points`: what the rule gives. */
export const verdictWords = ({ t }: Messages, { difference, untouched }: RuleEffect, points: number): string => {
  if (untouched.leads === 0) return t('effects.verdict.all');
  if (difference === null) return t('effects.verdict.none');
  const [low, high] = difference.interval;
  if (low > 0) return t('effects.verdict.better');
  if (high < 0) return t(contradicts({ difference }, points) ? 'effects.verdict.contradicts' : 'effects.verdict.worse');
  return t('effects.verdict.open');
};
