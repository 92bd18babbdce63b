import type { Messages } from '../../i18n/messages.tsx';

/** "52–60", "under 42", "80 or more". */
export function bandText(
  { t, format }: Pick<Messages, 't' | 'format'>,
  { from, to }: { readonly from: number | null; readonly to: number | null },
): string {
  if (from === null) return t('review.band.under', { to: format.points(to ?? 0) });
  if (to === null) return t('review.band.from', { from: format.points(from) });
  return t('review.band.between', { from: format.points(from), to: format.points(to) });
}
