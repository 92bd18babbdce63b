import type { BandRange } from '../../../../../api/compare-line.ts';
import type { Messages } from '../../../../i18n/messages.tsx';

export const bandName = ({ from, to }: BandRange, { t, format }: Messages): string => {
  if (from === null)
    return to === null ? t('compare-line.anyScore') : t('what-if.bandBelow', { to: format.points(to) });
  if (to === null) return t('what-if.bandFrom', { from: format.points(from) });
  return t('what-if.bandBetween', { from: format.points(from), to: format.points(to) });
};
