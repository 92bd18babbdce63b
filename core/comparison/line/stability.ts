import { bootstrapCells, drawsQuantile, type Resampling } from '../../statistics/bootstrap.ts';
import { bestBy, type CohortOutcomes, indexOfBest } from './best-threshold.ts';
import type { LinePoint, LineTerms } from './line-point.ts';
import type { ThresholdRange } from './plateau.ts';

/** Whether the leads of another year would have chosen the same threshold. */
export interface Stability {
  /** Of the draws: those whose best threshold is at most one step of the sweep from the agreed one. */
  readonly share: number;
  /** The resamples that have both outcomes: in the others nothing is best. */
  readonly draws: number;
  /** `share` is at least 60 %. */
  readonly isStable: boolean;
  /** Where the best lies in the middle 80 % of the draws. */
  readonly range: ThresholdRange;
  readonly resamples: number;
  readonly seed: number;
}

/** Enough for a share to about three points. */
const RESAMPLING: Resampling = { seed: 6, resamples: 300 };
const LEAST_SHARE = 0.6;

/**
 * Leads are drawn again, as many as there are, from those between each threshold and the next by outcome (which is exactly the
 * bootstrap of leads), and the best threshold of each draw is sought as in `bestThreshold` (STATISTICS.md 4, "Stability badge").
 * `points` ascending, `agreed` one of their thresholds. Null where nothing can be best, or `agreed` is not among them.
 */
export function stabilityOf(
  points: readonly LinePoint[],
  agreed: number,
  cohort: CohortOutcomes,
  terms: LineTerms,
): Stability | null {
  const place = points.findIndex(({ threshold }) => threshold === agreed);
  if (place === -1 || cohort.sqls === 0 || cohort.notConverted === 0) return null;
  const best = bootstrapCells(cellsOf(points, cohort), RESAMPLING, (drawn) => bestOfDraw(drawn, terms));
  const within = best.filter((index) => Math.abs(index - place) <= 1).length;
  const draws = best.filter((index) => !Number.isNaN(index)).length;
  const share = within / Math.max(1, draws);
  return {
    share,
    draws,
    isStable: share >= LEAST_SHARE,
    range: { from: thresholdAt(points, drawsQuantile(best, 0.1)), to: thresholdAt(points, drawsQuantile(best, 0.9)) },
    ...RESAMPLING,
  };
}

const thresholdAt = (points: readonly LinePoint[], index: number | null): number =>
  points[Math.round(index ?? 0)]?.threshold ?? 0;

const KINDS = 3;

/** Converted, not converted and unknown below the first threshold, between each and the next, and above the last. */
function cellsOf(points: readonly LinePoint[], cohort: CohortOutcomes): readonly number[] {
  const atLeast = [
    { reached: cohort.leads, observed: cohort.sqls + cohort.notConverted, converted: cohort.sqls },
    ...points,
    { reached: 0, observed: 0, converted: 0 },
  ];
  return atLeast.slice(0, -1).flatMap((here, index) => {
    const above = atLeast[index + 1] ?? here;
    const converted = here.converted - above.converted;
    const observed = here.observed - above.observed;
    return [converted, observed - converted, here.reached - above.reached - observed];
  });
}

/** The index of the best point; NaN where a draw has one outcome only. */
function bestOfDraw(drawn: Float64Array, terms: LineTerms): number {
  let [sqls, others] = [0, 0];
  for (let cell = 0; cell < drawn.length; cell += KINDS) {
    sqls += drawn[cell] ?? 0;
    others += drawn[cell + 1] ?? 0;
  }
  if (sqls === 0 || others === 0) return Number.NaN;
  const byProfit = bestBy(terms) === 'profit';
  const figures = new Float64Array(drawn.length / KINDS - 1);
  let [converted, notConverted] = [0, 0];
  for (let index = figures.length - 1; index >= 0; index -= 1) {
    const cell = (index + 1) * KINDS;
    converted += drawn[cell] ?? 0;
    notConverted += drawn[cell + 1] ?? 0;
    figures[index] = byProfit
      ? (terms.valuePerSql ?? 0) * converted - (terms.costPerLead ?? 0) * (converted + notConverted)
      : converted / sqls - notConverted / others;
  }
  return indexOfBest(figures);
}
