import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Method } from '../../api/contract.ts';
import type { ImportTrial } from '../../api/import.ts';
import type { Reply } from '../../api/reply.ts';
import type { Client } from '../../renderer/client/client.ts';
import { createTrialStore, figuresOf } from '../../renderer/features/history/trial/trial-store.ts';

const trialOf = (read: number): ImportTrial => ({
  files: [{ file: 'a.csv', table: 'leads', read, accepted: read, rejected: 0, duplicate: 0, changed: 0 }],
  rejected: [],
  isWhole: true,
  warnings: [],
});

/** A store whose trials are answered by the test. */
function storeWithAnswers() {
  const calls: string[] = [];
  const answers = new Map<string, (reply: Reply<ImportTrial>) => void>();
  const call = (method: Method, { jobId = '' }: { readonly jobId?: string }): Promise<unknown> => {
    calls.push(`${method} ${jobId}`);
    return new Promise((resolve) => {
      if (method === 'import.try') answers.set(jobId, resolve);
    });
  };
  const client = call as Client;
  let made = 0;
  const store = createTrialStore({
    client,
    newId: () => {
      made += 1;
      return `job ${made}`;
    },
  });
  const answer = async (jobId: string, reply: Reply<ImportTrial>) => {
    answers.get(jobId)?.(reply);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { store, calls, answer, want: store.getState().want };
}

const first = [{ file: 'a' }];
const second = [{ file: 'a', mapping: { rows: 'leads' } }];

describe('what an import would bring', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is computed once the files have been left alone for a moment', async () => {
    const { calls, want, answer, store } = storeWithAnswers();
    want(first);
    await vi.advanceTimersByTimeAsync(300);
    want(second);
    await vi.advanceTimersByTimeAsync(300);
    expect(calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(calls).toEqual(['import.try job 1']);
    await answer('job 1', { ok: true, value: trialOf(3) });
    expect(store.getState().trial).toEqual({ kind: 'done', trial: trialOf(3) });
  });

  it('is computed once for the same files', async () => {
    const { calls, want } = storeWithAnswers();
    want(first);
    await vi.advanceTimersByTimeAsync(500);
    want([{ file: 'a' }]);
    await vi.advanceTimersByTimeAsync(500);
    expect(calls).toEqual(['import.try job 1']);
  });

  it('is given up when it is overtaken, and a late answer is passed over', async () => {
    const { calls, want, answer, store } = storeWithAnswers();
    want(first);
    await vi.advanceTimersByTimeAsync(500);
    want(second);
    expect(calls).toEqual(['import.try job 1', 'job.cancel job 1']);
    await answer('job 1', { ok: true, value: trialOf(1) });
    expect(store.getState().trial).toEqual({ kind: 'computing', before: null });
    await vi.advanceTimersByTimeAsync(500);
    await answer('job 2', { ok: true, value: trialOf(2) });
    expect(figuresOf(store.getState().trial)).toEqual(trialOf(2));
  });

  it('keeps the figures before in sight meanwhile, and none once something has to be said', async () => {
    const { want, answer, store } = storeWithAnswers();
    want(first);
    await vi.advanceTimersByTimeAsync(500);
    await answer('job 1', { ok: true, value: trialOf(1) });
    want(second);
    expect(figuresOf(store.getState().trial)).toEqual(trialOf(1));
    want(null);
    expect(store.getState().trial).toEqual({ kind: 'waiting' });
    await vi.advanceTimersByTimeAsync(500);
    expect(store.getState().trial).toEqual({ kind: 'waiting' });
  });

  it('says why it failed', async () => {
    const { want, answer, store } = storeWithAnswers();
    want(first);
    await vi.advanceTimersByTimeAsync(500);
    await answer('job 1', { ok: false, error: { kind: 'badMapping', detail: 'No column.' } });
    expect(store.getState().trial).toEqual({
      kind: 'failed',
      failure: { kind: 'badMapping', detail: 'No column.' },
    });
  });
});
