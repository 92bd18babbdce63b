import type { NoteSubject } from '../../../api/core-types.ts';
import type { Note } from '../../../api/seats.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { scrollRegion } from '../../components/scroll-region.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { useSeats, useUnsaid, useWorkshop } from '../../stores/use-stores.tsx';
import { useNotes } from './use-notes.ts';
import './notes.css';

/** The notes on one thing, for any screen that shows it, and a field for another; each with who said it and when. */
export const NotesSection = (props: NotesOfOne) => <Notes key={`${props.subject} ${props.about}`} {...props} />;

interface NotesOfOne {
  readonly subject: NoteSubject;
  /** Its id; of the workshop: empty. */
  readonly about: string;
  readonly title?: string;
}

const Notes = (props: NotesOfOne) => {
  const { t } = useMessages();
  const { subject, about, title = t('notes.title') } = props;
  const { notes, failure, add } = useNotes(subject, about);
  const isReadOnly = useWorkshop((state) => state.workshop?.open?.readOnly ?? false);
  const count = notes?.length ?? 0;
  return (
    <section className="notes-section scroll" {...scrollRegion(title)}>
      <h2>{count === 0 ? title : t('notes.titleCounted', { title, count })}</h2>
      {failure !== null && <FailureNotice failure={failure} />}
      {count === 0 && notes !== null && <p className="hint">{t('notes.none')}</p>}
      <ul>
        {notes?.map((note) => (
          <NoteItem key={note.id} note={note} />
        ))}
      </ul>
      {!isReadOnly && <NewNote about={`${subject} ${about}`} onAdd={add} />}
    </section>
  );
};

const NoteItem = ({ note }: { readonly note: Note }) => {
  const { t, format } = useMessages();
  return (
    <li data-whose={note.team ?? 'baseline'}>
      <p className="note-text">{note.text}</p>
      <p className="hint">
        {note.team === null || note.person === null
          ? t('notes.nobody')
          : t('notes.by', { person: note.person, team: t(`seats.byTeam.${note.team}`) })}
        {' · '}
        {format.dateTime(note.atMs)}
      </p>
    </li>
  );
};

const NewNote = ({ about, onAdd }: { readonly about: string; readonly onAdd: (text: string) => Promise<boolean> }) => {
  const { t } = useMessages();
  const speaker = useSeats((state) => state.seats.find(({ id }) => id === state.speaking));
  const typed = useUnsaid((unsaid) => unsaid.texts[about] ?? '');
  const keep = useUnsaid((unsaid) => unsaid.keep);
  const submit = async () => {
    if (typed.trim() !== '' && (await onAdd(typed.trim()))) keep(about, '');
  };
  return (
    <form
      className="note-new"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <textarea
        className="field-input field-long"
        rows={2}
        maxLength={10_000}
        aria-label={t('notes.new')}
        placeholder={t('notes.placeholder')}
        title={t('notes.kept')}
        value={typed}
        {...(typed === '' ? { 'data-unedited': '' } : {})}
        onChange={(event) => keep(about, event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
        }}
      />
      <span className="hint" data-whose={speaker?.team ?? 'baseline'}>
        {speaker === undefined
          ? t('notes.asNobody')
          : t('notes.asPerson', { person: speaker.person, team: t(`seats.byTeam.${speaker.team}`) })}
      </span>
      <button type="submit" className="button small" disabled={typed.trim() === ''}>
        {t('notes.add')}
      </button>
    </form>
  );
};
