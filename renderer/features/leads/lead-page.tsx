import { useEffect, useMemo, useState } from 'react';
import type { LeadDetail } from '../../../api/leads.ts';
import type { Failure } from '../../../api/reply.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { OUTCOME_MESSAGE, OutcomeMark } from '../../components/marks.tsx';
import { scrollRegion } from '../../components/scroll-region.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { hashOf } from '../../stores/route-store.ts';
import { useHistory, useScenario, useStores } from '../../stores/use-stores.tsx';
import { NotesSection } from '../notes/notes-section.tsx';
import { EraseLead } from './erase-lead.tsx';
import { LeadLedger } from './lead-ledger.tsx';
import { LeadTimeline } from './lead-timeline.tsx';
import { ScoreChart } from './score-chart.tsx';
import { useErasure } from './use-erasure.ts';

/** One lead explained: what happened, how the score grew, and why it is what it is. */
export const LeadPage = ({ id, onErased }: { readonly id: string; readonly onErased: (leads: number) => void }) => {
  const { t } = useMessages();
  const { lead, failure } = useLead(id);
  const erasure = useErasure(id, onErased);
  const ruleSet = useScenario((state) => state.stored?.ruleSet);
  return (
    <div className="lead">
      <div className="lead-top">
        <nav className="lead-way-back">
          <a href={hashOf('leads')}>← {t('leads.all')}</a>
        </nav>
        {lead !== null && <EraseLead lead={lead} erasure={erasure} />}
      </div>
      {/* That an erased lead is not found is no news: the list says it. */}
      {failure !== null && !erasure.isUnderWay && (
        <>
          <h1 className="only-heard">{id}</h1>
          <FailureNotice failure={failure} />
        </>
      )}
      {lead !== null && (
        <>
          <LeadHead lead={lead} />
          <div className="lead-body">
            <ScoreChart lead={lead} />
            <LeadTimeline lead={lead} />
            <div className="lead-side">
              {ruleSet !== undefined && <LeadLedger ledger={lead.ledger} ruleSet={ruleSet} />}
              <Attributes lead={lead} />
              <div className="lead-notes">
                <NotesSection subject="lead" about={lead.lead} />
              </div>
            </div>
          </div>
        </>
      )}
    </div>
  );
};

/** Fetched again when the rules or the history change; the former stands until then. */
const useLead = (id: string) => {
  const { client } = useStores();
  const rules = useScenario((state) => state.stored);
  const history = useHistory((state) => state.summary);
  const [answer, setAnswer] = useState<{ readonly lead: LeadDetail | null; readonly failure: Failure | null }>({
    lead: null,
    failure: null,
  });
  // Other rules or another history explain the same lead otherwise.
  const question = useMemo(() => ({ id, rules, history }), [id, rules, history]);
  useEffect(() => {
    let isLate = false;
    const fetchLead = async () => {
      const reply = await client('leads.one', { id: question.id });
      if (isLate) return;
      setAnswer(reply.ok ? { lead: reply.value, failure: null } : { lead: null, failure: reply.error });
    };
    void fetchLead();
    return () => {
      isLate = true;
    };
  }, [client, question]);
  return answer;
};

const LeadHead = ({ lead }: { readonly lead: LeadDetail }) => {
  const { t, rich, format } = useMessages();
  return (
    <header className="lead-head">
      <div>
        <h1>{lead.name}</h1>
        <p className="lead-facts secondary">
          {lead.name !== lead.lead && <span>{lead.lead}</span>}
          <span>{t('leads.created', { date: format.date(lead.createdAtMs) })}</span>
          <span className="lead-outcome">
            <OutcomeMark outcome={lead.outcome} />
            {t(OUTCOME_MESSAGE[lead.outcome])}
          </span>
        </p>
      </div>
      <ul className="lead-levels">
        {lead.levels.map((level) => (
          <li key={level.id}>
            <span>
              {level.reachedAtMs === null
                ? rich('leads.notReached', { level: level.name, total: format.points(level.total) })
                : rich('leads.reachedOn', {
                    level: level.name,
                    total: format.points(level.total),
                    date: format.date(level.reachedAtMs),
                  })}
            </span>
            <span className="secondary">
              {level.peak === null ? t('leads.noPeak') : t('leads.peak', { peak: format.decimal(level.peak) })}
            </span>
          </li>
        ))}
      </ul>
      <div className="lead-score">
        <span className="secondary">{t('leads.score')}</span>
        <span className="figure">{format.decimal(lead.ledger.total)}</span>
        <span className="secondary">{t('leads.scoreAt', { date: format.date(lead.ledger.atMs) })}</span>
      </div>
    </header>
  );
};

const Attributes = ({ lead }: { readonly lead: LeadDetail }) => {
  const { t } = useMessages();
  return (
    <section className="lead-attributes scroll" {...scrollRegion(t('leads.attributes'))}>
      <h2>{t('leads.attributes')}</h2>
      <dl>
        {lead.attributes.map(({ name, value }) => (
          <div key={name}>
            <dt className="secondary">{name}</dt>
            <dd>{value ?? t('leads.attributes.missing')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
