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
  const sorted = [...timesMs].sort((left, right) => left - right);
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
  readonly run: () => unknown;
}

/** Runs all in turn, round by round, so that a slow moment of the machine hits every one of them. One round is for warming up. */
export function measureInterleaved(measured: readonly Measured[], rounds: number): readonly BenchRow[] {
  const times = measured.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    measured.forEach(({ run }, index) => {
      const startMs = performance.now();
      run();
      if (round > 0) times[index]?.push(performance.now() - startMs);
    });
  }
  return measured.map(({ name }, index) => rowOf(name, times[index] ?? []));
}
