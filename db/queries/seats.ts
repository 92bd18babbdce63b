/** The seats at the table: people of marketing and of sales, and which of them speaks. */
import type { Team } from '../../core/seat.ts';
import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';

export interface StoredSeat {
  readonly id: number;
  readonly team: Team;
  readonly person: string;
  /** It signed, judged, was given a ballot or wrote a note: then it can be neither renamed nor removed. */
  readonly isUsed: boolean;
}

/** Who speaks, by name: what is said now outlives the seat. */
export type Speaker = Pick<StoredSeat, 'team' | 'person'>;

/** Marketing first, each team in the order in which it was seated. */
export function listSeats({ database }: ReadableWorkshop): readonly StoredSeat[] {
  return database
    .prepare<[], Omit<StoredSeat, 'isUsed'> & { readonly used: number }>(
      `SELECT id, team, person, EXISTS (SELECT 1 FROM signature WHERE seat_id = seat.id)
          OR EXISTS (SELECT 1 FROM judgement WHERE seat_id = seat.id)
          OR EXISTS (SELECT 1 FROM panel_done WHERE seat_id = seat.id)
          OR EXISTS (SELECT 1 FROM ballot WHERE seat_id = seat.id)
          OR EXISTS (SELECT 1 FROM note WHERE seat_id = seat.id) AS used
        FROM seat ORDER BY team, id`,
    )
    .all()
    .map(({ used, ...seat }) => ({ ...seat, isUsed: used === 1 }));
}

/** Answers the seat's id. Another of the same team and name: throws. */
export function addSeat({ database }: WritableWorkshop, { team, person }: Speaker): number {
  return Number(database.prepare('INSERT INTO seat (team, person) VALUES (?, ?)').run(team, person).lastInsertRowid);
}

/** Of a seat that is used: throws. */
export function renameSeat({ database }: WritableWorkshop, id: number, person: string): void {
  database.prepare('UPDATE seat SET person = ? WHERE id = ?').run(person, id);
}

/** Where it speaks, nobody does afterwards. Of a seat that is used: throws. */
export function removeSeat({ database }: WritableWorkshop, id: number): void {
  database.prepare('DELETE FROM seat WHERE id = ?').run(id);
}

/** Null: nobody in particular. */
export function readSpeakingSeat({ database }: ReadableWorkshop): number | null {
  return database.prepare<[], { id: number | null }>('SELECT speaking_seat_id AS id FROM workshop').get()?.id ?? null;
}

export function writeSpeakingSeat({ database }: WritableWorkshop, id: number | null): void {
  database.prepare('UPDATE workshop SET speaking_seat_id = ?').run(id);
}

/** Null: nobody in particular. */
export function readSpeaker({ database }: ReadableWorkshop): Speaker | null {
  return (
    database
      .prepare<[], Speaker>('SELECT team, person FROM seat WHERE id = (SELECT speaking_seat_id FROM workshop)')
      .get() ?? null
  );
}
