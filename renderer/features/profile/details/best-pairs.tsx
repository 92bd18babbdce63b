import type { LevelReference, PairProfile } from '../../../../api/profile.ts';
import { wilsonInterval } from '../../../../core/statistics/wilson.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { keyOf, type ProfileRow } from '../model/profile-rows.ts';
import { rowTitle } from '../model/row-words.ts';

/** The pairs of the whole profile that say more than their better half. */
export const BestPairs = (props: { readonly pairs: readonly PairProfile[]; readonly rows: readonly ProfileRow[] }) => {
  const messages = useMessages();
  const { t, format } = messages;
  if (props.pairs.length === 0) return <p>{t('profile.combine.bestNone')}</p>;
  const rowByKey = new Map(props.rows.map((row) => [row.key, row]));
  const titleOf = (level: LevelReference): string => {
    const row = rowByKey.get(keyOf(level));
    return row === undefined ? '' : rowTitle(messages, row);
  };
  return (
    <>
      <h4>{t('profile.combine.bestTitle')}</h4>
      <ul className="profile-pairs">
        {props.pairs.map(({ first, second, rate, interval, observed, better }) => (
          <li key={`${keyOf(first)} ${keyOf(second)}`}>
            <span className="strong">
              {t('profile.combine.pair', { first: titleOf(first), second: titleOf(second) })}
            </span>
            <span>
              {t('profile.combine.pairRate', {
                rate: format.rate(rate ?? 0, interval),
                observed: format.count(observed),
                alone:
                  better.rate === null
                    ? '–'
                    : format.rate(better.rate, wilsonInterval(better.converted, better.observed)),
              })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};
