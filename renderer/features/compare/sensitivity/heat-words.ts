import type { HeatCell, HeatRow } from '../../../../api/sensitivity.ts';
import { LEAST_KNOWN } from '../../../../core/measures/least-counts.ts';
import type { Messages } from '../../../i18n/messages.tsx';

/** "30 d", "15–45 d", "none". */
export function fadeName({ days }: HeatRow, { t, format }: Messages): string {
  if (days === null) return t('compare-sensitivity.heat.none');
  const [shortest, longest] = days;
  return shortest === longest
    ? t('compare-sensitivity.days', { days: format.points(shortest) })
    : t('compare-sensitivity.heat.daysBetween', { from: format.points(shortest), to: format.points(longest) });
}

/** All that is known of a pair, in one sentence. */
export function heatWords(
  cell: HeatCell,
  said: { readonly level: string; readonly threshold: number; readonly fade: string; readonly isPresent: boolean },
  { t, format }: Messages,
): string {
  const pair = t('compare-sensitivity.heat.words.pair', {
    level: said.level,
    threshold: format.points(said.threshold),
    fade: said.fade,
  });
  const counts = t('compare-sensitivity.move.counts', {
    sqls: format.count(cell.converted),
    leads: format.count(cell.leads),
    weekly: format.decimal(cell.perWeek),
  });
  const rate =
    cell.rate === null
      ? t('compare-sensitivity.move.noRate')
      : cell.observed < LEAST_KNOWN
        ? t('compare-sensitivity.heat.words.few', {
            converted: format.count(cell.converted),
            observed: format.count(cell.observed),
          })
        : t('compare-sensitivity.move.rate', {
            rate: format.rate(cell.rate, cell.interval),
            n: format.count(cell.observed),
          });
  return [said.isPresent ? t('compare-sensitivity.heat.words.present', { pair }) : pair, rate, counts].join('; ');
}
