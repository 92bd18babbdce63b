import type { FunnelStep } from '../../../../../api/compare-course.ts';
import { LEAST_KNOWN, LEAST_SQLS } from '../../../../../core/measures/least-counts.ts';
import type { Messages } from '../../../../i18n/messages.tsx';

export const stepName = ({ step }: FunnelStep, level: string, { t }: Pick<Messages, 't'>): string => {
  switch (step) {
    case 'leads':
      return t('compare-course.step.leads');
    case 'reached':
      return level;
    case 'worked':
      return t('compare-course.step.worked');
    case 'sql':
      return t('compare-course.step.sql');
    case 'won':
      return t('compare-course.step.won');
  }
};

/** Whether so few leads stand behind a step that its rate is not written. */
export const isFew = ({ step, of, passed }: FunnelStep): boolean =>
  of < LEAST_KNOWN || (step === 'sql' && passed < LEAST_SQLS);

/** "34 % (32–37), n 1 269", or the counts where these are few. */
export const rateWords = (step: FunnelStep, { t, format }: Pick<Messages, 't' | 'format'>): string => {
  const { rate, interval, passed, of } = step;
  if (of === 0 || rate === null) return t('compare-course.noneKnown');
  if (isFew(step)) return t('compare-course.ofKnown', { passed: format.count(passed), of: format.count(of) });
  return t('compare-course.rateOf', { rate: format.rate(rate, interval), of: format.count(of) });
};
