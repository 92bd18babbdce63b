/** Questions to the replay that take long are told of, so that whoever waits can stop them, even where the worker says nothing. */
import { type AppEvent, REPLAY_JOB } from '../../api/bridge.ts';
import type { Reply } from '../../api/reply.ts';
import type { ReplayClient } from '../replay/replay-client.ts';
import type { JobProgress } from './job-messages.ts';

export interface ToldWhenLong {
  /** What the worker says by itself; null: it has answered. */
  readonly onProgress: (progress: JobProgress | null) => void;
  /** The same client, of whose questions those that take long are told of. */
  readonly watched: (client: ReplayClient) => ReplayClient;
}

/** Calls `run` after a while, unless the function that it returns is called before. */
export type Later = (run: () => void, waitMs: number) => () => void;

/** Screens keep still for half a second more: a lever's frame is there long before. */
const SOON_MS = 250;

const WORKING = { phase: 'working', done: 0, total: null } as const;

export function createToldWhenLong(emit: (event: AppEvent) => void, later: Later = soon): ToldWhenLong {
  let waiting = 0;
  let isTold = false;
  let stopWaiting: (() => void) | null = null;
  const tell = (progress: JobProgress): void => {
    isTold = true;
    emit({ kind: 'progress', jobId: REPLAY_JOB, ...progress });
  };
  const end = (): void => {
    if (isTold) emit({ kind: 'progressEnded', jobId: REPLAY_JOB });
    isTold = false;
  };
  const waitAnew = (): void => {
    stopWaiting?.();
    stopWaiting = waiting === 0 ? null : later(() => (isTold ? undefined : tell(WORKING)), SOON_MS);
  };
  const watch = async <T>(asked: Promise<Reply<T>>): Promise<Reply<T>> => {
    waiting += 1;
    if (waiting === 1) waitAnew();
    const answer = await asked;
    waiting -= 1;
    // One that a newer took the place of was not worked on: what is being worked on goes on.
    const isPassedOver = !answer.ok && answer.error.kind === 'superseded' && waiting > 0;
    if (!isPassedOver) {
      end();
      waitAnew();
    }
    return answer;
  };
  return {
    onProgress: (progress) => (progress === null ? end() : tell(progress)),
    watched: (client) => ({
      ...client,
      ask: (source, request, key) => watch(client.ask(source, request, key)),
    }),
  };
}

const soon: Later = (run, waitMs) => {
  const timer = setTimeout(run, waitMs).unref();
  return () => clearTimeout(timer);
};
