/**
 * Opening a workshop file, guards in this order: it exists, is not empty, begins like SQLite, is ours, is not newer
 * (all without writing); its structure is the one we make and SQLite finds it sound (read-only); nobody else writes it;
 * a checked backup lies beside it before it is brought up to date.
 */
import { closeSync, openSync, rmSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import { fail, ok, type Result } from '../core/result.ts';
import { backUp } from './backup.ts';
import { connect, leaveWriteAhead, makeDurable } from './connection.ts';
import { APPLICATION_ID, checkHeader, newerWorkshop } from './header.ts';
import { releaseLock, takeLock } from './lock.ts';
import { MIGRATIONS, NEWEST_VERSION } from './migrations/migrations.ts';
import { migrate, schemaDifference } from './schema.ts';
import type { ReadableWorkshop, Workshop, WritableWorkshop } from './workshop.ts';
import { errorCode, fault, faultOfError, type WorkshopFault } from './workshop-fault.ts';

export type { ReadableWorkshop, Workshop, WritableWorkshop } from './workshop.ts';
export type { WorkshopFault } from './workshop-fault.ts';

/** Makes a new workshop, named as the file, and opens it for writing. A file of that name is never written over. */
export function createWorkshop(path: string): Result<WritableWorkshop, WorkshopFault> {
  const file = resolve(path);
  return asResult(() => {
    try {
      closeSync(openSync(file, 'wx'));
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
      return fail(
        fault('notWritable', 'There is a file of that name already; it was not changed. Choose another name.'),
      );
    }
    try {
      fill(file);
    } catch (error) {
      rmSync(file, { force: true });
      throw error;
    }
    return openWorkshop(file);
  });
}

/** Opens for writing, unless `readOnly`; an older file is brought up to date first, after a backup. */
export function openWorkshop(path: string): Result<WritableWorkshop, WorkshopFault>;
export function openWorkshop(path: string, options: { readonly readOnly: true }): Result<Workshop, WorkshopFault>;
export function openWorkshop(path: string, options?: { readonly readOnly?: boolean }): Result<Workshop, WorkshopFault>;
export function openWorkshop(
  path: string,
  options: { readonly readOnly?: boolean } = {},
): Result<Workshop, WorkshopFault> {
  const file = resolve(path);
  const header = checkHeader(file);
  if (!header.ok) return header;
  return asResult<Workshop>(() => {
    const reader = connect(file, 'read');
    let version: number;
    try {
      const checked = check(reader);
      if (!checked.ok) return checked;
      version = checked.value;
      if (options.readOnly === true && version === NEWEST_VERSION) return ok(readable(file, connect(file, 'read')));
    } finally {
      reader.close();
    }
    if (options.readOnly === true) {
      return fail(
        fault(
          'notWritable',
          `The workshop is of an older Accord (file version ${version}). It was not changed. Open it for writing once to bring it up to date; a backup is kept.`,
        ),
      );
    }
    return openForWriting(file, version);
  });
}

/**
 * Another connection for a worker of the process that has the workshop open. It takes no lock and checks the header only,
 * by SQLite: a file that the process opens and closes by itself loses the locks of all its connections (POSIX).
 */
export function openWorkshopConnection(path: string, mode: 'write'): Result<WritableWorkshop, WorkshopFault>;
export function openWorkshopConnection(path: string, mode: 'read' | 'write'): Result<Workshop, WorkshopFault>;
export function openWorkshopConnection(path: string, mode: 'read' | 'write'): Result<Workshop, WorkshopFault> {
  const file = resolve(path);
  return asResult<Workshop>(() => {
    const database = connect(file, mode);
    return closingOnFailure<Workshop>(database, () => {
      if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID)
        return fail(damaged('it is no longer a workshop'));
      const version = Number(database.pragma('user_version', { simple: true }));
      if (version > NEWEST_VERSION) return fail(newerWorkshop(version));
      if (mode === 'read') return ok(readable(file, database));
      makeDurable(database);
      return ok({ access: 'write', path: file, database, lockToken: null, backupPath: null });
    });
  });
}

/** Gives the lock back and, unless a worker still has it open, leaves one file that stands alone. */
export function closeWorkshop(workshop: ReadableWorkshop): void {
  const { database, lockToken } = workshop;
  if (!database.open) return;
  try {
    if (lockToken !== null) {
      database.pragma('optimize');
      releaseLock(database, lockToken);
      database.pragma('wal_checkpoint(TRUNCATE)');
      leaveWriteAhead(database);
    }
  } finally {
    database.close();
  }
}

/** The version of a file that is sound and ours. Writes nothing. */
function check(database: Database): Result<number, WorkshopFault> {
  const version = Number(database.pragma('user_version', { simple: true }));
  if (version > NEWEST_VERSION) return fail(newerWorkshop(version));
  const difference = version === 0 ? 'it was never finished' : schemaDifference(database, version);
  if (difference !== null) return fail(damaged(difference));
  const verdict = database.pragma('quick_check(1)', { simple: true });
  return verdict === 'ok' ? ok(version) : fail(damaged(String(verdict)));
}

function openForWriting(path: string, version: number): Result<WritableWorkshop, WorkshopFault> {
  const database = connect(path, 'write');
  return closingOnFailure(database, () => {
    makeDurable(database);
    const lock = takeLock(database, Date.now());
    if (!lock.ok) return lock;
    // Should this fail, the lock row stays, and is stale as soon as the connection is closed.
    const newer = MIGRATIONS.filter((migration) => migration.version > version);
    const backupPath = newer.length === 0 ? null : backUp(database, path, version, Date.now());
    migrate(database, newer);
    return ok({ access: 'write', path, database, lockToken: lock.value, backupPath });
  });
}

function fill(path: string): void {
  const database = connect(path, 'write');
  try {
    database.pragma('synchronous = FULL');
    database
      .transaction(() => {
        database.pragma(`application_id = ${APPLICATION_ID}`);
        migrate(database, MIGRATIONS);
        database
          .prepare(
            `INSERT INTO workshop (id, name, time_zone, reference_date, created_at_ms) VALUES (1, ?, 'UTC', '2000-01-01', ?)`,
          )
          .run(basename(path, '.accord'), Date.now());
      })
      .immediate();
  } finally {
    database.close();
  }
}

const readable = (path: string, database: Database): ReadableWorkshop & { readonly access: 'read' } => ({
  access: 'read',
  path,
  database,
  lockToken: null,
  backupPath: null,
});

const damaged = (what: string): WorkshopFault =>
  fault(
    'damagedWorkshop',
    `The file is damaged (${what}). It was not changed. Open a backup, and keep this file for rescue.`,
  );

function closingOnFailure<T>(database: Database, open: () => Result<T, WorkshopFault>): Result<T, WorkshopFault> {
  let opened = false;
  try {
    const result = open();
    opened = result.ok;
    return result;
  } finally {
    if (!opened) database.close();
  }
}

function asResult<T>(open: () => Result<T, WorkshopFault>): Result<T, WorkshopFault> {
  try {
    return open();
  } catch (error) {
    const known = faultOfError(error);
    if (known === null) throw error;
    return fail(known);
  }
}
