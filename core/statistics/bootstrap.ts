import { numberAt } from '../at.ts';
import { createDraws } from './draws.ts';
import type { Interval } from './interval.ts';
import { normalQuantile, normalShareBelow, Z_95 } from './normal.ts';
import { quantile } from './quantile.ts';

export interface Resampling {
  readonly seed: number;
  /** 500 for an error, 2,000 to look, 10,000 for a report (STATISTICS.md 2). */
  readonly resamples: number;
}

/** Up to so many leads a cell, each lead is drawn by itself: cheaper than a binomial draw for each cell. */
const LEADS_A_CELL = 16;

/**
 * As many leads as there are, drawn from them with replacement again and again: `statistic` of each draw, in the order drawn. Leads
 * of one cell are alike, so a draw is a count for each cell (a multinomial one, which is exactly the bootstrap of leads;
 * STATISTICS.md 2). All figures of one draw are of the same leads: take those to be compared from one statistic. `drawn` is used
 * again for the next draw. Where the statistic does not exist in a draw it answers NaN, which the intervals leave out.
 */
export function bootstrapCells(
  counts: readonly number[],
  { seed, resamples }: Resampling,
  statistic: (drawn: Float64Array) => number,
): Float64Array {
  const { uniform, binomial } = createDraws(seed);
  const leads = counts.reduce((sum, count) => sum + count, 0);
  const drawn = new Float64Array(counts.length);
  const cellOfLead = leads > LEADS_A_CELL * counts.length ? null : cellsOf(counts, leads);
  return Float64Array.from({ length: resamples }, () => {
    if (cellOfLead === null) drawByCell(counts, leads, drawn, binomial);
    else {
      drawn.fill(0);
      for (let lead = 0; lead < leads; lead += 1) {
        const cell = cellOfLead[Math.floor(uniform() * leads)] ?? 0;
        drawn[cell] = (drawn[cell] ?? 0) + 1;
      }
    }
    return statistic(drawn);
  });
}

function cellsOf(counts: readonly number[], leads: number): Uint32Array {
  const cells = new Uint32Array(leads);
  let from = 0;
  counts.forEach((count, cell) => {
    cells.fill(cell, from, from + count);
    from += count;
  });
  return cells;
}

/** One cell after the other: of the leads left, the share that the cell has of the counts left. */
function drawByCell(
  counts: readonly number[],
  leads: number,
  drawn: Float64Array,
  binomial: (trials: number, chance: number) => number,
): void {
  let [toDraw, countLeft] = [leads, leads];
  for (let cell = 0; cell < counts.length; cell += 1) {
    const count = numberAt(counts, cell);
    const here = count === 0 ? 0 : binomial(toDraw, count / countLeft);
    drawn[cell] = here;
    toDraw -= here;
    countLeft -= count;
  }
}

/** The draws that exist, ascending. */
const sorted = (draws: Float64Array): Float64Array => draws.filter((draw) => !Number.isNaN(draw)).sort();

/** The value that `share` of the draws lie below; null without draws. */
export function drawsQuantile(draws: Float64Array, share: number): number | null {
  const ascending = sorted(draws);
  return ascending.length === 0 ? null : quantile(ascending, share);
}

/** The standard deviation of the draws; null with fewer than two. */
export function bootstrapError(draws: Float64Array): number | null {
  const all = sorted(draws);
  if (all.length < 2) return null;
  const mean = all.reduce((sum, draw) => sum + draw, 0) / all.length;
  return Math.sqrt(all.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / (all.length - 1));
}

/** The middle 95 % of the draws: for differences of rates (STATISTICS.md 2). Null without draws. */
export function percentileInterval(draws: Float64Array): Interval | null {
  const ascending = sorted(draws);
  return ascending.length === 0 ? null : [quantile(ascending, 0.025), quantile(ascending, 0.975)];
}

/** The percentile interval turned around the estimate: only for comparison with what others print. */
export function basicInterval(draws: Float64Array, estimate: number): Interval | null {
  const percentile = percentileInterval(draws);
  return percentile && [2 * estimate - percentile[1], 2 * estimate - percentile[0]];
}

/**
 * Efron's BCa interval, 95 %: percentiles shifted for bias (how many draws lie below the estimate) and for skew (`acceleration`),
 * for money, whose tail is long (STATISTICS.md 2). Null where all draws lie on one side of the estimate, or there are none.
 */
export function bcaInterval(draws: Float64Array, estimate: number, acceleration: number): Interval | null {
  const ascending = sorted(draws);
  let below = 0;
  for (const draw of ascending) below += draw < estimate ? 1 : draw === estimate ? 0.5 : 0;
  if (below === 0 || below === ascending.length) return null;
  const bias = normalQuantile(below / ascending.length);
  const shareAt = (z: number): number => normalShareBelow(bias + (bias + z) / (1 - acceleration * (bias + z)));
  return [quantile(ascending, shareAt(-Z_95)), quantile(ascending, shareAt(Z_95))];
}

/**
 * The acceleration of BCa, from what each lead adds to the estimate: its influence, or how much the estimate falls without it
 * (mean of the estimates without one, less the one without this). 0 where no lead adds anything.
 */
export function accelerationOf(influences: ArrayLike<number>): number {
  let [squares, cubes] = [0, 0];
  for (let index = 0; index < influences.length; index += 1) {
    const influence = numberAt(influences, index);
    squares += influence * influence;
    cubes += influence ** 3;
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}
