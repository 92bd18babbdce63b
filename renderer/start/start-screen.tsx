import { EmptyState } from '../components/empty-state.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { Icon } from '../components/icon.tsx';
import { ThemeToggle } from '../frame/theme-toggle.tsx';
import { useWorkshopActions } from '../frame/use-workshop-actions.ts';
import { useMessages } from '../i18n/messages.tsx';
import { useJobs, useWorkshop } from '../stores/use-stores.tsx';
import './start.css';

/** No workshop is open: three ways to one, and those opened before. */
export const StartScreen = () => {
  const { t } = useMessages();
  const actions = useWorkshopActions();
  const recent = useWorkshop((state) => state.workshop?.recent ?? NONE);
  const failure = useWorkshop((state) => state.failure);
  const dismiss = useWorkshop((state) => state.dismissFailure);
  const busy = useJobs((state) => state.job !== null);
  return (
    <div className="start" data-whose="both">
      <header className="start-bar">
        <Icon name="mark" />
        <span className="strong">{t('frame.app')}</span>
        <span className="spring" />
        <ThemeToggle />
      </header>
      <main className="start-main">
        {failure !== null && <FailureNotice failure={failure} onDismiss={dismiss} />}
        <EmptyState title={t('start.title')} next={t('start.next')}>
          <button type="button" className="button primary" onClick={actions.createDemo} disabled={busy}>
            {t('start.demo')}
          </button>
          <button type="button" className="button" onClick={actions.create} disabled={busy}>
            {t('start.new')}
          </button>
          <button type="button" className="button" onClick={actions.open} disabled={busy}>
            {t('start.open')}
          </button>
        </EmptyState>
        {recent.length > 0 && (
          <nav className="start-recent" aria-label={t('frame.recent')}>
            <h2 className="strong">{t('frame.recent')}</h2>
            {recent.map((file) => (
              <button type="button" key={file.token} onClick={() => actions.openRecent(file.token)} disabled={busy}>
                <Icon name="file" />
                <span className="ellipsis">{file.name}</span>
              </button>
            ))}
          </nav>
        )}
      </main>
    </div>
  );
};

const NONE: readonly { readonly token: string; readonly name: string }[] = [];
