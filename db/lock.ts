import { randomUUID } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import type { Database } from 'better-sqlite3';
import { fail, ok, type Result } from '../core/result.ts';
import { leaveWriteAhead } from './connection.ts';
import { errorCode, fault, type WorkshopFault } from './workshop-fault.ts';

/**
 * Takes the file's one lock row for this process. A row is stale, and taken over, when its process on this machine is
 * dead, or when SQLite says that no one has the file open (a copy, a file from another machine, a number used again).
 * Answers the token that gives the lock back.
 */
export function takeLock(database: Database, nowMs: number): Result<string, WorkshopFault> {
  const token = randomUUID();
  const holder = claim(database, token, nowMs, null);
  if (holder === null) return ok(token);
  if (!leaveWriteAhead(database)) return fail(alreadyOpen(holder));
  database.pragma('journal_mode = WAL');
  const other = claim(database, token, nowMs, holder.token);
  return other === null ? ok(token) : fail(alreadyOpen(other));
}

export function releaseLock(database: Database, token: string): void {
  database.prepare('DELETE FROM workshop_lock WHERE token = ?').run(token);
}

interface Holder {
  readonly token: string;
  readonly process_id: number;
  readonly host: string;
  readonly user: string;
  readonly since_ms: number;
}

/** Null when claimed, else who holds it. */
function claim(database: Database, token: string, nowMs: number, staleToken: string | null): Holder | null {
  return database
    .transaction((): Holder | null => {
      const holder = database.prepare<[], Holder>('SELECT * FROM workshop_lock').get();
      if (holder !== undefined && holder.token !== staleToken && isAlive(holder)) return holder;
      database
        .prepare(
          `INSERT OR REPLACE INTO workshop_lock (id, token, process_id, host, user, since_ms) VALUES (1, ?, ?, ?, ?, ?)`,
        )
        .run(token, process.pid, hostname(), userName(), nowMs);
      return null;
    })
    .immediate();
}

/** A process of another machine cannot be asked, so it counts as alive until SQLite says otherwise. */
function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.process_id, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

/** Throws in a container whose user has no entry; a name is a courtesy here. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}

const alreadyOpen = (holder: Holder): WorkshopFault =>
  fault(
    'alreadyOpen',
    `The workshop is open already: by ${holder.user} on ${holder.host} (process ${holder.process_id}) since ${new Date(holder.since_ms).toISOString()}. Nothing was changed. Close it there, or open it read-only.`,
  );
