/** A frame on the caller's thread and, where there is enough to do, on one more over the same memory. */
import { Worker } from 'node:worker_threads';
import { sharedFloat64, sharedInt32 } from '../../../core/replay/shared-columns.ts';
import { type ChunkWork, createChunkWorker, type PackedPart } from './chunk-work.ts';

/** What the second thread is told: its part first, then work on it. */
export type ToKernelWorker =
  | { readonly kind: 'part'; readonly part: PackedPart }
  | { readonly kind: 'work'; readonly work: ChunkWork; readonly state: Int32Array };

/** What becomes of posted work, in shared memory: whoever changes `posted` first has it. */
export const WORK = { posted: 0, begun: 1, done: 2, withdrawn: 3 } as const;

export interface ChunkThreads {
  readonly columns: ReturnType<typeof createChunkWorker>['columns'];
  readonly replayChunk: ReturnType<typeof createChunkWorker>['replayChunk'];
  /** Works through all chunks; returns the counts, all threads' together. `countLength` 0 counts nothing. */
  readonly work: (work: ThreadedWork) => Float64Array;
  /** How often the second thread took part. */
  readonly timesHelped: () => number;
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
  let timesHelped = 0;
  const helper = isWorth ? createHelper(part, workerUrl) : null;
  return {
    columns: own.columns,
    replayChunk: own.replayChunk,
    work: ({ endChunk, kernel, task, countLength, merge }) => {
      const counting = (): ChunkWork['count'] => (task === null ? null : { task, counts: sharedFloat64(countLength) });
      const share = { endChunk, kernel, next: sharedInt32(1) };
      const mine = counting();
      const theirs = counting();
      const helped = helper?.post({ ...share, count: theirs });
      own.work({ ...share, count: mine });
      switch (helped?.end()) {
        case undefined:
        case 'not begun':
          break;
        case 'done':
          timesHelped += 1;
          if (mine !== null && theirs !== null) merge(mine.counts, theirs.counts);
          break;
        case 'lost': {
          // All is done once more, here: both would write the same records.
          const again = counting();
          own.work({ ...share, next: sharedInt32(1), count: again });
          return again?.counts ?? NOTHING;
        }
      }
      return mine?.counts ?? NOTHING;
    },
    timesHelped: () => timesHelped,
    close: () => helper?.close(),
  };
}

const NOTHING = new Float64Array(0);

/** Below this a second thread costs more than it brings. */
const FEW_CHUNKS = 4;
/** A chunk takes a millisecond: a thread that began and has not ended by then is lost, and must not hang the app. */
const PATIENCE_MS = 2_000;

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
      const state = sharedInt32(1);
      thread().postMessage({ kind: 'work', work, state } satisfies ToKernelWorker);
      return {
        /** Called when no chunk is left: a helper that is still busy elsewhere need not begin any more. */
        end: (): 'not begun' | 'done' | 'lost' => {
          const before = Atomics.compareExchange(state, 0, WORK.posted, WORK.withdrawn);
          if (before === WORK.posted) return 'not begun';
          return Atomics.wait(state, 0, WORK.begun, PATIENCE_MS) === 'timed-out' ? 'lost' : 'done';
        },
      };
    },
    close: (): void => {
      void running?.terminate();
      running = undefined;
    },
  };
}
