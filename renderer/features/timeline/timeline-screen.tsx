import { useState } from 'react';
import { TIMELINE_KINDS, type TimelineKind } from '../../../core/timeline/timeline-entry.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { scrollRegion } from '../../components/scroll-region.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { NotesSection } from '../notes/notes-section.tsx';
import { MinutesMenu } from './minutes/minutes-menu.tsx';
import { TimelineDays } from './timeline-days.tsx';
import { ENTRIES_A_TIME, useTimeline } from './use-timeline.ts';
import './timeline.css';

/** What was done and said in the workshop, the newest first; minutes of it; and notes on the workshop itself. */
export const TimelineScreen = () => {
  const { t, format } = useMessages();
  const [kind, setKind] = useState<TimelineKind | null>(null);
  const [shown, setShown] = useState(ENTRIES_A_TIME);
  const { page, failure } = useTimeline(kind, shown);
  const choose = (next: TimelineKind | null) => {
    setKind(next);
    setShown(ENTRIES_A_TIME);
  };
  const kinds = TIMELINE_KINDS.filter((one) => (page?.countByKind[one] ?? 0) > 0 || one === kind);
  const left = page === null ? 0 : page.total - page.rows.length;
  return (
    <div className="timeline-screen">
      <header className="timeline-head">
        <div>
          <h1>{t('timeline.title')}</h1>
          <p className="secondary">{t('timeline.intro')}</p>
        </div>
        <MinutesMenu />
      </header>
      <fieldset className="timeline-kinds" aria-label={t('timeline.filter')}>
        {[null, ...kinds].map((one) => (
          <button key={one} type="button" className="chip" aria-pressed={one === kind} onClick={() => choose(one)}>
            {one === null ? t('timeline.all') : t(`timeline.kind.${one}`)}
            {one !== null && <span className="hint">{format.count(page?.countByKind[one] ?? 0)}</span>}
          </button>
        ))}
      </fieldset>
      <div className="timeline-steps scroll" {...scrollRegion(t('timeline.title'))}>
        {failure !== null && <FailureNotice failure={failure} />}
        {page !== null && page.rows.length === 0 && <p className="secondary">{t('timeline.none')}</p>}
        {page !== null && <TimelineDays entries={page.rows} />}
        {left > 0 && (
          <button type="button" className="button" onClick={() => setShown(shown + ENTRIES_A_TIME)}>
            {t('timeline.more', { count: Math.min(left, ENTRIES_A_TIME) })}
          </button>
        )}
      </div>
      <div className="timeline-notes">
        <NotesSection subject="workshop" about="" title={t('timeline.notesTitle')} />
      </div>
    </div>
  );
};
