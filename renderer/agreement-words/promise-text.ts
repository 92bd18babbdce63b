/** A promise in a line whose values are marked for `definitionParts`. */
import type { PromiseDifference } from '../../core/agreement/agreement-differences.ts';
import { definitionParts } from '../../core/agreement/definition.ts';
import type { Messages } from '../i18n/messages.tsx';
import { listText } from './marked.ts';

/** A promise that is made; `level`: by name. */
export type MadePromise = PromiseDifference extends infer D
  ? D extends { readonly promise: infer K; readonly after: infer P }
    ? { readonly promise: K; readonly made: NonNullable<P>; readonly level: string }
    : never
  : never;

/** Without marks. */
export const plainPromiseText = (messages: Messages, made: MadePromise): string =>
  definitionParts(promiseText(messages, made))
    .map(({ text }) => text)
    .join('');

export const promiseText = (messages: Messages, { level, ...about }: MadePromise): string => {
  const { t, format } = messages;
  const percent = (leastPercent: number): string => format.percent(leastPercent / 100);
  switch (about.promise) {
    case 'volume':
      return t('agreement-words.promise.volume', { ...about.made });
    case 'conversion':
      return t('agreement-words.promise.conversion', {
        percent: percent(about.made.leastPercent),
        days: about.made.withinDays,
      });
    case 'data':
      return t('agreement-words.promise.data', {
        attributes: listText(messages, about.made.attributes),
        percent: percent(about.made.leastPercent),
      });
    case 'never':
      return t('agreement-words.promise.never', {
        names: listText(
          messages,
          about.made.map(({ name }) => name),
        ),
      });
    case 'followUp':
      return t('agreement-words.promise.followUp', {
        level,
        hours: about.made.withinHours,
        percent: percent(about.made.leastPercent),
      });
    case 'capacity':
      return t('agreement-words.promise.capacity', {
        count: format.count(about.made.perWeek),
        weeks: about.made.weeks,
        ofWeeks: about.made.ofWeeks,
      });
    case 'attempts':
      return t('agreement-words.promise.attempts', {
        least: about.made.least,
        days: about.made.withinDays,
        percent: percent(about.made.leastPercent),
      });
    case 'feedback':
      return t('agreement-words.promise.feedback', {
        days: about.made.withinDays,
        percent: percent(about.made.leastPercent),
      });
  }
};
