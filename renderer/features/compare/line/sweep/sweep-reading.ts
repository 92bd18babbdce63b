import type { LinePoint } from '../../../../../api/compare-line.ts';
import type { Messages } from '../../../../i18n/messages.tsx';
import { drawnRate } from '../../../what-if/view.ts';
import type { LowerZone } from '../line-sides.ts';

/** A rate never without its n; without a rate the counts. */
export const readRate = (point: LinePoint | undefined, { t, format }: Messages): string => {
  if (point === undefined) return '–';
  const rate = drawnRate(point);
  return rate === null
    ? t('compare-line.readCounts', { converted: point.converted, observed: format.count(point.observed) })
    : t('compare-line.readRate', { rate: format.rate(rate, point.interval), observed: format.count(point.observed) });
};

export const readLower = (point: LinePoint | undefined, lower: LowerZone, { t, format }: Messages): string => {
  if (point === undefined) return '–';
  switch (lower) {
    case 'volume':
      return t('compare-line.readVolume', {
        mean: format.decimal(point.perWeek),
        p90: format.decimal(point.p90PerWeek),
      });
    case 'captured':
      return t('compare-line.readCaptured', {
        converted: format.count(point.converted),
        sqls: format.count(point.sqls),
      });
    case 'profit':
      return point.profit === null ? '–' : format.amount(point.profit);
  }
};
