/** Runs one long piece of work on a worker thread, with progress and cancel; the caller's thread stays free. */
import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { Reply } from '../../api/reply.ts';
import { refuse } from '../failure.ts';
import type { FromJob, JobProgress, ToJob } from './job-messages.ts';

export interface JobRequest {
  /** The worker's entry file: TypeScript when run from the sources, JavaScript from the bundle. */
  readonly worker: URL;
  /** Cloned to the worker. */
  readonly data: unknown;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: JobProgress) => void;
  readonly resourceLimits?: ResourceLimits;
  /** How long a cancelled worker may take to undo its work before it is ended. */
  readonly graceMs?: number;
}

const DEFAULT_GRACE_MS = 2_000;
const DEFAULT_LIMITS: ResourceLimits = { maxOldGenerationSizeMb: 4_096 };

/** Resolves once the worker has gone; a cancelled job answers `cancelled` whatever it had got to, unless it was done already. */
export function runJob<Output>(request: JobRequest): Promise<Reply<Output>> {
  if (request.signal.aborted) return Promise.resolve(refuse('cancelled', 'Cancelled before it began.'));
  const worker = new Worker(request.worker, {
    workerData: request.data,
    resourceLimits: request.resourceLimits ?? DEFAULT_LIMITS,
  });
  const { promise, resolve } = Promise.withResolvers<Reply<Output>>();
  let answer: Reply<Output> | null = null;
  let endForcibly: NodeJS.Timeout | undefined;
  const cancel = () => {
    worker.postMessage({ kind: 'cancel' } satisfies ToJob);
    endForcibly = setTimeout(() => void worker.terminate(), request.graceMs ?? DEFAULT_GRACE_MS);
  };
  request.signal.addEventListener('abort', cancel, { once: true });
  worker.on('message', (message: FromJob<Output>) => {
    if (message.kind === 'progress')
      request.onProgress({ phase: message.phase, done: message.done, total: message.total });
    else answer = message.kind === 'done' ? { ok: true, value: message.value } : { ok: false, error: message.failure };
  });
  worker.on('error', (thrown) => {
    answer ??= refuse('unexpected', describeCrash(thrown));
  });
  worker.on('exit', () => {
    clearTimeout(endForcibly);
    request.signal.removeEventListener('abort', cancel);
    resolve(answer ?? afterSilentExit(request.signal));
  });
  return promise;
}

const afterSilentExit = (signal: AbortSignal) =>
  signal.aborted
    ? refuse('cancelled', 'Cancelled; nothing was changed.')
    : refuse('unexpected', 'The work stopped without an answer; nothing was changed.');

function describeCrash(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'The work stopped; nothing was changed.';
  if ('code' in thrown && thrown.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return 'Not enough memory for this; nothing was changed.';
  return `${thrown.name}: ${thrown.message}`.slice(0, 200);
}
