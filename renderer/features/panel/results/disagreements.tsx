import { useState } from 'react';
import type { JudgedLead, PanelResults } from '../../../../api/panel.ts';
import { TEAMS, type Team } from '../../../../core/seat.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { hashOf } from '../../../stores/route-store.ts';
import { NotesSection } from '../../notes/notes-section.tsx';
import { CardFactsView, plainWords } from '../card-facts-view.tsx';

/** So many facts tell a lead on one line. */
const FACTS_ON_LINE = 4;

/** What there is to talk about: every lead on which the teams differ, with what each says, and a place for what is agreed. */
export const Disagreements = ({ results }: { readonly results: PanelResults }) => {
  const { t } = useMessages();
  const differing = results.leads.filter(({ first }) => first.marketing !== first.sales);
  return (
    <section className="panel-disagreements" aria-label={t('panel.differ.title', { leads: differing.length })}>
      <h2>{t('panel.differ.title', { leads: differing.length })}</h2>
      {differing.length === 0 && <p className="secondary">{t('panel.differ.none')}</p>}
      <ol>
        {differing.map((lead) => (
          <Disagreement key={lead.lead} lead={lead} />
        ))}
      </ol>
    </section>
  );
};

const Disagreement = ({ lead }: { readonly lead: JudgedLead }) => {
  const { t } = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  const name = t('panel.differ.lead', { number: lead.position + 1 });
  const facts = lead.facts.attributes
    .flatMap(({ attribute, cell }) => (cell === null ? [] : [`${plainWords(attribute)} ${cell}`]))
    .slice(0, FACTS_ON_LINE);
  const isSettled = lead.last.marketing === lead.last.sales;
  return (
    <li>
      <div className="panel-differ-head">
        <a className="strong" href={hashOf('leads', lead.lead)}>
          {name}
        </a>
        <span className="secondary ellipsis" title={facts.join(' · ')}>
          {facts.join(' · ')}
        </span>
        {isSettled && <span className="chip">{t('panel.differ.settled')}</span>}
        <span className="spring" />
        <button
          type="button"
          className="button small"
          aria-expanded={isOpen}
          aria-label={t('panel.differ.discussLead', { lead: name })}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('panel.differ.discuss')}
        </button>
      </div>
      <div className="panel-differ-sides">
        {TEAMS.map((team) => (
          <TeamSays key={team} team={team} lead={lead} />
        ))}
      </div>
      {isOpen && (
        <div className="panel-differ-more">
          <CardFactsView facts={lead.facts} />
          <NotesSection subject="lead" about={lead.lead} title={t('panel.differ.notes')} />
        </div>
      )}
    </li>
  );
};

const TeamSays = ({ team, lead }: { readonly team: Team; readonly lead: JudgedLead }) => {
  const { t } = useMessages();
  const opinions = lead.opinions.filter((one) => one.team === team);
  const people = new Set(opinions.map(({ person }) => person)).size;
  return (
    <div data-whose={team}>
      {opinions.map(({ round, person, verdict, reasonKind, words }) => (
        <p key={`${round} ${person}`}>
          <span className="hue strong">
            {people > 1 ? person : t(`seats.team.${team}`)}: {t(`panel.verdict.${verdict}`)}
          </span>
          {round === 2 && <span className="hint"> {t('panel.differ.afterwards')}</span>}
          {reasonKind !== null && <span> · {t(`panel.reason.${reasonKind}`)}</span>}
          {words !== '' && <span className="secondary"> · “{words}”</span>}
        </p>
      ))}
    </div>
  );
};
