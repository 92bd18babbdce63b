/** Notes on what the meeting talks about: added with the moment and the seat that speaks, never changed. */
import type { Input } from '../../api/contract.ts';
import { findLead } from '../../db/history/read-lead-rows.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { addNote, hasAgreement, listNotes } from '../../db/queries/notes.ts';
import { readSpeakingSeat } from '../../db/queries/seats.ts';
import { readVersion } from '../../db/queries/versions.ts';
import type { Handler } from '../dispatch.ts';
import { refuse, reply } from '../failure.ts';
import type { OpenWorkshop } from '../workshop/open-workshop.ts';

export function createNotesHandlers({ open, now }: { readonly open: OpenWorkshop; readonly now: () => number }): {
  readonly [M in 'notes.add' | 'notes.list']: Handler<M>;
} {
  return {
    'notes.list': async (about) => {
      const workshop = open.readable();
      return workshop.ok ? reply(listNotes(workshop.value, about)) : workshop;
    },
    'notes.add': async ({ subject, key, text }) => {
      const workshop = open.writable();
      if (!workshop.ok) return workshop;
      if (!isThere(workshop.value, { subject, key }))
        return refuse('notFound', 'What the note is about is not there any more.', 'key');
      const words = text.trim();
      if (words === '') return refuse('badInput', 'A note needs words.', 'text');
      return open.store('notes', (writable) => {
        addNote(writable, { subject, key, text: words, seatId: readSpeakingSeat(writable), atMs: now() });
        return listNotes(writable, { subject, key });
      });
    },
  };
}

function isThere(workshop: ReadableWorkshop, { subject, key }: Input<'notes.list'>): boolean {
  switch (subject) {
    case 'workshop':
      return key === '';
    case 'lead':
      return findLead(workshop, key) !== null;
    case 'version':
      return WHOLE.test(key) && readVersion(workshop, Number(key)) !== null;
    case 'agreement':
      return WHOLE.test(key) && hasAgreement(workshop, Number(key));
  }
}

const WHOLE = /^\d{1,15}$/u;
