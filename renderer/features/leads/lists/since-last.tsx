import type { SinceGiven } from '../../../../api/lists.ts';
import { useMessages } from '../../../i18n/messages.tsx';

/** What has changed since the list was last given out; who is gone can be unfolded. */
export const SinceLast = ({ since }: { readonly since: SinceGiven }) => {
  const { t, format } = useMessages();
  const words = t('lists.since', {
    at: format.dateTime(since.atMs),
    added: since.added,
    moved: since.moved,
    gone: since.gone,
  });
  if (since.goneLeads.length === 0) return <p className="lists-line">{words}</p>;
  return (
    <details className="lists-line">
      <summary>{words}</summary>
      <ul className="lists-gone">
        {since.goneLeads.map(({ lead, name, to }) => (
          <li key={lead}>
            {name}{' '}
            <span className="secondary">
              {to === null ? t('lists.gone.off') : t('lists.gone.to', { list: t(`lists.tab.${to}`) })}
            </span>
          </li>
        ))}
        {since.gone > since.goneLeads.length && (
          <li className="secondary">{t('lists.gone.more', { count: since.gone - since.goneLeads.length })}</li>
        )}
      </ul>
    </details>
  );
};
