import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { closeWorkshop, openWorkshop } from '../../db/open-workshop.ts';
import { readSettings } from '../../db/queries/settings.ts';
import { closedWorkshop, expectFault, expectValue, newWorkshop, tempPath } from './temp-workshop.ts';

const children: ChildProcess[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) await kill(child);
});

describe('two programs and one workshop', () => {
  it('given another process writes it, then opening says who and since when', async () => {
    const path = closedWorkshop();
    const child = await openInChild(path);
    const error = expectFault(openWorkshop(path));
    expect(error.kind).toBe('alreadyOpen');
    expect(error.detail).toContain(`process ${child.pid}`);
    expect(error.detail).toMatch(/since \d{4}-\d\d-\d\dT/);
  });

  it('given another process writes it, then it can be read', async () => {
    const path = closedWorkshop();
    await openInChild(path);
    const reader = expectValue(openWorkshop(path, { readOnly: true }));
    expect(readSettings(reader).name).toBe('workshop');
    closeWorkshop(reader);
  });

  it('given the other process was killed, then the workshop opens', async () => {
    const path = closedWorkshop();
    await kill(await openInChild(path));
    closeWorkshop(expectValue(openWorkshop(path)));
  });

  it('given the same process opens it twice, then the second opening is refused', () => {
    const workshop = newWorkshop();
    expect(expectFault(openWorkshop(workshop.path)).kind).toBe('alreadyOpen');
    closeWorkshop(workshop);
    closeWorkshop(expectValue(openWorkshop(workshop.path)));
  });

  it('given a lock that was left behind by a number in use again, or by another machine, then the workshop opens', () => {
    for (const host of [null, 'another-machine']) {
      const path = closedWorkshop();
      leaveLockBehind(path, host);
      closeWorkshop(expectValue(openWorkshop(path)));
    }
  });

  it('given a copy of an open workshop, then the copy opens', () => {
    const workshop = newWorkshop();
    workshop.database.pragma('wal_checkpoint(TRUNCATE)');
    const copy = tempPath('copy.accord');
    copyFileSync(workshop.path, copy);
    closeWorkshop(expectValue(openWorkshop(copy)));
    closeWorkshop(workshop);
  });
});

/** A process that has the workshop open for writing. */
async function openInChild(path: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'hold-open.ts'), path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('the other process could not open the workshop'))),
  ]);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** As if this very process, alive, held it (host null), or a process of that host. */
function leaveLockBehind(path: string, host: string | null): void {
  const workshop = expectValue(openWorkshop(path));
  const row = workshop.database.prepare<[], { host: string }>('SELECT * FROM workshop_lock').get();
  closeWorkshop(workshop);
  const database = new Database(path);
  database
    .prepare('INSERT INTO workshop_lock (id, token, process_id, host, user, since_ms) VALUES (1, ?, ?, ?, ?, ?)')
    .run('left', process.pid, host ?? row?.host, 'somebody', 0);
  database.close();
}
