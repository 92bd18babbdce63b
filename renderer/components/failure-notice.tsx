import type { Failure } from '../../api/reply.ts';
import { useMessages } from '../i18n/messages.tsx';
import { Icon } from './icon.tsx';
import './components.css';

/** What happened, what is safe, what to do; then the detail that the app gave. */
export const FailureNotice = ({
  failure,
  onDismiss,
  onRetry,
}: {
  readonly failure: Failure;
  readonly onDismiss?: () => void;
  readonly onRetry?: () => void;
}) => {
  const { t } = useMessages();
  return (
    <section className="failure-notice" role="alert">
      <Icon name="warning" />
      <div>
        <h2>{t(`failure.${failure.kind}`)}</h2>
        <p>{t(`failure.${failure.kind}.next`)}</p>
        {failure.detail !== '' && (
          <p className="secondary">
            {failure.path === undefined ? failure.detail : `${failure.path}: ${failure.detail}`}
          </p>
        )}
        {onRetry !== undefined && (
          <button type="button" className="button" onClick={onRetry}>
            {t('failure.retry')}
          </button>
        )}
      </div>
      {onDismiss !== undefined && (
        <button type="button" className="tool small" onClick={onDismiss} aria-label={t('failure.dismiss')}>
          <Icon name="cross" />
        </button>
      )}
    </section>
  );
};
