/** Who sits at the table, who speaks, and the notes that they leave. */
import * as z from 'zod/mini';
import type { NoteSubject, Team } from './core-types.ts';

const seatId = z.int();
const person = z.string().check(z.minLength(1), z.maxLength(200));
const subject = z.enum(['workshop', 'version', 'agreement', 'lead']);
/** The id of what a note is about; of the workshop: empty. */
const key = z.string().check(z.maxLength(1_000));

export const SEATS_INPUTS = {
  'seats.list': z.strictObject({}),
  /** A name that the team has already is refused. */
  'seats.add': z.strictObject({ team: z.enum(['marketing', 'sales']), person }),
  /** Refused once something was signed, judged or noted with it. */
  'seats.rename': z.strictObject({ seatId, person }),
  /** Refused once something was signed, judged or noted with it. */
  'seats.remove': z.strictObject({ seatId }),
  /** Who speaks: what is done from now on carries this seat, and a branch is proposed by its team; null: nobody in particular. The workshop remembers it. */
  'seats.speak': z.strictObject({ seatId: z.nullable(seatId) }),
  /** Kept for ever with the moment and the seat that speaks; one on a lead goes when the lead is erased. Answers all on the same. */
  'notes.add': z.strictObject({ subject, key, text: z.string().check(z.minLength(1), z.maxLength(10_000)) }),
  /** Oldest first. */
  'notes.list': z.strictObject({ subject, key }),
} as const;

export interface SeatsOutputs {
  readonly 'seats.list': SeatList;
  readonly 'seats.add': SeatList;
  readonly 'seats.rename': SeatList;
  readonly 'seats.remove': SeatList;
  readonly 'seats.speak': SeatList;
  readonly 'notes.add': readonly Note[];
  readonly 'notes.list': readonly Note[];
}

export interface SeatList {
  /** Marketing first, each team in the order in which it was seated. */
  readonly seats: readonly SeatAtTable[];
  /** The seat that speaks; null: nobody in particular. */
  readonly speaking: number | null;
}

export interface SeatAtTable {
  readonly id: number;
  readonly team: Team;
  readonly person: string;
  /** Something was signed, judged or noted with it: it can be neither renamed nor removed. */
  readonly isUsed: boolean;
}

export interface Note {
  readonly id: number;
  readonly subject: NoteSubject;
  readonly key: string;
  /** Null: nobody in particular spoke. */
  readonly team: Team | null;
  readonly person: string | null;
  readonly text: string;
  readonly atMs: number;
}
