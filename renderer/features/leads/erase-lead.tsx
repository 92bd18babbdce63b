import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { LeadDetail, TimelineEntry } from '../../../api/leads.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Icon } from '../../components/icon.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { useWorkshop } from '../../stores/use-stores.tsx';
import type { Erasure } from './use-erasure.ts';

interface EraseLeadProps {
  readonly lead: LeadDetail;
  readonly erasure: Erasure;
}

/** The one thing here that cannot be undone, so the one that asks first. Its own row, above everything about the lead. */
export const EraseLead = ({ lead, erasure }: EraseLeadProps) => {
  const { t } = useMessages();
  const [isAsking, setAsking] = useState(false);
  const isReadOnly = useWorkshop((state) => state.workshop?.open?.readOnly === true);
  const reasonId = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const keep = () => {
    setAsking(false);
    opener.current?.focus();
  };
  return (
    <>
      <div className="lead-erase">
        {isReadOnly && (
          <span id={reasonId} className="hint">
            {t('leads.erase.readOnly')}
          </span>
        )}
        <button
          type="button"
          className="button small"
          ref={opener}
          disabled={isReadOnly || erasure.isUnderWay}
          aria-expanded={isAsking}
          {...(isReadOnly ? { 'aria-describedby': reasonId } : {})}
          onClick={() => setAsking(!isAsking)}
        >
          {t('leads.erase.open')}
        </button>
      </div>
      {isAsking && !isReadOnly && <Question lead={lead} erasure={erasure} onKeep={keep} />}
    </>
  );
};

/** What goes and what stays, and a field that takes the lead's id: whoever types it means this lead. */
const Question = ({ lead, erasure, onKeep }: EraseLeadProps & { readonly onKeep: () => void }) => {
  const { t, rich } = useMessages();
  const workshop = useWorkshop((state) => state.workshop?.open?.name ?? '');
  const [typed, setTyped] = useState('');
  const titleId = useId();
  const field = useRef<HTMLInputElement>(null);
  // Whoever asked for this is asked for the id next, and hears the question as the form's name.
  useEffect(() => field.current?.focus(), []);
  const isMeant = typed === lead.lead || typed.trim() === lead.lead.trim();
  const rowsOf = (kind: TimelineEntry['kind']) => lead.timeline.filter((entry) => entry.kind === kind).length;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !erasure.isUnderWay) onKeep();
  };
  return (
    <form
      className="erase-question"
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (isMeant && !erasure.isUnderWay) void erasure.erase();
      }}
    >
      <h2 id={titleId}>
        <Icon name="warning" />
        {t('leads.erase.title', { name: lead.name })}
      </h2>
      <div className="erase-facts">
        <section>
          <h3>{t('leads.erase.goes')}</h3>
          <ul>
            <li>
              {t('leads.erase.goes.rows', {
                attributes: lead.attributes.filter(({ value }) => value !== null).length,
                activities: rowsOf('activity'),
                stages: rowsOf('stage'),
              })}
            </li>
            <li>{t('leads.erase.goes.imports')}</li>
            <li>{t('leads.erase.goes.panels')}</li>
            <li>{t('leads.erase.goes.notes')}</li>
            <li>{t('leads.erase.goes.kept')}</li>
          </ul>
        </section>
        <section>
          <h3>{t('leads.erase.stays')}</h3>
          <ul>
            <li>{t('leads.erase.stays.files')}</li>
            <li>{t('leads.erase.stays.backups', { name: workshop })}</li>
            <li>{t('leads.erase.stays.rules')}</li>
            <li>{t('leads.erase.stays.log')}</li>
          </ul>
        </section>
      </div>
      {erasure.failure !== null && <FailureNotice failure={erasure.failure} />}
      <div className="erase-answer">
        <label>
          <span>{rich('leads.erase.type', { id: lead.lead })}</span>
          <input
            className="field-input"
            autoComplete="off"
            spellCheck={false}
            ref={field}
            value={typed}
            disabled={erasure.isUnderWay}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <button type="submit" className="button primary" disabled={!isMeant || erasure.isUnderWay}>
          {t('leads.erase.do')}
        </button>
        <button type="button" className="button" disabled={erasure.isUnderWay} onClick={onKeep}>
          {t('leads.erase.keep')}
        </button>
      </div>
    </form>
  );
};
