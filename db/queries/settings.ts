import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';

export interface Settings {
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  /** ISO 8601 date that leads without any instant get. */
  readonly referenceDate: string;
  /** Leads a week that sales can follow up; null: not said. */
  readonly capacityPerWeek: number | null;
  /** Null: REPLAY.md's default. */
  readonly maturityDays: number | null;
  /** ISO 4217; null: not said. */
  readonly currency: string | null;
  /** Attribute whose values the costs name; null: the one that says where a lead came from. */
  readonly costsBy: string | null;
  readonly createdAtMs: number;
}

export function readSettings({ database }: ReadableWorkshop): Settings {
  const row = database
    .prepare<[], Settings>(
      `SELECT name, time_zone AS timeZone, reference_date AS referenceDate, capacity_per_week AS capacityPerWeek,
        maturity_days AS maturityDays, currency, costs_by AS costsBy, created_at_ms AS createdAtMs FROM workshop`,
    )
    .get();
  if (row === undefined) throw new Error('the workshop has no settings row');
  return row;
}

/** Changes the settings given, keeps the others. Another time zone is another history: its version grows. */
export function writeSettings(workshop: WritableWorkshop, changes: Partial<Omit<Settings, 'createdAtMs'>>): void {
  const { database } = workshop;
  const before = readSettings(workshop);
  const after = { ...before, ...changes };
  const write = () => {
    database
      .prepare(
        `UPDATE workshop SET name = ?, time_zone = ?, reference_date = ?, capacity_per_week = ?, maturity_days = ?, currency = ?,
          costs_by = ?`,
      )
      .run(
        after.name,
        after.timeZone,
        after.referenceDate,
        after.capacityPerWeek,
        after.maturityDays,
        after.currency,
        after.costsBy,
      );
    if (after.timeZone !== before.timeZone) database.exec('UPDATE history SET version = version + 1');
  };
  if (database.inTransaction) write();
  else database.transaction(write)();
}
