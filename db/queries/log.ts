import type { Team } from '../../core/seat.ts';
import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';
import { readSpeaker } from './seats.ts';

export interface LogEntry {
  readonly atMs: number;
  /** What happened, in one word, as `import`. */
  readonly kind: string;
  /** JSON; never personal data of leads. */
  readonly detail: string;
}

/** What happened, for the timeline of the workshop. */
export interface LoggedStep extends Pick<LogEntry, 'atMs' | 'kind'> {
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

/** Entries are never changed or removed. */
export function appendLog({ database }: WritableWorkshop, entry: LogEntry): void {
  database.prepare('INSERT INTO log (at_ms, kind, detail) VALUES (?, ?, ?)').run(entry.atMs, entry.kind, entry.detail);
}

/** Newest first. */
export function listLog(
  { database }: ReadableWorkshop,
  offset: number,
  limit: number,
): readonly (LogEntry & { readonly id: number })[] {
  return database
    .prepare<[number, number], LogEntry & { readonly id: number }>(
      `SELECT id, at_ms AS atMs, kind, detail FROM log ORDER BY id DESC LIMIT CAST(? AS INTEGER) OFFSET CAST(? AS INTEGER)`,
    )
    .all(limit, offset);
}
