import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { hashOf } from '../../stores/route-store.ts';
import { levelOf } from '../../stores/scenario-store.ts';
import { useHistory, useRoute, useScenario } from '../../stores/use-stores.tsx';
import { ErasedNotice } from './erased-notice.tsx';
import { LeadList, type ListPlace } from './lead-list.tsx';
import { LeadPage } from './lead-page.tsx';
import { createScrollMemory } from './scroll-memory.ts';
import './leads.css';
import './lead.css';
import type { LeadsTab } from './lists/leads-tab.ts';
import { LeadsTabs } from './lists/leads-tabs.tsx';
import { WorkingList } from './lists/working-list.tsx';
import './erase.css';

/** The ranked list, and one lead at `#leads/ID`; the way back leads to the same place in the list. */
export const LeadsScreen = () => {
  const { t } = useMessages();
  const lead = useRoute((route) => route.detail);
  const level = useScenario(levelOf);
  const empty = useHistory((state) => state.summary?.leads === 0);
  const [order, setOrder] = useState<ListPlace>({ search: '', sort: 'score', descending: true });
  const [tab, setTab] = useState<LeadsTab>('all');
  const [memory] = useState(createScrollMemory);
  const [erased, setErased] = useState<{ readonly lead: string; readonly leadsLeft: number } | null>(null);
  // Said once: whoever has gone on to another lead has read it.
  if (erased !== null && lead !== null && lead !== erased.lead) setErased(null);
  const notice = erased !== null && <ErasedNotice leads={erased.leadsLeft} onDismiss={() => setErased(null)} />;
  if (empty) {
    return (
      <>
        {notice}
        <EmptyState title={t('leads.noHistory')} next={t('leads.noHistoryNext')}>
          <a className="button primary" href={hashOf('history')}>
            {t('leads.toHistory')}
          </a>
        </EmptyState>
      </>
    );
  }
  if (lead !== null) return <LeadPage key={lead} id={lead} onErased={(leadsLeft) => setErased({ lead, leadsLeft })} />;
  if (level === null) return null;
  return (
    <div className="leads-page">
      <LeadsTabs tab={tab} onChoose={setTab} />
      <div className="leads-panel" role="tabpanel" aria-labelledby={`leads-tab-${tab}`}>
        {tab === 'all' ? (
          <LeadList place={order} level={level} memory={memory} onChange={setOrder}>
            {notice}
          </LeadList>
        ) : (
          <>
            {notice}
            <WorkingList key={tab} list={tab} />
          </>
        )}
      </div>
    </div>
  );
};
