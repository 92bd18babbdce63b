import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHistory } from '../../db/history/read-history.ts';
import { closeWorkshop, openWorkshop } from '../../db/open-workshop.ts';
import { listLog } from '../../db/queries/log.ts';
import { plainHistory } from './plain-history.ts';
import { closedWorkshop, expectValue } from './temp-workshop.ts';

const KILLS = 10;

describe('a process killed while it writes', () => {
  it('leaves what it had acknowledged, and of the rest all or nothing', { timeout: 60_000 }, async () => {
    const path = closedWorkshop();
    let next = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const acknowledged = await writeThenKill(path, next, 3 + kill * 5);
      const workshop = expectValue(openWorkshop(path));
      expect(workshop.database.pragma('integrity_check', { simple: true })).toBe('ok');
      const written = listLog(workshop, 0, 1)[0]?.atMs ?? -1;
      expect(written - acknowledged).toBeOneOf([0, 1]);
      expect(readHistory(workshop)).toEqual(plainHistory(1_000, 5, written));
      expect(listLog(workshop, 0, 100_000)).toHaveLength(written + 1);
      closeWorkshop(workshop);
      next = written + 1;
    }
  });
});

/** The last number that the process told before it was killed, `afterMs` after its first one. */
async function writeThenKill(path: string, from: number, afterMs: number): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'write-until-killed.ts'), path, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMs));
  await once(child, 'close');
  const numbers = told.split('\n').slice(0, -1).map(Number);
  return numbers.at(-1) ?? -1;
}
