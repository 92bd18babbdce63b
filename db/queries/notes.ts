/** Notes on the workshop, a version, an agreement or a lead: added, never changed; those on a lead go with the lead. */
import type { NoteSubject } from '../../core/note-subject.ts';
import type { Team } from '../../core/seat.ts';
import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';

export interface NewNote {
  readonly subject: NoteSubject;
  /** The id of what it is about; of the workshop: empty. */
  readonly key: string;
  /** Whose it is; null: nobody's in particular. */
  readonly seatId: number | null;
  readonly text: string;
  readonly atMs: number;
}

export interface StoredNote extends Omit<NewNote, 'seatId'> {
  readonly id: number;
  readonly team: Team | null;
  readonly person: string | null;
}

/** Answers the note's id. */
export function addNote({ database }: WritableWorkshop, { subject, key, seatId, text, atMs }: NewNote): number {
  const { lastInsertRowid } = database
    .prepare('INSERT INTO note (subject, subject_key, seat_id, text, at_ms) VALUES (?, ?, ?, ?, ?)')
    .run(subject, key, seatId, text, atMs);
  return Number(lastInsertRowid);
}

const NOTES = `SELECT note.id, subject, subject_key AS key, team, person, text, at_ms AS atMs
  FROM note LEFT JOIN seat ON seat.id = seat_id`;

/** Oldest first. */
export const listNotes = (
  { database }: ReadableWorkshop,
  { subject, key }: Pick<NewNote, 'subject' | 'key'>,
): readonly StoredNote[] =>
  database
    .prepare<[string, string], StoredNote>(`${NOTES} WHERE subject = ? AND subject_key = ? ORDER BY note.id`)
    .all(subject, key);

/** Oldest first. */
export const listAllNotes = ({ database }: ReadableWorkshop): readonly StoredNote[] =>
  database.prepare<[], StoredNote>(`${NOTES} ORDER BY note.id`).all();

export const hasAgreement = ({ database }: ReadableWorkshop, id: number): boolean =>
  database.prepare('SELECT 1 FROM agreement WHERE id = ?').get(id) !== undefined;
