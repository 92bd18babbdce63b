/** One thread's share of a frame: it takes chunk after chunk until none is left. */
import { type CountTask, countLevels } from '../../../core/replay/packed/count-levels.ts';
import type { PackedChunk, PackedColumns, PackedStore } from '../../../core/replay/packed/packed-store.ts';
import { packedColumns } from '../../../core/replay/packed/packed-store.ts';
import { type RunPairs, runnerOf, type WasmMemory, type WasmModule } from './web-assembly.ts';

/** What a thread holds of a packed history: posted to it once. */
export interface PackedPart {
  readonly memory: WasmMemory;
  readonly store: Pick<PackedStore, 'sizes' | 'addresses' | 'chunks'>;
}

export interface ChunkWork {
  /** Chunks up to this one (not included). */
  readonly endChunk: number;
  /** Null reads the records as they are. */
  readonly kernel: { readonly key: string; readonly module: WasmModule } | null;
  /** Null counts nothing. */
  readonly count: { readonly task: CountTask; readonly counts: Float64Array } | null;
  /** Shared by the threads: the next chunk nobody has taken. */
  readonly next: Int32Array;
}

export interface ChunkWorker {
  readonly work: (work: ChunkWork) => void;
  /** One chunk out of turn. */
  readonly replayChunk: (kernel: NonNullable<ChunkWork['kernel']>, chunk: PackedChunk) => void;
  readonly columns: PackedColumns;
}

export function createChunkWorker({ memory, store }: PackedPart): ChunkWorker {
  const columns = packedColumns({ ...store, memory: memory.buffer });
  let made: { readonly key: string; readonly run: RunPairs } | undefined;
  const runner = ({ key, module }: NonNullable<ChunkWork['kernel']>): RunPairs => {
    if (made?.key === key) return made.run;
    const run = runnerOf(module, memory);
    made = { key, run };
    return run;
  };
  const replayChunk: ChunkWorker['replayChunk'] = (kernel, { firstPair, endPair, evenRecords, oddRecords }) => {
    runner(kernel)(firstPair, endPair, evenRecords, oddRecords);
  };
  return {
    columns,
    replayChunk,
    work: ({ endChunk, kernel, count, next }) => {
      for (let index = Atomics.add(next, 0, 1); index < endChunk; index = Atomics.add(next, 0, 1)) {
        const chunk = store.chunks[index];
        if (chunk === undefined) continue;
        if (kernel !== null) replayChunk(kernel, chunk);
        if (count !== null) countLevels(columns, chunk, count.task, count.counts);
      }
    },
  };
}
