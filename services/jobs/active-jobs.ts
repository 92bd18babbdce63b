/** The long work under way, by the id that the screen chose: how `job.cancel` finds it. */
import type { AppEvent } from '../../api/bridge.ts';
import type { Reply } from '../../api/reply.ts';
import { refuse } from '../failure.ts';
import type { JobRequest } from './run-job.ts';
import { runJob } from './run-job.ts';

export interface ActiveJobs {
  /** Runs the job under `jobId`, telling its progress as events. One id runs once at a time. */
  readonly run: <Output>(
    jobId: string,
    request: Pick<JobRequest, 'worker' | 'data' | 'resourceLimits'>,
  ) => Promise<Reply<Output>>;
  /** False when there is no such job (any more). */
  readonly cancel: (jobId: string) => boolean;
  /** Cancels everything and waits until the workers have gone. */
  readonly close: () => Promise<void>;
}

export function createActiveJobs(emit: (event: AppEvent) => void): ActiveJobs {
  const jobById = new Map<string, { readonly abort: AbortController; readonly ended: Promise<unknown> }>();
  return {
    run: async <Output>(jobId: string, request: Pick<JobRequest, 'worker' | 'data' | 'resourceLimits'>) => {
      if (jobById.has(jobId)) return refuse('badInput', 'A job with this id is running already.', 'jobId');
      const abort = new AbortController();
      const ended = runJob<Output>({
        ...request,
        signal: abort.signal,
        onProgress: (progress) => emit({ kind: 'progress', jobId, ...progress }),
      });
      jobById.set(jobId, { abort, ended });
      try {
        return await ended;
      } finally {
        jobById.delete(jobId);
      }
    },
    cancel: (jobId) => {
      const job = jobById.get(jobId);
      job?.abort.abort();
      return job !== undefined;
    },
    close: async () => {
      for (const job of jobById.values()) job.abort.abort();
      await Promise.all([...jobById.values()].map((job) => job.ended));
    },
  };
}
