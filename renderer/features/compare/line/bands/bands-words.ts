import type { RankedSide } from '../../../../../api/compare-line.ts';
import type { Messages } from '../../../../i18n/messages.tsx';
import { bandName } from './band-name.ts';

/** Below it chance alone would seldom make bands rise or fall so. */
const SURE = 0.05;

/** Whether conversion rises with the score, and where it does not; too little known says so. */
export const bandsWords = ({ bands: { bands, trend, unranked } }: RankedSide, messages: Messages): string => {
  const { t } = messages;
  if (trend === null)
    return t(
      bands.every(({ observed, converted }) => observed === converted)
        ? 'compare-line.allConvert'
        : 'compare-line.noTrend',
    );
  const rises = trend.p >= SURE ? 'unsure' : trend.z > 0 ? 'yes' : 'no';
  if (unranked.length === 0) return t('compare-line.rises', { rises });
  const ranges = unranked.map((range) => bandName(range, messages)).join(', ');
  return `${t('compare-line.rises', { rises })} ${t('compare-line.unranked', { ranges })}`;
};
