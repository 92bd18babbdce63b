import type { Messages } from '../../../i18n/messages.tsx';

/** Why there are no older and newer leads. `splitMs`: the day that somebody set; null: the app's own proposal does not part them. */
export function noPeriodsWords(hasDates: boolean, splitMs: number | null, { t }: Pick<Messages, 't'>): string {
  if (!hasDates) return t('compare-difference.periods.noDates');
  return t(splitMs === null ? 'compare-difference.periods.short' : 'compare-difference.periods.oneSided');
}
