import { useMessages } from '../../i18n/messages.tsx';
import { hashOf } from '../../stores/route-store.ts';

/** The address of "What the data can carry" within the screen. */
export const QUALITY = 'quality';

/** The two ways to look at a history that is there. */
export const HistoryTabs = ({ isQuality }: { readonly isQuality: boolean }) => {
  const { t } = useMessages();
  return (
    <nav className="history-tabs" aria-label={t('quality.tabs')}>
      <a href={hashOf('history')} aria-current={isQuality ? undefined : 'page'}>
        {t('quality.tab.holds')}
      </a>
      <a href={hashOf('history', QUALITY)} aria-current={isQuality ? 'page' : undefined}>
        {t('quality.tab.carries')}
      </a>
    </nav>
  );
};
