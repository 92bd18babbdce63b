import type { TimelineEntry } from '../../../api/core-types.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { hashOf } from '../../stores/route-store.ts';
import { daysOf } from './days.ts';
import { entryWords } from './entry-words.ts';

/** Entries in the order in which they come, under the day on which they happened. */
export const TimelineDays = ({ entries }: { readonly entries: readonly TimelineEntry[] }) => {
  const { format } = useMessages();
  return daysOf(entries, format).map(({ day, entries: some }) => (
    <section key={some[0]?.id ?? day} aria-label={day}>
      <h2>{day}</h2>
      <ol className="timeline-list">
        {some.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  ));
};

const Entry = ({ entry }: { readonly entry: TimelineEntry }) => {
  const messages = useMessages();
  const { words, quote } = entryWords(messages, entry);
  const { key } = entry.detail;
  const isOnLead = entry.what === 'note.lead' && typeof key === 'string';
  return (
    <li data-whose={entry.team ?? 'baseline'}>
      <time className="hint" dateTime={new Date(entry.atMs).toISOString()}>
        {messages.format.time(entry.atMs)}
      </time>
      <span className="timeline-dot" aria-hidden="true" />
      <span className={entry.person === null ? 'hint' : 'hue'}>{entry.person ?? messages.t('timeline.nobody')}</span>
      <span className="timeline-words">
        {isOnLead ? <a href={hashOf('leads', key)}>{words}</a> : words}
        {quote !== null && <q>{quote}</q>}
      </span>
    </li>
  );
};
