/** The app's side of the replay worker: numbered questions, and of those that wait under one key only the newest. */
import { Worker } from 'node:worker_threads';
import type { Reply } from '../../api/reply.ts';
import type { JobProgress } from '../jobs/job-messages.ts';
import type {
  FromReplayWorker,
  HistorySource,
  ReplayAnswers,
  ReplayRequest,
  ToReplayWorker,
} from './replay-protocol.ts';

export interface ReplayClient {
  /** With a `key`: while an earlier question of that key is being worked on only the newest waits, the others answer `superseded`. */
  readonly ask: <R extends ReplayRequest>(
    source: HistorySource,
    request: R,
    key?: string,
  ) => Promise<Reply<ReplayAnswers[R['kind']]>>;
  /** Starts the worker and has it read what is kept beside a workshop that is about to be opened and checked. */
  readonly prepare: (path: string) => void;
  /** Ends the worker; open questions answer `cancelled`. */
  readonly close: () => Promise<void>;
}

type Ask = () => Promise<Reply<unknown>>;

/** Questions of one key: one is being worked on, at most one waits. */
interface Lane {
  next: { readonly ask: Ask; readonly settle: (reply: Reply<unknown>) => void } | undefined;
}

/** `onProgress` hears how far the worker is with a question that takes long, and null when it has answered or ended. */
export function createReplayClient(
  workerUrl: URL,
  onProgress: (progress: JobProgress | null) => void = () => {},
): ReplayClient {
  let worker: Worker | undefined;
  let nextId = 1;
  const open = new Map<number, (reply: Reply<unknown>) => void>();
  const lanes = new Map<string, Lane>();

  let isReported = false;
  const endReports = (): void => {
    if (isReported) onProgress(null);
    isReported = false;
  };
  const settleAll = (reply: Reply<unknown>): void => {
    endReports();
    for (const settle of open.values()) settle(reply);
    open.clear();
  };
  const start = (): Worker => {
    const started = new Worker(workerUrl);
    started.on('message', (message: FromReplayWorker) => {
      if (worker !== started) return;
      if ('progress' in message) {
        isReported = true;
        onProgress(message.progress);
        return;
      }
      endReports();
      const settle = open.get(message.id);
      open.delete(message.id);
      settle?.(message.answer);
    });
    // A crashed worker costs its open questions; the next question starts a new one.
    const lost = (detail: string): void => {
      // One that was closed has answered already; what is open now waits for the one after it.
      if (worker !== started) return;
      worker = undefined;
      settleAll({ ok: false, error: { kind: 'unexpected', detail } });
    };
    started.on('error', (error) => lost(error instanceof Error ? error.message : String(error)));
    started.on('exit', () => lost('the replay worker ended'));
    started.unref();
    return started;
  };
  const post = (source: HistorySource, request: ReplayRequest): Promise<Reply<unknown>> =>
    new Promise((resolve) => {
      worker ??= start();
      const id = nextId;
      nextId += 1;
      open.set(id, resolve);
      worker.postMessage({ id, source, request } satisfies ToReplayWorker);
    });
  /** Runs the newest that waits in the lane, until none does. */
  const drain = async (key: string, lane: Lane): Promise<void> => {
    const next = lane.next;
    if (next === undefined) {
      lanes.delete(key);
      return;
    }
    lane.next = undefined;
    next.settle(await next.ask());
    await drain(key, lane);
  };
  const inTurn = async (key: string, ask: Ask): Promise<Reply<unknown>> => {
    const busy = lanes.get(key);
    if (busy !== undefined) {
      return new Promise((settle) => {
        busy.next?.settle({ ok: false, error: { kind: 'superseded', detail: 'a newer question took its place' } });
        busy.next = { ask, settle };
      });
    }
    const lane: Lane = { next: undefined };
    lanes.set(key, lane);
    const reply = await ask();
    void drain(key, lane);
    return reply;
  };
  return {
    ask: <R extends ReplayRequest>(source: HistorySource, request: R, key?: string) => {
      const ask = () => post(source, request);
      // The worker answers a request of a kind with the answer of that kind.
      return (key === undefined ? ask() : inTurn(key, ask)) as Promise<Reply<ReplayAnswers[R['kind']]>>;
    },
    prepare: (path) => {
      worker ??= start();
      worker.postMessage({ prepare: path } satisfies ToReplayWorker);
    },
    close: async () => {
      const ending = worker;
      worker = undefined;
      settleAll({ ok: false, error: { kind: 'cancelled', detail: '' } });
      if (ending !== undefined) await endWorker(ending);
    },
  };
}

/** How long a worker may take to close its file itself. */
const GRACE_MS = 1_000;

/** Ended by force only when it does not come to it: the database's own code would be torn down in the midst of its work. */
function endWorker(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    const byForce = setTimeout(() => void worker.terminate(), GRACE_MS);
    worker.once('exit', () => {
      clearTimeout(byForce);
      resolve();
    });
    worker.postMessage({ end: true } satisfies ToReplayWorker);
  });
}
