/** Which key the hashed cells of the workshop were made with; the key itself is not here. */
import { requireTransaction } from '../transaction.ts';
import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';

/** Null: no cell was ever hashed. */
export const readKeyFingerprint = ({ database }: ReadableWorkshop): string | null =>
  database.prepare<[], { fingerprint: string }>('SELECT fingerprint FROM hash_key').get()?.fingerprint ?? null;

/** 16 hexadecimal digits; what is there stays. */
export function writeKeyFingerprint(workshop: WritableWorkshop, fingerprint: string): void {
  requireTransaction(workshop);
  workshop.database.prepare('INSERT INTO hash_key VALUES (1, ?) ON CONFLICT DO NOTHING').run(fingerprint);
}
