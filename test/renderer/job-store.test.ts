import { describe, expect, it } from 'vitest';
import { type AppEvent, REPLAY_JOB } from '../../api/bridge.ts';
import type { Client } from '../../renderer/client/client.ts';
import { createJobStore, hasBegunWork } from '../../renderer/stores/job-store.ts';

const progress = (jobId: string): AppEvent => ({ kind: 'progress', jobId, phase: 'working', done: 0, total: null });
const unasked: Client = () => Promise.reject(new Error('nothing is asked'));
const store = () => createJobStore({ client: unasked, newId: () => 'import' });

describe('the long work under way', () => {
  it('is told of a question to the replay, which stands in the way of nothing that could be begun', () => {
    const jobs = store();
    jobs.getState().heard(progress(REPLAY_JOB));
    expect(jobs.getState().job?.phase).toBe('working');
    expect(hasBegunWork(jobs.getState())).toBe(false);
    jobs.getState().heard({ kind: 'progressEnded', jobId: REPLAY_JOB });
    expect(jobs.getState().job).toBeNull();
  });

  it('is what somebody here has begun, until it is done', async () => {
    const jobs = store();
    await jobs.getState().run(async () => {
      jobs.getState().heard(progress(REPLAY_JOB));
      expect(jobs.getState().job).toMatchObject({ id: 'import', phase: null });
      expect(hasBegunWork(jobs.getState())).toBe(true);
    });
    expect(hasBegunWork(jobs.getState())).toBe(false);
  });
});
