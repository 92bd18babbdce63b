/** Thresholds that keep a promise (STATISTICS.md 4, "Capacity" and "Constrained pick"). */
import { LEAST_KNOWN } from '../../measures/least-counts.ts';
import type { LinePoint } from './line-point.ts';
import { highestOverCapacity, type Line } from './sweep-line.ts';

/** The lowest threshold (of ascending ones) at which nine weeks in ten stay within the capacity; null where none does. */
export const capacityThreshold = (points: readonly LinePoint[], capacityPerWeek: number | null): number | null =>
  capacityPerWeek === null ? null : (points.find(({ p90PerWeek }) => p90PerWeek <= capacityPerWeek)?.threshold ?? null);

/**
 * The lowest of the thresholds (ascending) from which on nine weeks in ten stay within the capacity at every threshold, those
 * between them and above them as well. Higher than `capacityThreshold` where a higher threshold breaks it again. Null without a
 * capacity, or where even the highest is too low.
 */
export function capacityHoldsFrom(
  points: readonly LinePoint[],
  line: Line,
  capacityPerWeek: number | null,
): number | null {
  if (capacityPerWeek === null) return null;
  const over = highestOverCapacity(line, capacityPerWeek) ?? Number.NEGATIVE_INFINITY;
  return points.find(({ threshold }) => threshold > over)?.threshold ?? null;
}

export interface PickTerms {
  /** The worst conversion that sales still accepts; null: any. */
  readonly leastRate: number | null;
  readonly capacityPerWeek: number | null;
}

/**
 * Where most SQLs are caught while conversion is at least `leastRate` and nine weeks in ten stay within the capacity; of
 * equals the highest. A rate of fewer than 20 known outcomes is no promise. Null where no threshold allows both, or nothing is
 * asked for.
 */
export function constrainedPick(
  points: readonly LinePoint[],
  { leastRate, capacityPerWeek }: PickTerms,
): LinePoint | null {
  if (leastRate === null && capacityPerWeek === null) return null;
  let best: LinePoint | null = null;
  for (const point of points) {
    if (leastRate !== null && !isKnownToConvert(point, leastRate)) continue;
    if (capacityPerWeek !== null && point.p90PerWeek > capacityPerWeek) continue;
    if (best === null || point.converted >= best.converted) best = point;
  }
  return best;
}

const isKnownToConvert = ({ observed, rate }: LinePoint, leastRate: number): boolean =>
  observed >= LEAST_KNOWN && rate !== null && rate >= leastRate;
