/** The real replay worker on a real workshop that is large enough for its packed history to be kept. */
import { existsSync, statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FramePair } from '../../../../api/contract.ts';
import type { Reply } from '../../../../api/reply.ts';
import type { History } from '../../../../core/history/history.ts';
import { historyVersion, readHistory } from '../../../../db/history/read-history.ts';
import { writeHistory } from '../../../../db/history/write-history.ts';
import { closeWorkshop, createWorkshop, openWorkshop, type WritableWorkshop } from '../../../../db/open-workshop.ts';
import { inTransaction } from '../../../../db/transaction.ts';
import { createReplayClient, type ReplayClient } from '../../../../services/replay/replay-client.ts';
import type { HistorySource } from '../../../../services/replay/replay-protocol.ts';
import { createReplaySession } from '../../../../services/replay/replay-session.ts';
import { shelfPath } from '../../../../services/replay/shelf/packed-shelf.ts';
import { partOf } from '../../../../services/replay/shelf/write-shelf.ts';
import { questionOf, smallRuleSet, workshopPathOf } from './shelf-case.ts';

const WORKER = new URL('../../../../services/jobs/replay-worker.ts', import.meta.url);
const LEADS = 5_000;
const HOUR_MS = 3_600_000;
const START_MS = Date.UTC(2025, 0, 1);

/** `shift` moves the visits. */
function largeHistory(shift = 0): History {
  const each = 100;
  const count = LEADS * each;
  const none = new Int32Array(LEADS).fill(-1);
  return {
    timeZone: 'UTC',
    leads: {
      count: LEADS,
      ids: Array.from({ length: LEADS }, (_, lead) => `lead ${lead}`),
      createdAtMs: new Float64Array(LEADS).fill(START_MS),
      attributes: [{ name: 'country', kind: 'text', cells: ['RO', 'IT'], codes: none.map((_, lead) => lead % 2) }],
    },
    activities: {
      count,
      offsets: Int32Array.from({ length: LEADS + 1 }, (_, lead) => lead * each),
      atMs: Float64Array.from({ length: count }, (_, row) => START_MS + (1 + (row % each)) * 7 * HOUR_MS),
      type: {
        name: 'type',
        kind: 'text',
        cells: ['visit', 'mail', 'other'],
        codes: Int32Array.from({ length: count }, (_, row) => (row * 7 + Math.floor(row / each) + shift) % 3),
      },
      properties: [],
    },
    stages: {
      count: 0,
      offsets: new Int32Array(LEADS + 1),
      atMs: new Float64Array(0),
      stage: new Uint8Array(0),
      amount: new Float64Array(0),
      reason: { name: 'reason', kind: 'text', cells: [], codes: new Int32Array(0) },
    },
  };
}

const question = questionOf(smallRuleSet(), smallRuleSet({ points: 3 }));
const timeless = ({ scenario, baseline, swap }: FramePair) => ({ scenario, baseline, swap });

describe('the replay worker on a large workshop', () => {
  let workshop: WritableWorkshop;
  let client: ReplayClient;
  let expected: ReturnType<typeof timeless>;
  const source = (): HistorySource => ({ path: workshop.path, version: historyVersion(workshop), maturityDays: null });
  const store = (history: History): void => {
    const stored = inTransaction(workshop, () => writeHistory(workshop, history));
    if (!stored.ok) throw new Error(stored.error.detail);
  };
  const frame = (from = source()): Promise<Reply<FramePair>> => client.ask(from, { kind: 'frame', question });
  const answered = async (from = source()): Promise<ReturnType<typeof timeless>> => {
    const reply = await frame(from);
    if (!reply.ok) throw new Error(reply.error.detail);
    return timeless(reply.value);
  };
  const kept = (): string => shelfPath(workshop.path, 'baseline');
  /** Levers are moved until it is so. */
  const framesUntil = async (isSo: () => boolean): Promise<void> => {
    if (isSo()) return;
    await frame();
    await framesUntil(isSo);
  };

  beforeAll(() => {
    expected = timeless(createReplaySession(largeHistory(), () => 0).frame(question));
  });
  beforeEach(() => {
    const created = createWorkshop(workshopPathOf());
    if (!created.ok) throw new Error(created.error.detail);
    workshop = created.value;
    store(largeHistory());
    client = createReplayClient(WORKER);
  });
  afterEach(async () => {
    await client.close();
    closeWorkshop(workshop);
  });

  it('keeps what it packed, and answers the same from it when it is opened again', async () => {
    expect(await answered()).toEqual(expected);
    await framesUntil(() => existsSync(kept()));
    await client.close();
    const { ino } = statSync(kept());
    expect(await answered()).toEqual(expected);
    await client.close();
    client.prepare(workshop.path);
    expect(await answered()).toEqual(expected);
    await client.close();
    expect(statSync(kept()).ino).toBe(ino);
  });

  it('is not misled by what was kept of the history before', async () => {
    await framesUntil(() => existsSync(kept()));
    store(largeHistory(1));
    const changed = timeless(createReplaySession(largeHistory(1), () => 0).frame(question));
    expect(changed).not.toEqual(expected);
    expect(await answered()).toEqual(changed);
  });

  it('answers superseded where the history is needed that the file holds no more, and then about the new one', async () => {
    await framesUntil(() => existsSync(kept()));
    await client.close();
    const before = source();
    await answered(before);
    store(largeHistory(1));
    const list = { kind: 'swap', question, list: 'gained', offset: 0, limit: 5 } as const;
    const late = await client.ask(before, list);
    expect(late.ok ? 'answered' : late.error.kind).toBe('superseded');
    expect(await answered(before)).toEqual(expected);
    expect((await client.ask(source(), list)).ok).toBe(true);
    const tooLate = await frame(before);
    expect(tooLate.ok ? 'answered' : tooLate.error.kind).toBe('superseded');
  });

  it.each([
    ['has begun', () => true],
    ['has written some of it', () => (statSync(partOf(kept()), { throwIfNoEntry: false })?.size ?? 1) > 0],
  ])('ended when it %s leaves what is whole or nothing, and a sound workshop', async (_moment, isThere) => {
    await frame();
    while (!existsSync(kept()) && !(existsSync(partOf(kept())) && isThere())) await setImmediate();
    await client.close();
    closeWorkshop(workshop);
    const again = openWorkshop(workshop.path);
    if (!again.ok) throw new Error(again.error.detail);
    workshop = again.value;
    expect(readHistory(workshop)).toEqual(largeHistory());
    expect(await answered()).toEqual(expected);
    await framesUntil(() => existsSync(kept()));
    expect(existsSync(partOf(kept()))).toBe(false);
    await client.close();
    expect(await answered()).toEqual(expected);
  });
});
