/** How fast this machine copies memory, beside the rows of a run: what no kernel can be faster than. */
import { Worker } from 'node:worker_threads';
import { sharedFloat64, sharedInt32 } from '../../core/replay/shared-columns.ts';
import type { BenchRow, Measured } from './measured.ts';

/** Bytes read plus bytes written, a second, in GB (10^9). */
export interface Bandwidth {
  readonly oneThreadGBs: number;
  readonly twoThreadsGBs: number;
}

export interface CopyTask {
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Shared; at index 0 the number of the round to run, at 1 the number of the last one done. */
  readonly rounds: Int32Array;
}

export interface CopyRows {
  readonly rows: readonly Measured[];
  readonly bandwidthOf: (rows: readonly BenchRow[]) => Bandwidth;
  readonly close: () => void;
}

/** 256 MB in all: far beyond every cache. */
const NUMBERS = 16 * 1024 * 1024;

export function copyRows(size: '100k' | '1m'): CopyRows {
  const from = sharedFloat64(NUMBERS).fill(1);
  const to = sharedFloat64(NUMBERS).fill(2);
  const middle = NUMBERS / 2;
  const rounds = sharedInt32(2);
  const worker = new Worker(new URL('./copy-worker.ts', import.meta.url), {
    workerData: { from: from.subarray(middle), to: to.subarray(middle), rounds } satisfies CopyTask,
  });
  const names = [`copy-${size}-1w`, `copy-${size}-2w`] as const;
  const gbPerSecond = (rows: readonly BenchRow[], name: string): number =>
    (from.byteLength + to.byteLength) / 1e6 / (rows.find((row) => row.name === name)?.medianMs ?? Number.NaN);
  return {
    rows: [
      { name: names[0], run: () => to.set(from) },
      {
        name: names[1],
        run: () => {
          const round = Atomics.add(rounds, 0, 1) + 1;
          Atomics.notify(rounds, 0);
          to.subarray(0, middle).set(from.subarray(0, middle));
          // The first round waits for the thread to start.
          while (Atomics.load(rounds, 1) < round) Atomics.wait(rounds, 1, round - 1, 50);
        },
      },
    ],
    bandwidthOf: (rows) => ({ oneThreadGBs: gbPerSecond(rows, names[0]), twoThreadsGBs: gbPerSecond(rows, names[1]) }),
    close: () => void worker.terminate(),
  };
}
