/** Stopping long work, by the id under which its progress is told. */
import { REPLAY_JOB } from '../../api/bridge.ts';
import type { Handler } from '../dispatch.ts';
import { reply } from '../failure.ts';
import type { ReplayClient } from '../replay/replay-client.ts';
import type { ActiveJobs } from './active-jobs.ts';

export interface JobParts {
  readonly jobs: ActiveJobs;
  readonly replay: ReplayClient;
}

export function createJobHandlers({ jobs, replay }: JobParts): { readonly 'job.cancel': Handler<'job.cancel'> } {
  return {
    'job.cancel': async ({ jobId }) => {
      if (jobId !== REPLAY_JOB) return reply({ cancelled: jobs.cancel(jobId) });
      // The worker has no moment to listen in the middle of its work: it goes, and the next question starts another.
      await replay.close();
      return reply({ cancelled: true });
    },
  };
}
