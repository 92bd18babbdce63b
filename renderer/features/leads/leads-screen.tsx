import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { hashOf } from '../../stores/route-store.ts';
import { levelOf } from '../../stores/scenario-store.ts';
import { useHistory, useRoute, useScenario } from '../../stores/use-stores.tsx';
import { LeadList, type ListPlace } from './lead-list.tsx';
import { LeadPage } from './lead-page.tsx';
import { createScrollMemory } from './scroll-memory.ts';
import './leads.css';
import './lead.css';

/** The ranked list, and one lead at `#leads/ID`; the way back leads to the same place in the list. */
export const LeadsScreen = () => {
  const { t } = useMessages();
  const lead = useRoute((route) => route.detail);
  const level = useScenario(levelOf);
  const empty = useHistory((state) => state.summary?.leads === 0);
  const [order, setOrder] = useState<ListPlace>({ search: '', sort: 'score', descending: true });
  const [memory] = useState(createScrollMemory);
  if (empty) {
    return (
      <EmptyState title={t('leads.noHistory')} next={t('leads.noHistoryNext')}>
        <a className="button primary" href={hashOf('history')}>
          {t('leads.toHistory')}
        </a>
      </EmptyState>
    );
  }
  if (lead !== null) return <LeadPage key={lead} id={lead} />;
  if (level === null) return null;
  return <LeadList place={order} level={level} memory={memory} onChange={setOrder} />;
};
