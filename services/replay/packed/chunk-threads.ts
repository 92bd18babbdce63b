/** A frame on the caller's thread and, where there is enough to do, on one more over the same memory. */
import { Worker } from 'node:worker_threads';
import { sharedFloat64, sharedInt32 } from '../../../core/replay/shared-columns.ts';
import { type ChunkWork, createChunkWorker, type PackedPart } from './chunk-work.ts';

/** What the second thread is told: its part first, then work on it. */
export type ToKernelWorker =
  | { readonly kind: 'part'; readonly part: PackedPart }
  | { readonly kind: 'work'; readonly work: ChunkWork; readonly done: Int32Array };

export interface ChunkThreads {
  readonly columns: ReturnType<typeof createChunkWorker>['columns'];
  readonly replayChunk: ReturnType<typeof createChunkWorker>['replayChunk'];
  /** Works through all chunks; returns the counts, all threads' together. `countLength` 0 counts nothing. */
  readonly work: (work: ThreadedWork) => Float64Array;
  readonly close: () => void;
}

export interface ThreadedWork extends Pick<ChunkWork, 'endChunk' | 'kernel'> {
  readonly task: NonNullable<ChunkWork['count']>['task'] | null;
  /** Length of the row of counts, and where in it the places begin that are lists, not sums. */
  readonly countLength: number;
  readonly merge: (into: Float64Array, from: Float64Array) => void;
}

/** `workerUrl` null: one thread only. The second thread ends with the first. */
export function createChunkThreads(part: PackedPart, workerUrl: URL | null): ChunkThreads {
  const own = createChunkWorker(part);
  const isWorth = workerUrl !== null && part.store.chunks.length > FEW_CHUNKS;
  const helper = isWorth ? createHelper(part, workerUrl) : null;
  return {
    columns: own.columns,
    replayChunk: own.replayChunk,
    work: ({ endChunk, kernel, task, countLength, merge }) => {
      const counting = (): ChunkWork['count'] => (task === null ? null : { task, counts: sharedFloat64(countLength) });
      const share = { endChunk, kernel, next: sharedInt32(1) };
      const mine = counting();
      const theirs = counting();
      const startedMs = performance.now();
      const post = helper?.post({ ...share, count: theirs });
      own.work({ ...share, count: mine });
      if (post === undefined) return mine?.counts ?? new Float64Array(0);
      if (post.wait(PATIENCE_MS + 4 * (performance.now() - startedMs))) {
        if (mine !== null && theirs !== null) merge(mine.counts, theirs.counts);
        return mine?.counts ?? new Float64Array(0);
      }
      // A lost helper must not hang the app: all is done once more, here. Both would write the same records.
      const again = counting();
      own.work({ ...share, next: sharedInt32(1), count: again });
      return again?.counts ?? new Float64Array(0);
    },
    close: () => helper?.close(),
  };
}

/** Below this a second thread costs more than it brings. */
const FEW_CHUNKS = 4;
/** The first work waits for the thread to start. */
const PATIENCE_MS = 1_000;

function createHelper(part: PackedPart, workerUrl: URL) {
  let running: Worker | undefined;
  const thread = (): Worker => {
    if (running !== undefined) return running;
    const started = new Worker(workerUrl);
    const lost = (): void => {
      if (running === started) running = undefined;
    };
    started.on('error', lost);
    started.on('exit', lost);
    started.unref();
    started.postMessage({ kind: 'part', part } satisfies ToKernelWorker);
    running = started;
    return started;
  };
  return {
    post: (work: ChunkWork) => {
      const done = sharedInt32(1);
      thread().postMessage({ kind: 'work', work, done } satisfies ToKernelWorker);
      return { wait: (patienceMs: number): boolean => Atomics.wait(done, 0, 0, patienceMs) !== 'timed-out' };
    },
    close: (): void => {
      void running?.terminate();
      running = undefined;
    },
  };
}
