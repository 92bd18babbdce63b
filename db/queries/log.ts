import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';

export interface LogEntry {
  readonly atMs: number;
  /** What happened, in one word, as `import`. */
  readonly kind: string;
  /** JSON; never personal data of leads. */
  readonly detail: string;
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
