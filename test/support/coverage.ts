import { createDraws, type Draws } from '../../core/statistics/draws.ts';
import type { Interval } from '../../core/statistics/interval.ts';

/** A history that is drawn again and again, of which the true figure is known. */
export interface CoverageSetting {
  readonly name: string;
  /** The interval of one history, and the truth that it should hold. */
  readonly draw: (draws: Draws) => { readonly truth: number; readonly interval: Interval | null };
}

export interface Coverage {
  readonly name: string;
  /** How many histories had an interval. */
  readonly runs: number;
  /** The share of them whose interval held the truth. */
  readonly share: number;
}

/** How often the interval holds the truth. The error of `share` is about √(0.05 · 0.95 / runs). */
export function coverageOf({ name, draw }: CoverageSetting, seed: number, runs: number): Coverage {
  const draws = createDraws(seed);
  let [withInterval, covered] = [0, 0];
  for (let run = 0; run < runs; run += 1) {
    const { truth, interval } = draw(draws);
    if (interval === null) continue;
    withInterval += 1;
    if (interval[0] <= truth && truth <= interval[1]) covered += 1;
  }
  return { name, runs: withInterval, share: covered / withInterval };
}

/** How many of `leads` fall to each share; what the shares leave falls to nobody. */
export function drawCells({ binomial }: Draws, leads: number, shares: readonly number[]): readonly number[] {
  let [left, shareLeft] = [leads, 1];
  return shares.map((share) => {
    const here = binomial(left, Math.min(1, share / shareLeft));
    left -= here;
    shareLeft -= share;
    return here;
  });
}
