/** A frame on the caller's thread and, where there is one, on a second over the same memory. */
import type { CountRow } from '../../../core/replay/packed/count-memory.ts';
import { sharedInt32 } from '../../../core/replay/shared-columns.ts';
import { type ChunkWork, createChunkWorker, type MadeCode, type PackedPart } from './chunk-work.ts';
import type { SecondThread } from './second-thread.ts';

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

/** `second` null: one thread only. */
export function createChunkThreads(part: PackedPart, second: SecondThread | null): ChunkThreads {
  const own = createChunkWorker(part);
  const number = second?.hold(part) ?? 0;
  let timesHelped = 0;
  return {
    columns: own.columns,
    replayChunk: own.replayChunk,
    work: ({ endChunk, kernel, count }) => {
      const share = { endChunk, kernel, next: sharedInt32(1) };
      const rowOf = (thread: number): CountRow | null => (count === null ? null : count.row(thread));
      const inRow = (row: CountRow | null): ChunkWork['count'] =>
        count === null || row === null ? null : { code: count.code, row: row.address };
      const mine = rowOf(0);
      const theirs = second === null ? null : rowOf(1);
      const helped = second?.post({ kind: 'chunks', part: number, work: { ...share, count: inRow(theirs) } });
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
    close: () => second?.forget(number),
  };
}
