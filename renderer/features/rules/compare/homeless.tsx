import { useMessages } from '../../../i18n/messages.tsx';
import { useSearch } from '../search/search.tsx';
import { GhostRow } from './ghost-row.tsx';
import { useGhosts } from './use-ghosts.ts';

/** Removed rules whose dimension is gone too: it comes back with them. */
export const Homeless = () => {
  const { t } = useMessages();
  const { isSought } = useSearch();
  const ghosts = useGhosts(null).filter(isSought);
  if (ghosts.length === 0) return null;
  const title = t('rules.compare.homeless');
  return (
    <section aria-label={title}>
      <div className="dimension-line">
        <h2>{title}</h2>
      </div>
      <ul className="rule-rows" aria-label={title}>
        {ghosts.map((rule) => (
          <GhostRow key={rule.id} rule={rule} />
        ))}
      </ul>
    </section>
  );
};
