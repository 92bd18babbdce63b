import type { JudgedLine, JudgedThreshold, LinePoint } from '../../../../../api/compare-line.ts';
import { LEAST_KNOWN, LEAST_SQLS } from '../../../../../core/measures/least-counts.ts';
import type { Messages } from '../../../../i18n/messages.tsx';

/** Whether a rate is told of it: of enough known outcomes, and enough SQLs. */
export const isTold = ({ observed, converted, rate }: LinePoint): boolean =>
  rate !== null && observed >= LEAST_KNOWN && converted >= LEAST_SQLS;

/** "34 % (30–38), n 612"; the counts where these are few. */
export const rateWords = (point: LinePoint, { t, format }: Messages): string =>
  isTold(point) && point.rate !== null
    ? t('compare-line.readRate', {
        rate: format.rate(point.rate, point.interval),
        observed: format.count(point.observed),
      })
    : t('compare-line.readCounts', { converted: point.converted, observed: format.count(point.observed) });

type Chosen = JudgedLine & { readonly best: NonNullable<JudgedLine['best']> };

/** Who chooses and who judges, what would come a week, and what all leads, which judge their own choice, would choose. */
export function judgedWords(
  judged: Chosen,
  bestOfAll: number | null,
  isCapped: boolean,
  leastRate: number | null,
  messages: Messages,
): string {
  const { t, format } = messages;
  const { best, pick } = judged;
  const { from, to } = best.plateau;
  const parts = [
    t('compare-line.judged.chosen', {
      before: format.date(judged.olderBeforeMs),
      at: format.points(best.threshold),
      from: format.points(from),
      to: format.points(to),
      isOne: from === to ? 'yes' : 'no',
      day: format.date(judged.splitMs),
      weekly: format.decimal(best.newer.perWeek),
      p90: format.decimal(best.newer.p90PerWeek),
    }),
    bestOfAll === null ? '' : t('compare-line.judged.all', { best: format.points(bestOfAll) }),
    leastRate === null ? '' : pickWords(pick, isCapped, leastRate, messages),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function pickWords(pick: JudgedThreshold | null, isCapped: boolean, leastRate: number, messages: Messages): string {
  const { t, format } = messages;
  const asked = { rate: format.percent(leastRate, 2), isCapped: isCapped ? 'yes' : 'no' };
  if (pick === null) return t('compare-line.judged.noPick', asked);
  return t('compare-line.judged.pick', {
    ...asked,
    at: format.points(pick.threshold),
    newer: rateWords(pick.newer, messages),
  });
}
