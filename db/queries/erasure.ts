/** What has to go with a lead that is erased, beside its rows of the history. */
import { requireTransaction } from '../transaction.ts';
import type { WritableWorkshop } from '../workshop.ts';

/**
 * Its places in panels with what was said of it there, and rows of imports that name it: changed ones, and rejected ones
 * with its id or another cell that stands for it (`identifying`), whatever their case.
 */
export function eraseTraces(workshop: WritableWorkshop, id: string, identifying: readonly string[]): void {
  requireTransaction(workshop);
  const { database } = workshop;
  database.prepare('DELETE FROM panel_lead WHERE lead_id = ?').run(id);
  const names = JSON.stringify([id, ...identifying]);
  database
    .prepare(
      `WITH name AS (SELECT lower(trim(value)) AS text FROM json_each(?))
      DELETE FROM rejected_row WHERE lower(trim(value)) IN (SELECT text FROM name)
        OR (cells IS NOT NULL AND EXISTS (
          SELECT 1 FROM json_each(cells) AS cell WHERE lower(trim(cell.value)) IN (SELECT text FROM name)))`,
    )
    .run(names);
  database.prepare('DELETE FROM changed_row WHERE lead_id = ?').run(id);
}

/**
 * Runs `erase` so that what it deletes is overwritten in the file, not only forgotten, and that the write-ahead log keeps
 * nothing of it either.
 */
export function leaveNoRemains<T>({ database }: WritableWorkshop, erase: () => T): T {
  database.pragma('secure_delete = ON');
  try {
    return erase();
  } finally {
    database.pragma('secure_delete = OFF');
    database.pragma('wal_checkpoint(TRUNCATE)');
  }
}
