import type { Profile } from '../../../../api/profile.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import type { ProfileRow } from '../model/profile-rows.ts';
import { subjectWords } from '../model/row-words.ts';

/** The counts, the interval, what is not known and what it is worth: one sentence each. */
export const RowFigures = ({ row, profile }: { readonly row: ProfileRow; readonly profile: Profile }) => {
  const messages = useMessages();
  const { t, rich, format } = messages;
  const { leads, observed, converted, rate, interval, lift, liftInterval, q, weightOfEvidence } = row.level;
  const { shareOfConverted, shareOfOthers } = row.level;
  const unknown = leads - observed;
  return (
    <>
      {rate === null || interval === null ? (
        <p>{t('profile.details.noRate')}</p>
      ) : (
        <p>
          {rich('profile.details.counts', {
            rate: format.percent(rate),
            converted: format.count(converted),
            observed,
            count: format.count(observed),
            low: format.percent(interval[0]),
            high: format.percent(interval[1]),
          })}
        </p>
      )}
      {lift !== null && liftInterval !== null && (
        <p>
          {rich('profile.details.lift', {
            base: format.percent(profile.base ?? 0),
            lift: format.decimal(lift),
            least: format.decimal(liftInterval[0]),
            most: format.decimal(liftInterval[1]),
          })}
        </p>
      )}
      {shareOfConverted !== null && shareOfOthers !== null && (
        <p>
          {t('profile.details.shares', {
            converted: format.percent(shareOfConverted),
            others: format.percent(shareOfOthers),
          })}
        </p>
      )}
      <p className="profile-unknown">{t('profile.details.unknown', { unknown, count: format.count(unknown) })}</p>
      {q !== null && !row.marks.includes('chance') && (
        <p className="secondary">
          {t('profile.details.sure', { share: shareWords(q, format.percent), tested: profile.tested })}
        </p>
      )}
      {weightOfEvidence !== null && (
        <p className="secondary">
          {t('profile.details.evidence', {
            weight: format.signed(weightOfEvidence, 2),
            subject: subjectWords(messages, row.profile),
            information: format.decimal(row.informationValue, 2),
            byChance: format.decimal(row.profile.byChance, 2),
          })}
        </p>
      )}
    </>
  );
};

const shareWords = (share: number, percent: (value: number) => string): string =>
  share < 0.01 ? `< ${percent(0.01)}` : percent(share);
