import type { PairProfile } from '../../../../api/profile.ts';
import { MOST_FALSE } from '../../../../core/profile/shared-levels.ts';
import { wilsonInterval } from '../../../../core/statistics/wilson.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import type { ProfileRow } from '../model/profile-rows.ts';
import { rowTitle } from '../model/row-words.ts';

interface PairWordsProps {
  readonly pair: PairProfile;
  readonly row: ProfileRow;
  readonly other: ProfileRow;
}

/** Both together against the better of the two by itself. */
export const PairWords = ({ pair, row, other }: PairWordsProps) => {
  const messages = useMessages();
  const { t, rich, format } = messages;
  const { leads, observed, rate, interval, better, beyondQ } = pair;
  if (rate === null) return <p>{t('profile.combine.nobody', { leads })}</p>;
  const isSure = beyondQ !== null && beyondQ <= MOST_FALSE;
  const verdict = !isSure ? 'noMore' : rate > (better.rate ?? 0) ? 'more' : 'less';
  return (
    <div className="profile-pair">
      <p>
        {rich('profile.combine.both', {
          rate: format.rate(rate, interval),
          observed: format.count(observed),
          leads,
          count: format.count(leads),
        })}
      </p>
      {better.rate !== null && (
        <p>
          {t('profile.combine.better', {
            title: rowTitle(messages, better.level === 'first' ? row : other),
            rate: format.rate(better.rate, wilsonInterval(better.converted, better.observed)),
            observed: format.count(better.observed),
          })}
        </p>
      )}
      <p className="secondary">{t(`profile.combine.${verdict}`)}</p>
    </div>
  );
};
