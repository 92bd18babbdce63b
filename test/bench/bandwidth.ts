/** How fast this machine copies memory: what no kernel can be faster than. */
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { sharedFloat64, sharedInt32 } from '../../core/replay/shared-columns.ts';
import { quantile } from './measured.ts';

export interface Bandwidth {
  /** Bytes read plus bytes written, a second, in GB (10^9). */
  readonly oneThreadGBs: number;
  readonly twoThreadsGBs: number;
}

export interface CopyTask {
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Shared; at index 0 the number of the round to run, at 1 the number of the last one done. */
  readonly rounds: Int32Array;
}

/** 256 MB in all: far beyond every cache. */
const NUMBERS = 16 * 1024 * 1024;
const ROUNDS = 9;

export async function measureBandwidth(): Promise<Bandwidth> {
  const from = sharedFloat64(NUMBERS).fill(1);
  const to = sharedFloat64(NUMBERS).fill(2);
  const middle = NUMBERS / 2;
  const rounds = sharedInt32(2);
  const worker = new Worker(new URL('./copy-worker.ts', import.meta.url), {
    workerData: { from: from.subarray(middle), to: to.subarray(middle), rounds } satisfies CopyTask,
  });
  await once(worker, 'online');
  const copyAlone = (): void => to.set(from);
  const copyWithHelp = (): void => {
    const round = Atomics.add(rounds, 0, 1) + 1;
    Atomics.notify(rounds, 0);
    to.subarray(0, middle).set(from.subarray(0, middle));
    while (Atomics.load(rounds, 1) < round) Atomics.wait(rounds, 1, round - 1, 50);
  };
  const times: { readonly alone: number[]; readonly helped: number[] } = { alone: [], helped: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const alone = timed(copyAlone);
    const helped = timed(copyWithHelp);
    if (round === 0) continue;
    times.alone.push(alone);
    times.helped.push(helped);
  }
  await worker.terminate();
  return { oneThreadGBs: gbPerSecond(times.alone), twoThreadsGBs: gbPerSecond(times.helped) };
}

function timed(run: () => void): number {
  const startMs = performance.now();
  run();
  return performance.now() - startMs;
}

const gbPerSecond = (timesMs: readonly number[]): number =>
  (2 * NUMBERS * Float64Array.BYTES_PER_ELEMENT) /
  1e6 /
  quantile(
    timesMs.toSorted((left, right) => left - right),
    0.5,
  );
