import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Result } from '../../core/result.ts';
import { closeWorkshop, createWorkshop, type WritableWorkshop } from '../../db/open-workshop.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A path in a folder of its own, which is removed after the test. */
export function tempPath(name = 'workshop.accord'): string {
  const folder = mkdtempSync(join(tmpdir(), 'accord-db-'));
  folders.push(folder);
  return join(folder, name);
}

export const newWorkshop = (path = tempPath()): WritableWorkshop => expectValue(createWorkshop(path));

/** The path of a new workshop that is closed again. */
export function closedWorkshop(): string {
  const workshop = newWorkshop();
  closeWorkshop(workshop);
  return workshop.path;
}

export function expectValue<T, F>(result: Result<T, F>): T {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`);
  return result.value;
}

export function expectFault<T, F>(result: Result<T, F>): F {
  if (result.ok) throw new Error('expected a fault, got a value');
  return result.error;
}

export const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
