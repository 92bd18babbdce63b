import type { Profile } from '../../../api/profile.ts';
import { Icon } from '../../components/icon.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { useProfile } from '../../stores/use-stores.tsx';
import { keyOf, type ProfileRow } from './model/profile-rows.ts';
import { levelWords, rowTitle, subjectWords } from './model/row-words.ts';
import { ToHistory } from './to-history.tsx';

/** Of either outcome; from here on the suggestion of points works too. */
const LEAST_OUTCOMES = 40;

/** The answer in one sentence and a short list, and how far it can be trusted. */
export const ProfileHead = ({ profile, rows }: { readonly profile: Profile; readonly rows: readonly ProfileRow[] }) => {
  const messages = useMessages();
  const { t, format } = messages;
  const { leads, observed, converted, base, baseInterval, shared } = profile;
  const first = rows.find(({ key }) => shared[0] !== undefined && key === keyOf(shared[0].level));
  const firstWords =
    first === undefined
      ? { subject: '', level: '' }
      : { subject: subjectWords(messages, first.profile), level: levelWords(messages, first) };
  const others = observed - converted;
  const isFew = converted < LEAST_OUTCOMES || others < LEAST_OUTCOMES;
  return (
    <header className="profile-head">
      <h1>
        {shared.length === 0
          ? t(isFew ? 'profile.sharedFew' : 'profile.sharedNone')
          : t('profile.shared', { count: shared.length, ...firstWords })}
      </h1>
      {shared.length > 0 && <SharedList profile={profile} rows={rows} />}
      {shared.some(({ isSuspicious }) => isSuspicious) && <p className="secondary">{t('profile.sharedDoubt')}</p>}
      {shared.length === 0 && !isFew && <p className="secondary">{t('profile.sharedNoneNext')}</p>}
      <p className="secondary">
        {t('profile.base', {
          converted: format.count(converted),
          observed: format.count(observed),
          rate: format.rate(base ?? 0, baseInterval),
        })}{' '}
        {leads === observed
          ? t('profile.baseKnown')
          : t('profile.baseUnknown', {
              count: leads - observed,
              formatted: format.count(leads - observed),
              immature: format.count(profile.immature),
              unobserved: format.count(profile.unobserved),
            })}
      </p>
      {isFew && (
        <section className="profile-few" role="note">
          <Icon name="warning" />
          <p>
            <b className="strong">
              {t('profile.few', { converted: format.count(converted), others: format.count(others) })}
            </b>{' '}
            {t('profile.fewNext', { least: LEAST_OUTCOMES })}
          </p>
          <ToHistory />
        </section>
      )}
    </header>
  );
};

const SharedList = ({ profile, rows }: { readonly profile: Profile; readonly rows: readonly ProfileRow[] }) => {
  const messages = useMessages();
  const { t, format } = messages;
  const choose = useProfile((state) => state.choose);
  const rowByKey = new Map(rows.map((row) => [row.key, row]));
  return (
    <ul className="profile-shared" aria-label={t('profile.sharedList')}>
      {profile.shared.map(({ level, isSuspicious, shareOfConverted, shareOfOthers, lift }) => {
        const row = rowByKey.get(keyOf(level));
        if (row === undefined) return null;
        const { rate, interval, observed } = row.level;
        return (
          <li key={row.key}>
            <button type="button" className="profile-open strong" onClick={() => choose(row)}>
              {rowTitle(messages, row)}
            </button>
            <span>
              {t('profile.sharedShares', {
                converted: format.percent(shareOfConverted),
                others: format.percent(shareOfOthers),
              })}
            </span>
            <span className="secondary">
              {t('profile.sharedRate', {
                rate: format.rate(rate ?? 0, interval),
                observed: format.count(observed),
                lift: format.decimal(lift),
              })}
            </span>
            {isSuspicious && (
              <span className="profile-mark" title={t('profile.markHelp.suspicious')}>
                <Icon name="warning" size={12} />
                {t('profile.mark.suspicious')}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
};
