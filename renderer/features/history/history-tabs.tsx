import { useMessages } from '../../i18n/messages.tsx';
import { hashOf } from '../../stores/route-store.ts';

/** The address of "What the data can carry" within the screen. */
export const QUALITY = 'quality';
/** And of "What leads cost". */
export const COSTS = 'costs';

/** The three ways to look at a history that is there. */
export const HistoryTabs = ({ detail }: { readonly detail: string | null }) => {
  const { t } = useMessages();
  return (
    <nav className="history-tabs" aria-label={t('quality.tabs')}>
      <a href={hashOf('history')} aria-current={detail === QUALITY || detail === COSTS ? undefined : 'page'}>
        {t('quality.tab.holds')}
      </a>
      <a href={hashOf('history', QUALITY)} aria-current={detail === QUALITY ? 'page' : undefined}>
        {t('quality.tab.carries')}
      </a>
      <a href={hashOf('history', COSTS)} aria-current={detail === COSTS ? 'page' : undefined}>
        {t('costs.tab')}
      </a>
    </nav>
  );
};
