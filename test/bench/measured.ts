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
  /** A slow one, of seconds a run: three rounds, and none to warm up. */
  readonly slow?: boolean;
}

const ROUNDS = 9;
const SLOW_ROUNDS = 3;

/** Runs all in turn, round by round, so that a slow moment of the machine hits every one of them. One round is for warming up. */
export async function measureInterleaved(measured: readonly Measured[]): Promise<readonly BenchRow[]> {
  const times = measured.map((): number[] => []);
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, { run, slow }] of measured.entries()) {
      if (slow === true ? round === 0 || round > SLOW_ROUNDS : false) continue;
      const startMs = performance.now();
      const answer = run();
      const own = answer instanceof Promise ? ((await answer) as unknown) : answer;
      const ms = typeof own === 'number' ? own : performance.now() - startMs;
      if (round > 0) times[index]?.push(ms);
    }
  }
  return measured.map(({ name }, index) => rowOf(name, times[index] ?? []));
}
