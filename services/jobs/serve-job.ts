/** The worker's side of `runJob`: an entry file calls `serveJob` with its work, and no more. */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { Reply } from '../../api/reply.ts';
import type { FromJob, JobProgress } from './job-messages.ts';

export interface JobControl {
  /** Reports at most every tenth of a second, and whenever the phase changes. */
  readonly progress: (progress: JobProgress) => void;
  /** Asked between batches: work that blocks the thread gets no events. */
  readonly isCancelled: () => boolean;
}

export type JobWork<Data, Output> = (data: Data, control: JobControl) => Promise<Reply<Output>> | Reply<Output>;

const REPORT_EVERY_MS = 100;

/** `data` is what `runJob` was given; a work that throws crashes the worker, which `runJob` answers as `unexpected`. */
export async function serveJob<Data, Output>(work: JobWork<Data, Output>): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('serveJob runs on a worker thread only');
  const post = (message: FromJob<Output>) => port.postMessage(message);
  let cancelled = false;
  let reported: { readonly phase: string; readonly atMs: number } | null = null;
  const reply = await work(workerData as Data, {
    progress: (progress) => {
      const nowMs = performance.now();
      if (reported !== null && reported.phase === progress.phase && nowMs - reported.atMs < REPORT_EVERY_MS) return;
      reported = { phase: progress.phase, atMs: nowMs };
      post({ kind: 'progress', ...progress });
    },
    isCancelled: () => {
      cancelled ||= receiveMessageOnPort(port) !== undefined;
      return cancelled;
    },
  });
  post(reply.ok ? { kind: 'done', value: reply.value } : { kind: 'failed', failure: reply.error });
}
