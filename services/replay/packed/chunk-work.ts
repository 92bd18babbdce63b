/** One thread's share of a frame: it takes chunk after chunk until none is left. */
import type { PackedChunk, PackedColumns, PackedStore } from '../../../core/replay/packed/packed-store.ts';
import { packedColumns } from '../../../core/replay/packed/packed-store.ts';
import { type RunPairs, runnerOf, type WasmMemory, type WasmModule } from './web-assembly.ts';

/** What a thread holds of a packed history: posted to it once. */
export interface PackedPart {
  readonly memory: WasmMemory;
  readonly store: Pick<PackedStore, 'sizes' | 'addresses' | 'chunks'>;
}

/** Code for one purpose; equal keys are equal code. */
export interface MadeCode {
  readonly key: string;
  readonly module: WasmModule;
}

export interface ChunkWork {
  /** Chunks up to this one (not included). */
  readonly endChunk: number;
  /** Null reads the records as they are. */
  readonly kernel: MadeCode | null;
  /** Null counts nothing; `row` is the byte address of the thread's own row of counts. */
  readonly count: { readonly code: MadeCode; readonly row: number } | null;
  /** Shared by the threads: the next chunk nobody has taken. */
  readonly next: Int32Array;
}

export interface ChunkWorker {
  readonly work: (work: ChunkWork) => void;
  /** One chunk out of turn. */
  readonly replayChunk: (kernel: MadeCode, chunk: PackedChunk) => void;
  readonly columns: PackedColumns;
}

export function createChunkWorker({ memory, store }: PackedPart): ChunkWorker {
  const kernelOf = runners(memory, 'run');
  const counterOf = runners(memory, 'count');
  const replayChunk: ChunkWorker['replayChunk'] = (kernel, { firstPair, endPair, evenRecords, oddRecords }) =>
    kernelOf(kernel)(firstPair, endPair, evenRecords, oddRecords);
  return {
    columns: packedColumns({ ...store, memory: memory.buffer }),
    replayChunk,
    work: ({ endChunk, kernel, count, next }) => {
      const run = kernel === null ? null : kernelOf(kernel);
      const counter = count === null ? null : counterOf(count.code);
      for (let index = Atomics.add(next, 0, 1); index < endChunk; index = Atomics.add(next, 0, 1)) {
        const chunk = store.chunks[index];
        if (chunk === undefined) continue;
        const { firstPair, endPair, evenRecords, oddRecords } = chunk;
        run?.(firstPair, endPair, evenRecords, oddRecords);
        counter?.(firstPair, endPair, evenRecords, oddRecords, count?.row);
      }
    },
  };
}

/** Code made ready on this thread, kept by key: a frame and its baseline take turns. */
function runners(memory: WasmMemory, name: 'run' | 'count'): (code: MadeCode) => RunPairs {
  const known = new Map<string, RunPairs>();
  return ({ key, module }) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= MOST_KNOWN) known.clear();
    const made = runnerOf(module, memory, name);
    known.set(key, made);
    return made;
  };
}

const MOST_KNOWN = 16;
