import type { Failure } from '../../../../api/reply.ts';
import { useMessages } from '../../../i18n/messages.tsx';

/** In place of further figures: they are on their way, or why they are not and the way to ask again. */
export const MoreWait = ({ failure, onRetry }: { readonly failure: Failure | null; readonly onRetry: () => void }) => {
  const { t } = useMessages();
  if (failure === null) return <p className="hint more-wait">{t('what-if.more.working')}</p>;
  return (
    <p className="hint more-wait">
      <span role="alert">{t(`failure.${failure.kind}`)}</span>
      <button type="button" className="tool small" onClick={onRetry}>
        {t('failure.retry')}
      </button>
    </p>
  );
};
