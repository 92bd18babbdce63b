import Database from 'better-sqlite3';

const BUSY_TIMEOUT_MS = 5_000;

/**
 * A connection that trusts nothing in the file: no functions of its schema, no cell sizes unchecked. It changes nothing
 * by being opened, except that a reader may leave empty companion files beside a workshop that was not closed.
 */
export function connect(path: string, access: 'read' | 'write'): Database.Database {
  const database = new Database(path, { fileMustExist: true, readonly: access === 'read', timeout: BUSY_TIMEOUT_MS });
  try {
    database.pragma('trusted_schema = OFF');
    database.pragma('cell_size_check = ON');
    database.pragma('mmap_size = 0');
    database.pragma('foreign_keys = ON');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Makes what is acknowledged survive a power cut. `synchronous` belongs to the connection and better-sqlite3 is compiled
 * with NORMAL for WAL, which can lose the last commits: hence on every opening, and read back.
 */
export function makeDurable(database: Database.Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  assertPragma(database, 'journal_mode', 'wal');
  assertPragma(database, 'synchronous', 2);
  assertPragma(database, 'foreign_keys', 1);
  assertPragma(database, 'trusted_schema', 0);
  assertPragma(database, 'cell_size_check', 1);
}

/**
 * Leaves write-ahead mode, which SQLite grants only to a file that no other connection, of whatever process, has open:
 * the truth about who holds it that no number of a dead process can fake. True when it was granted.
 */
export function leaveWriteAhead(database: Database.Database): boolean {
  database.pragma('busy_timeout = 0');
  try {
    return database.pragma('journal_mode = DELETE', { simple: true }) === 'delete';
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false;
    throw error;
  } finally {
    database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  }
}

function assertPragma(database: Database.Database, name: string, wanted: string | number): void {
  const found = database.pragma(name, { simple: true });
  if (found !== wanted) throw new Error(`PRAGMA ${name} is ${String(found)}, not ${wanted}`);
}
