import { useEffect, useRef } from 'react';
import { Icon } from '../../components/icon.tsx';
import { useMessages } from '../../i18n/messages.tsx';

/** After a lead was erased: not who it was, but what else there is to do. Takes the focus, since the page that had it is gone. */
export const ErasedNotice = ({ leads, onDismiss }: { readonly leads: number; readonly onDismiss: () => void }) => {
  const { t, format } = useMessages();
  const notice = useRef<HTMLElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return (
    <section className="erased-notice" role="status" tabIndex={-1} ref={notice}>
      <Icon name="tick" />
      <p>
        <span className="strong">{t('leads.erased', { leads, count: format.count(leads) })}</span>{' '}
        {t('leads.erased.next')}
      </p>
      <button type="button" className="tool small" aria-label={t('leads.erased.dismiss')} onClick={onDismiss}>
        <Icon name="cross" />
      </button>
    </section>
  );
};
