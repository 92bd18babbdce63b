import type { LeverName } from '../../../../api/sensitivity.ts';
import type { Messages } from '../../../i18n/messages.tsx';
import type { RowEnd, TornadoRow } from './tornado-rows.ts';

/** "Pricing page", "MQL at", "Half-life": what is moved, without its values. */
export function leverName(lever: LeverName, { t, format }: Messages): string {
  switch (lever.kind) {
    case 'off':
    case 'points':
      return lever.name;
    case 'threshold':
      return t('compare-sensitivity.lever.threshold', { level: lever.name });
    case 'minimum':
      return t('compare-sensitivity.lever.minimum', { dimension: lever.name });
    case 'decay':
      return t(`compare-sensitivity.lever.${lever.decay}`, { rules: format.count(lever.rules) });
    case 'limit':
      return lever.of === 'total'
        ? t(`compare-sensitivity.lever.total.${lever.end}`)
        : t(`compare-sensitivity.lever.${lever.end}`, { name: lever.name });
  }
}

/** "6–10": the values that a lever is moved to, as they would be typed; empty for a rule that is switched off. */
export function movedTo({ lever, lower, higher }: TornadoRow, messages: Messages): string {
  const { t } = messages;
  if (lever.kind === 'off') return '';
  const [low, high] = [lower, higher].map((end) => (end === null ? null : valuesText(end.values, lever, messages)));
  const isBare = [lower, higher].every((end) => end === null || (end.values.length === 1 && (end.values[0] ?? 0) >= 0));
  if (low === null || low === undefined) return high ?? '';
  if (high === null || high === undefined) return low;
  return isBare
    ? t('compare-sensitivity.row', { low: bare(lower, messages), high })
    : t('compare-sensitivity.row.wide', { low, high });
}

const bare = (end: RowEnd | null, { format }: Messages): string => (end?.values ?? []).map(format.points).join('/');

/** Points of bands one after the other; days with their unit. */
function valuesText(values: readonly number[], lever: LeverName, { t, format }: Messages): string {
  const text = values.map(format.points).join('/');
  return lever.kind === 'decay' ? t('compare-sensitivity.days', { days: text }) : text;
}

/** "Pricing page: 6 instead of 8", "Pricing page: off". */
export function moveName({ lever, present }: TornadoRow, end: RowEnd, messages: Messages): string {
  const { t } = messages;
  const name = leverName(lever, messages);
  return lever.kind === 'off'
    ? t('compare-sensitivity.move.off', { name })
    : t('compare-sensitivity.move', {
        name,
        to: valuesText(end.values, lever, messages),
        from: valuesText(present, lever, messages),
      });
}

/** What a move does, all figures of it: for who points at it, or hears it. */
export function moveWords(row: TornadoRow, end: RowEnd, messages: Messages): string {
  const { t, format } = messages;
  const { cell, rateDifference, perWeek } = end.figures;
  const difference =
    rateDifference === null
      ? ''
      : rateDifference.interval === null
        ? t('compare-sensitivity.move.points', { points: format.signedPoints(rateDifference.difference) })
        : t('compare-sensitivity.move.pointsBetween', {
            points: format.signedPoints(rateDifference.difference),
            low: format.signedPoints(rateDifference.interval[0]),
            high: format.signedPoints(rateDifference.interval[1]),
          });
  return [
    moveName(row, end, messages),
    t('compare-sensitivity.move.counts', {
      sqls: format.count(cell.converted),
      leads: format.count(cell.leads),
      weekly: format.decimal(perWeek),
    }),
    cell.rate === null
      ? t('compare-sensitivity.move.noRate')
      : t('compare-sensitivity.move.rate', {
          rate: format.rate(cell.rate, cell.interval),
          n: format.count(cell.observed),
        }),
    difference,
    end.threshold === null ? '' : t('compare-sensitivity.move.cut', { threshold: format.points(end.threshold) }),
  ]
    .filter((words) => words !== '')
    .join('; ');
}
