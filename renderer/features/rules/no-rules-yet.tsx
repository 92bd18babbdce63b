import { useMessages } from '../../i18n/messages.tsx';
import { useHistory } from '../../stores/use-stores.tsx';
import { openPage } from './pages.ts';

/** The ways to begin, where the rule set has no rule. */
export const NoRulesYet = () => {
  const { t } = useMessages();
  const hasLeads = useHistory((state) => (state.summary?.leads ?? 0) > 0);
  return (
    <section className="no-rules-yet" aria-label={t('rules.none')}>
      <h2>{t('rules.none')}</h2>
      <p className="secondary">{t('rules.none.ways')}</p>
      <div className="no-rules-ways">
        <button type="button" className="button primary" onClick={() => openPage('programmes')}>
          {t('rules.more.programmes')}
        </button>
        {hasLeads && (
          <button type="button" className="button" onClick={() => openPage('suggest')}>
            {t('rules.more.suggest')}
          </button>
        )}
      </div>
    </section>
  );
};
