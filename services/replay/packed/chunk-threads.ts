/** A frame on the caller's thread and, where there is enough to do, on one more over the same memory. */
import { Worker } from 'node:worker_threads';
import type { CountRow } from '../../../core/replay/packed/count-memory.ts';
import { sharedInt32 } from '../../../core/replay/shared-columns.ts';
import { type ChunkWork, createChunkWorker, type MadeCode, type PackedPart } from './chunk-work.ts';

/** What the second thread is told: its part first, then work on it. */
export type ToKernelWorker =
  | { readonly kind: 'part'; readonly part: PackedPart }
  | { readonly kind: 'work'; readonly work: ChunkWork; readonly state: Int32Array };

/** What becomes of posted work, in shared memory: whoever changes `posted` first has it. */
export const WORK = { posted: 0, begun: 1, done: 2, withdrawn: 3 } as const;

export interface ChunkThreads {
  readonly columns: ReturnType<typeof createChunkWorker>['columns'];
  readonly replayChunk: ReturnType<typeof createChunkWorker>['replayChunk'];
  /** Works through all chunks; answers which rows were counted in: the caller's own, and the second thread's if it took part. */
  readonly work: (work: ThreadedWork) => readonly CountRow[];
  /** How often the second thread took part. */
  readonly timesHelped: () => number;
  readonly close: () => void;
}

export interface ThreadedWork extends Pick<ChunkWork, 'endChunk' | 'kernel'> {
  /** Null counts nothing. Each call of `row` gives the thread's row with its sums at 0. */
  readonly count: { readonly code: MadeCode; readonly row: (thread: number) => CountRow } | null;
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
    work: ({ endChunk, kernel, count }) => {
      const share = { endChunk, kernel, next: sharedInt32(1) };
      const rowOf = (thread: number): CountRow | null => (count === null ? null : count.row(thread));
      const inRow = (row: CountRow | null): ChunkWork['count'] =>
        count === null || row === null ? null : { code: count.code, row: row.address };
      const mine = rowOf(0);
      const theirs = helper === null ? null : rowOf(1);
      const helped = helper?.post({ ...share, count: inRow(theirs) });
      own.work({ ...share, count: inRow(mine) });
      const rows = (...some: readonly (CountRow | null)[]) => some.filter((row) => row !== null);
      switch (helped?.end()) {
        case undefined:
        case 'not begun':
          return rows(mine);
        case 'done':
          timesHelped += 1;
          return rows(mine, theirs);
        case 'lost': {
          // All is done once more, here: both would write the same records.
          const again = rowOf(0);
          own.work({ ...share, next: sharedInt32(1), count: inRow(again) });
          return rows(again);
        }
      }
    },
    timesHelped: () => timesHelped,
    close: () => helper?.close(),
  };
}

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
  const end = (): void => {
    void running?.terminate();
    running = undefined;
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
          if (Atomics.wait(state, 0, WORK.begun, PATIENCE_MS) !== 'timed-out') return 'done';
          // Should it wake up after all, it must not write into a later frame.
          end();
          return 'lost';
        },
      };
    },
    close: end,
  };
}
