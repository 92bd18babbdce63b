import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';

/**
 * Writes a copy of the open file beside it, checks the copy with integrity_check and only then gives it its name, which
 * it returns. Throws when the copy cannot be made or is not sound: nothing may be migrated then.
 */
export function backUp(database: Database.Database, path: string, version: number, nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().replaceAll(/[-:]/g, '').replace('T', '-').slice(0, 15);
  const name = `${basename(path, '.accord')}.version-${version}.${stamp}.accord`;
  const finished = join(dirname(path), name);
  const unfinished = `${finished}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    database.prepare('VACUUM INTO ?').run(unfinished);
    checkCopy(unfinished);
    flush(unfinished);
    renameSync(unfinished, finished);
    return finished;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function checkCopy(path: string): void {
  const copy = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const verdict = copy.pragma('integrity_check', { simple: true });
    if (verdict !== 'ok') throw new Error(`the backup is not sound: ${String(verdict)}`);
  } finally {
    copy.close();
  }
}

function flush(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
