/** Timings as the bench reports them: medians, with the least and the most beside them, since shared machines are noisy. */
import { performance } from 'node:perf_hooks';

export interface BenchRow {
  readonly name: string;
  readonly medianMs: number;
  readonly minMs: number;
  readonly maxMs: number;
  readonly n: number;
}

export function rowOf(name: string, timesMs: readonly number[]): BenchRow {
  const sorted = timesMs.toSorted((left, right) => left - right);
  return {
    name,
    medianMs: quantile(sorted, 0.5),
    minMs: quantile(sorted, 0),
    maxMs: quantile(sorted, 1),
    n: sorted.length,
  };
}

/** Nearest rank; `sorted` ascending. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;

export interface Measured {
  readonly name: string;
  /** What it answers may be its own time in milliseconds, as of a process that measures itself. */
  readonly run: () => unknown;
  /** One of many seconds a run: timed three times, and not run to warm up. */
  readonly slow?: boolean;
}

const BLOCKS = 3;
const ROUNDS_PER_BLOCK = 3;

/**
 * Runs all in turn, round by round, so that a slow moment of the machine hits every one of them. Three blocks: a round of
 * the quick ones that is not timed, three that are, then each of the slow ones once. So the quick ones are not the first
 * to run on what a slow one has left of the heap and the caches.
 */
export async function measureInterleaved(measured: readonly Measured[]): Promise<readonly BenchRow[]> {
  const times = new Map(measured.map((one) => [one, [] as number[]]));
  const quick = measured.filter(({ slow }) => slow !== true);
  const slow = measured.filter((one) => one.slow === true);
  for (let block = 0; block < BLOCKS; block += 1) {
    for (const one of quick) await timeOf(one);
    for (let round = 0; round < ROUNDS_PER_BLOCK; round += 1) {
      for (const one of quick) times.get(one)?.push(await timeOf(one));
    }
    for (const one of slow) times.get(one)?.push(await timeOf(one));
  }
  return measured.map((one) => rowOf(one.name, times.get(one) ?? []));
}

async function timeOf({ run }: Measured): Promise<number> {
  const startMs = performance.now();
  const answer = run();
  const own = answer instanceof Promise ? ((await answer) as unknown) : answer;
  return typeof own === 'number' ? own : performance.now() - startMs;
}
