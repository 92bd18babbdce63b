import { fail, ok, type Result } from '../core/result.ts';
import type { WritableWorkshop } from './workshop.ts';
import { errorCode, faultOfError, type WorkshopFault } from './workshop-fault.ts';

/**
 * Runs `work` in one transaction: all of it is kept, or none. A full disk, a read-only file and a file held by another
 * program are faults; whatever else `work` throws is thrown on, after everything has been taken back.
 */
export function inTransaction<T>(workshop: WritableWorkshop, work: () => T): Result<T, WorkshopFault> {
  const { database } = workshop;
  if (database.inTransaction) throw new Error('a transaction is open already');
  try {
    database.exec('BEGIN IMMEDIATE');
    const value = work();
    database.exec('COMMIT');
    return ok(value);
  } catch (error) {
    // After SQLITE_FULL and its like SQLite has rolled back by itself; a second ROLLBACK would throw.
    if (database.inTransaction) database.exec('ROLLBACK');
    const known = errorCode(error).startsWith('SQLITE_') ? faultOfError(error) : null;
    if (known === null) throw error;
    return fail(known);
  }
}

/** For writers of several statements, which without a transaction could be half done. */
export function requireTransaction(workshop: WritableWorkshop): void {
  if (!workshop.database.inTransaction) throw new Error('write inside inTransaction(…)');
}
