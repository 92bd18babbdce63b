import type { RowOf, RowSide } from '../../../../api/compare-where.ts';
import type { Messages } from '../../../i18n/messages.tsx';

/** Nothing is known, and of some it will be. */
export const isTooEarly = ({ observed, immature }: RowSide): boolean => observed === 0 && immature > 0;

/** What a row is called. */
export function rowName(of: RowOf, { t, format }: Messages): string {
  switch (of.kind) {
    case 'value':
      return of.value;
    case 'band':
      return bandName(of.band.from, of.band.to, { t, format });
    case 'month':
      return format.shortMonthAndYear(of.startMs);
    case 'earlier':
      return t('compare-where.row.earlier', { month: format.shortMonthAndYear(of.beforeMs) });
    case 'segment':
      return of.name;
    case 'noSegment':
      return t('compare-where.row.noSegment');
    case 'others':
      return t('compare-where.row.others', { values: of.values });
    case 'missing':
      return t('compare-where.row.missing');
  }
}

function bandName(from: number | null, to: number | null, { t, format }: Pick<Messages, 't' | 'format'>): string {
  if (from === null)
    return to === null ? t('compare-where.row.any') : t('compare-where.row.below', { to: format.points(to) });
  if (to === null) return t('compare-where.row.from', { from: format.points(from) });
  return t('compare-where.row.between', { from: format.points(from), to: format.points(to) });
}
