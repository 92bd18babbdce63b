import type { Team } from '../../core/seat.ts';
import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';
import { readSpeaker } from './seats.ts';

/** What happened, for the timeline of the workshop. */
export interface LoggedStep {
  readonly atMs: number;
  /** What of what happened, as `agreement.signed`; the timeline has words for it, `timeline.what.agreement.signed`. */
  readonly kind: string;
  /** Never personal data of leads. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
  /** Whose step it is; absent: of the seat that speaks. */
  readonly seat?: Team | null;
  readonly person?: string | null;
}

/** Entries are never changed or removed. */
export function logStep(workshop: WritableWorkshop, { atMs, kind, detail = {}, seat, person }: LoggedStep): void {
  const speaker = readSpeaker(workshop);
  const by = seat === undefined ? speaker : { team: seat, person: person ?? null };
  workshop.database
    .prepare('INSERT INTO log (at_ms, kind, detail, team, person) VALUES (?, ?, ?, ?, ?)')
    .run(atMs, kind, JSON.stringify(detail), by?.team ?? null, by?.person ?? null);
}

export interface LogEntry extends Pick<LoggedStep, 'atMs' | 'kind'> {
  readonly id: number;
  /** JSON. */
  readonly detail: string;
  readonly team: Team | null;
  readonly person: string | null;
}

/** In the order in which they were logged, newest first. Absent: all of them. */
export function listLog(
  { database }: ReadableWorkshop,
  offset = 0,
  limit = Number.MAX_SAFE_INTEGER,
): readonly LogEntry[] {
  return database
    .prepare<[number, number], LogEntry>(
      `SELECT id, at_ms AS atMs, kind, detail, team, person FROM log
        ORDER BY id DESC LIMIT CAST(? AS INTEGER) OFFSET CAST(? AS INTEGER)`,
    )
    .all(limit, offset);
}
