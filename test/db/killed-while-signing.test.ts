import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closeWorkshop, openWorkshop, type ReadableWorkshop } from '../../db/open-workshop.ts';
import { readAgreementState } from '../../services/agreement/agreement-state.ts';
import { seatBoth } from './signed-workshop.ts';
import { expectValue, newWorkshop } from './temp-workshop.ts';

const KILLS_IN_A_FILE = 25;
const FILES = 4;

describe('a process killed while two teams sign', () => {
  it('leaves what it had acknowledged, and of the step it was at all or nothing: 100 kills', {
    timeout: 300_000,
  }, async () => {
    await Promise.all(Array.from({ length: FILES }, (_, file) => killAgainAndAgain(file)));
  });
});

async function killAgainAndAgain(file: number): Promise<void> {
  const created = newWorkshop();
  seatBoth(created);
  closeWorkshop(created);
  const { path } = created;
  for (let kill = 0; kill < KILLS_IN_A_FILE; kill++) {
    const acknowledged = await signThenKill(path, momentOf(file, kill));
    const workshop = expectValue(openWorkshop(path));
    expect(workshop.database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(stepsTaken(workshop) - acknowledged).toBeOneOf([0, 1]);
    expectWhole(workshop);
    closeWorkshop(workshop);
  }
}

/** Milliseconds after its first word, spread over some versions; no two alike. */
const momentOf = (file: number, kill: number): number => ((kill * FILES + file) * 37) % 101;

/** Proposed, signed by one, signed by both: three steps a version, in this order and no other. */
function stepsTaken(workshop: ReadableWorkshop): number {
  const { versions } = readAgreementState(workshop);
  return versions.reduce((steps, { signatures }) => steps + 1 + signatures.length, 0);
}

/** Every version but the last was signed by both and is superseded; the last is in force exactly if both signed. */
function expectWhole(workshop: ReadableWorkshop): void {
  const { versions, alterations, alteredRuleSetVersion, inForce } = readAgreementState(workshop);
  expect([alterations, alteredRuleSetVersion]).toEqual([[], null]);
  const [last, ...earlier] = versions;
  if (last === undefined) return;
  expect(last.signatures.map(({ team }) => team)).toBeOneOf([[], ['marketing'], ['marketing', 'sales']]);
  expect(last.state).toBe(last.signatures.length === 2 ? 'inForce' : 'open');
  const before =
    last.state === 'inForce' ? last.number : (earlier.find(({ state }) => state === 'inForce')?.number ?? null);
  expect(inForce).toBe(before);
  for (const { state, number } of earlier) expect(state).toBe(number === before ? 'inForce' : 'superseded');
}

/** How many steps all its runs so far have told to be done, when it was killed `afterMs` after its first one. */
async function signThenKill(path: string, afterMs: number): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'sign-until-killed.ts'), path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMs));
  await once(child, 'close');
  return Number(told.split('\n').slice(0, -1).at(-1));
}
