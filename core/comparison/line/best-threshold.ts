import type { LinePoint, LineTerms } from './line-point.ts';
import { rangeAround, type ThresholdRange } from './plateau.ts';

/**
 * `profit` where the value of an SQL and the cost of working a lead are given; else `separation`: the share of the SQLs that
 * is caught less the share of the other leads with a known outcome that is let through (Youden's J).
 */
export type BestBy = 'profit' | 'separation';

export interface BestThreshold {
  readonly by: BestBy;
  readonly threshold: number;
  readonly value: number;
  readonly standardError: number;
  /** The thresholds around the best, without a gap, at most one standard error worse: equally good (STATISTICS.md 4). */
  readonly plateau: ThresholdRange;
}

/** Of the whole cohort, however it scores. */
export interface CohortOutcomes {
  readonly leads: number;
  readonly sqls: number;
  readonly notConverted: number;
}

/**
 * The best of the thresholds (ascending), of equals the highest. Null without an SQL or without a lead that did not
 * convert, for then no threshold separates anything, or without a threshold.
 */
export function bestThreshold(
  points: readonly LinePoint[],
  cohort: CohortOutcomes,
  terms: LineTerms,
): BestThreshold | null {
  if (cohort.sqls === 0 || cohort.notConverted === 0) return null;
  const by = bestBy(terms);
  const values = points.map((point) => figureOf(point, cohort, terms));
  const best = indexOfBest(values.map(({ value }) => value));
  const [point, figure] = [points[best], values[best]];
  if (point === undefined || figure === undefined) return null;
  const { threshold } = point;
  const least = figure.value - figure.standardError;
  const near = points.map((one, index) => ({ threshold: one.threshold, value: values[index]?.value ?? Number.NaN }));
  const range = rangeAround(near, best, ({ value }) => value >= least);
  return { by, threshold, ...figure, plateau: range ?? { from: threshold, to: threshold } };
}

/** At most one standard error worse than the best, be it next to it or beyond a gap. */
export const isAsGoodAs = (best: BestThreshold, point: LinePoint, cohort: CohortOutcomes, terms: LineTerms): boolean =>
  figureOf(point, cohort, terms).value >= best.value - best.standardError;

export const bestBy = ({ valuePerSql, costPerLead }: LineTerms): BestBy =>
  valuePerSql === null || costPerLead === null ? 'separation' : 'profit';

/** Of equals the last one. */
export function indexOfBest(values: ArrayLike<number>): number {
  let best = 0;
  for (let index = 1; index < values.length; index += 1)
    if ((values[index] ?? Number.NaN) >= (values[best] ?? Number.NaN)) best = index;
  return best;
}

/** Its standard error is that of a sum over leads (profit) or of a difference of two independent shares (separation). */
function figureOf({ observed, converted, profit }: LinePoint, cohort: CohortOutcomes, terms: LineTerms) {
  if (profit !== null && terms.valuePerSql !== null && terms.costPerLead !== null) {
    const squares =
      converted * (terms.valuePerSql - terms.costPerLead) ** 2 + (observed - converted) * terms.costPerLead ** 2;
    return { value: profit, standardError: Math.sqrt(Math.max(0, squares - profit ** 2 / cohort.leads)) };
  }
  const caught = converted / cohort.sqls;
  const letThrough = (observed - converted) / cohort.notConverted;
  const variance = (caught * (1 - caught)) / cohort.sqls + (letThrough * (1 - letThrough)) / cohort.notConverted;
  return { value: caught - letThrough, standardError: Math.sqrt(variance) };
}
