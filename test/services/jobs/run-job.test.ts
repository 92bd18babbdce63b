import { describe, expect, it } from 'vitest';
import type { AppEvent } from '../../../api/bridge.ts';
import { createActiveJobs } from '../../../services/jobs/active-jobs.ts';
import type { JobProgress } from '../../../services/jobs/job-messages.ts';
import { type JobRequest, runJob } from '../../../services/jobs/run-job.ts';
import type { TestJob } from './test-job.ts';

const WORKER = new URL('test-job.ts', import.meta.url);

function run(job: TestJob, more: Partial<JobRequest> = {}) {
  const told: JobProgress[] = [];
  const abort = new AbortController();
  const begun = Promise.withResolvers<void>();
  const answer = runJob<number>({
    worker: WORKER,
    data: { job },
    signal: abort.signal,
    onProgress: (progress) => {
      told.push(progress);
      begun.resolve();
    },
    ...more,
  });
  return { answer, told, abort, begun: begun.promise };
}

describe('a job', () => {
  it('answers what its work answers', async () => {
    expect(await run('add').answer).toEqual({ ok: true, value: 3 });
    expect(await run('refuse').answer).toEqual({ ok: false, error: { kind: 'badSource', detail: 'no rows' } });
  });

  it('tells each phase at once, and is no flood', async () => {
    const { answer, told } = run('add');
    await answer;
    expect(told.slice(0, 2)).toEqual([
      { phase: 'reading', done: 0, total: 2 },
      { phase: 'writing', done: 1, total: 1_000 },
    ]);
    expect(told.length).toBeLessThan(10);
  });

  it('that crashes, ends silently or eats all memory is a failure, not a crash of the app', async () => {
    expect(await run('throw').answer).toEqual({
      ok: false,
      error: { kind: 'unexpected', detail: 'RangeError: index 7' },
    });
    expect(await run('end').answer).toMatchObject({ ok: false, error: { kind: 'unexpected' } });
    const small = { maxOldGenerationSizeMb: 32 };
    expect(await run('eat', { resourceLimits: small }).answer).toMatchObject({
      ok: false,
      error: { detail: expect.stringContaining('memory') as string },
    });
  });

  it('that is cancelled puts back what it did', async () => {
    const { answer, abort, begun } = run('wait');
    await begun;
    abort.abort();
    expect(await answer).toEqual({ ok: false, error: { kind: 'cancelled', detail: 'put back as it was' } });
  });

  it('that does not listen is ended after its grace', async () => {
    const { answer, abort, begun } = run('deaf', { graceMs: 50 });
    await begun;
    abort.abort();
    expect(await answer).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
  });

  it('cancelled before it begins does not begin', async () => {
    const signal = AbortSignal.abort();
    expect(await run('add', { signal }).answer).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
  });
});

describe('the active jobs', () => {
  it('tell progress as events, and are cancelled by the id that the screen chose', async () => {
    const events: AppEvent[] = [];
    const begun = Promise.withResolvers<void>();
    const jobs = createActiveJobs((event) => {
      events.push(event);
      begun.resolve();
    });
    const answer = jobs.run('mine', { worker: WORKER, data: { job: 'wait' } });
    await begun.promise;
    expect(events[0]).toEqual({ kind: 'progress', jobId: 'mine', phase: 'reading', done: 0, total: 2 });
    expect([jobs.cancel('other'), jobs.cancel('mine')]).toEqual([false, true]);
    expect(await answer).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(jobs.cancel('mine')).toBe(false);
  });

  it('run one job under an id at a time', async () => {
    const jobs = createActiveJobs(() => undefined);
    const first = jobs.run('mine', { worker: WORKER, data: { job: 'wait' } });
    expect(await jobs.run('mine', { worker: WORKER, data: { job: 'add' } })).toMatchObject({
      error: { kind: 'badInput' },
    });
    await jobs.close();
    expect(await first).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
  });
});
