import { useMessages } from '../../../i18n/messages.tsx';
import { useAnswer } from '../../../stores/use-answer.ts';
import { LEADS_TABS, type LeadsTab } from './leads-tab.ts';

/** The working lists with how many leads are on each, and all leads. */
export const LeadsTabs = (props: { readonly tab: LeadsTab; readonly onChoose: (tab: LeadsTab) => void }) => {
  const { t, format } = useMessages();
  const { answer } = useAnswer('lists.page', (key) => ({ key, list: 'sales', offset: 0, limit: 0 }));
  return (
    <div className="leads-tabs" role="tablist" aria-label={t('lists.tabs')}>
      {LEADS_TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`leads-tab-${tab}`}
          aria-selected={tab === props.tab}
          tabIndex={tab === props.tab ? 0 : -1}
          className={tab === props.tab ? 'strong' : ''}
          onClick={() => props.onChoose(tab)}
          onKeyDown={({ key, currentTarget }) => {
            const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
            const next = LEADS_TABS[LEADS_TABS.indexOf(tab) + step];
            if (step === 0 || next === undefined) return;
            props.onChoose(next);
            const other = step === 1 ? currentTarget.nextElementSibling : currentTarget.previousElementSibling;
            if (other instanceof HTMLElement) other.focus();
          }}
        >
          {t(`lists.tab.${tab}`)}
          {tab !== 'all' && answer !== null && <span className="secondary"> {format.count(answer.counts[tab])}</span>}
        </button>
      ))}
    </div>
  );
};
