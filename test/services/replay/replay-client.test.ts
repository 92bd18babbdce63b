import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FramePair } from '../../../api/contract.ts';
import type { Reply } from '../../../api/reply.ts';
import { historyVersion } from '../../../db/history/read-history.ts';
import { writeHistory } from '../../../db/history/write-history.ts';
import { closeWorkshop, createWorkshop, type WritableWorkshop } from '../../../db/open-workshop.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { createReplayClient, type ReplayClient } from '../../../services/replay/replay-client.ts';
import type { HistorySource } from '../../../services/replay/replay-protocol.ts';
import { historyOf } from '../../support/history-of.ts';
import { ruleSetFrom } from '../../support/rule-set-from.ts';

const WORKER = new URL('../../../services/jobs/replay-worker.ts', import.meta.url);

const ruleSet = (points: number) =>
  ruleSetFrom({
    rules: [
      { id: 'demo', name: 'Demo', kind: 'activity', dimension: 'engagement', points, on: { type: 'demo_request' } },
    ],
  });

const lead = (id: string, activities: number) => ({
  id,
  created: '2025-01-01',
  activities: Array.from({ length: activities }, (_, day) => ({ at: `2025-01-0${day + 2}`, type: 'demo_request' })),
});

describe('the replay worker', () => {
  let folder: string;
  let workshop: WritableWorkshop;
  let client: ReplayClient;
  const source = (): HistorySource => ({ path: workshop.path, version: historyVersion(workshop), maturityDays: null });
  const store = (leads: readonly ReturnType<typeof lead>[]): void => {
    const stored = inTransaction(workshop, () => writeHistory(workshop, historyOf({ leads })));
    if (!stored.ok) throw new Error(stored.error.detail);
  };
  const frame = (points: number, key?: string): Promise<Reply<FramePair>> =>
    client.ask(
      source(),
      {
        kind: 'frame',
        question: {
          scenario: ruleSet(points),
          baseline: ruleSet(50),
          level: 'mql',
          options: { horizon: 'outcome' },
        },
      },
      key,
    );
  const reached = (reply: Reply<FramePair>): number | string =>
    reply.ok ? (reply.value.scenario.levels[0]?.reached ?? -1) : reply.error.kind;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'accord-replay-'));
    const created = createWorkshop(join(folder, 'test.accord'));
    if (!created.ok) throw new Error(created.error.detail);
    workshop = created.value;
    store([lead('A', 1), lead('B', 2), lead('C', 0)]);
    client = createReplayClient(WORKER);
  });
  afterAll(async () => {
    await client.close();
    closeWorkshop(workshop);
    rmSync(folder, { recursive: true });
  });

  it('replays the stored history with the points asked for', async () => {
    expect(reached(await frame(50))).toBe(2);
    expect(reached(await frame(25))).toBe(1);
  });

  it('of the questions that wait under one key answers the newest only', async () => {
    const replies = await Promise.all([frame(25, 'lever'), frame(10, 'lever'), frame(11, 'lever'), frame(50, 'lever')]);
    expect(replies.map(reached)).toEqual([1, 'superseded', 'superseded', 2]);
  });

  it('says which leads are lost, by name', async () => {
    const lost = await client.ask(source(), {
      kind: 'swap',
      question: { scenario: ruleSet(25), baseline: ruleSet(50), level: 'mql', options: { horizon: 'outcome' } },
      list: 'lost',
      offset: 0,
      limit: 10,
    });
    expect(lost.ok && lost.value.rows.map((row) => row.lead)).toEqual(['A']);
  });

  it('explains one lead by a ledger that adds up to its score', async () => {
    const detail = await client.ask(source(), { kind: 'lead', ruleSet: ruleSet(20), id: 'B' });
    expect(detail.ok && detail.value?.ledger.total).toBe(40);
    expect(detail.ok && detail.value?.ledger.entries.map((entry) => entry.points)).toEqual([20, 20]);
  });

  it('has no answer for a lead that is not there', async () => {
    expect(await client.ask(source(), { kind: 'lead', ruleSet: ruleSet(20), id: 'nobody' })).toEqual({
      ok: true,
      value: null,
    });
  });

  it('reads the history anew once it was changed', async () => {
    store([lead('A', 1)]);
    expect(reached(await frame(50))).toBe(1);
  });

  it('ends open questions when it is closed, and starts again when asked', async () => {
    const open = frame(50);
    await client.close();
    expect(reached(await open)).toBe('cancelled');
    expect(reached(await frame(50))).toBe(1);
  });
});
