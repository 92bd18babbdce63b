/** What the history says about a promise, and whether it held, in a few words each. */
import type { JudgedPromise, ShareFigure, Verdict } from '../../api/promises.ts';
import type { Messages } from '../i18n/messages.tsx';

export const figureText = (messages: Messages, { figure, verdict }: JudgedPromise): string => {
  const { t, format } = messages;
  const none = t('agreement-words.figure.none');
  if (verdict.kind === 'unknown' && verdict.reason !== 'few' && verdict.reason !== 'nobody') return none;
  if ('share' in figure && figure.share.rate === null) return none;
  switch (figure.kind) {
    case 'volume':
      return figure.mean === null || figure.p10 === null || figure.p90 === null
        ? none
        : t('agreement-words.figure.volume', {
            mean: format.decimal(figure.mean),
            low: format.decimal(figure.p10, 0),
            high: format.decimal(figure.p90, 0),
            weeks: figure.weeks,
          });
    case 'conversion':
      return t('agreement-words.figure.conversion', {
        ...rateOf(messages, figure.share),
        hasLowest: figure.lowestMonth === null ? 'no' : 'yes',
        month: figure.lowestMonth === null ? '' : format.shortMonthAndYear(figure.lowestMonth.startMs),
        lowest: figure.lowestMonth === null ? '' : format.percent(figure.lowestMonth.share.rate ?? 0),
      });
    case 'data':
      return t('agreement-words.figure.data', rateOf(messages, figure.share));
    case 'never':
      return t('agreement-words.figure.never', {
        against: format.count(figure.leads),
        n: format.count(figure.handedOver),
      });
    case 'followUp': {
      const { time } = figure.medianHours;
      return time === null
        ? t('agreement-words.figure.followUpOpen', rateOf(messages, figure.share))
        : t('agreement-words.figure.followUp', { ...rateOf(messages, figure.share), hours: format.decimal(time) });
    }
    case 'capacity':
      return figure.weeks === 0
        ? none
        : t('agreement-words.figure.capacity', {
            over: format.count(figure.weeksOver),
            weeks: figure.weeks,
            followed: format.decimal(figure.followedMean ?? 0),
          });
    case 'attempts':
      return t('agreement-words.figure.attempts', {
        ...rateOf(messages, figure.share),
        mean: format.decimal(figure.meanAttempts ?? 0),
      });
    case 'feedback': {
      const { time } = figure.medianDays;
      return time === null
        ? t('agreement-words.figure.feedbackOpen', rateOf(messages, figure.share))
        : t('agreement-words.figure.feedback', { ...rateOf(messages, figure.share), days: format.decimal(time) });
    }
  }
};

/** What is missing, or in how many weeks or months it held. */
export const verdictText = (messages: Messages, { verdict, ...judged }: JudgedPromise): string => {
  const { t, format } = messages;
  const { unit, spansHeld: held, spansJudged: count } = judged;
  switch (verdict.kind) {
    case 'unknown':
      return t(`agreement-words.unknown.${verdict.reason}`);
    case 'short':
    case 'broken':
      return shortText(messages, verdict);
    case 'held':
      if (judged.figure.kind === 'never') return t('agreement-words.verdict.always');
      return count === 0
        ? t('agreement-words.verdict.held')
        : t('agreement-words.verdict.spans', { held: format.count(held), judged: count, unit });
  }
};

const shortText = ({ t, format }: Messages, { by, unit }: Extract<Verdict, { readonly by: number }>): string =>
  unit === 'points'
    ? t('agreement-words.verdict.short.points', { by: format.decimal(by, by < 1 ? 1 : 0) })
    : t(`agreement-words.verdict.short.${unit}`, { count: by });

const rateOf = ({ format }: Messages, { rate, interval, due }: ShareFigure) => ({
  rate: format.rate(rate ?? 0, interval),
  n: format.count(due),
});
