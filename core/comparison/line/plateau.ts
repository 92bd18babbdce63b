/** Which thresholds are equally good: the range in which people may pick a round number. */
import { LEAST_KNOWN } from '../../measures/least-counts.ts';
import type { Interval } from '../../statistics/interval.ts';

/** Both ends included. */
export interface ThresholdRange {
  readonly from: number;
  readonly to: number;
}

export interface ThresholdRate {
  readonly threshold: number;
  readonly observed: number;
  readonly rate: number | null;
  readonly interval: Interval | null;
}

/**
 * The thresholds around `at`, without a gap, that convert as it does: their rates lie within the 95 % interval of the rate at
 * `at`, which is as closely as that is known. (Rates of nested sets of leads could be told apart more sharply, by half a point
 * of score: of that no choice should be made.) `points` ascending; what lies between two of them reads as the higher. Null where
 * there is none but `at` itself, or too little is known.
 */
export function plateauAround(points: readonly ThresholdRate[], at: number): ThresholdRange | null {
  const index = points.findIndex(({ threshold }) => threshold >= at);
  const [low, high] = points[index]?.interval ?? [Number.NaN, Number.NaN];
  const range = rangeAround(
    points,
    index,
    ({ observed, rate }) => observed >= LEAST_KNOWN && rate !== null && rate >= low && rate <= high,
  );
  return range && { from: Math.min(range.from, at), to: range.to };
}

/** The widest run of thresholds around `index` of which each holds; null where it is one threshold only. */
export function rangeAround<P extends { readonly threshold: number }>(
  points: readonly P[],
  index: number,
  holds: (point: P) => boolean,
): ThresholdRange | null {
  const doesHold = (place: number): boolean => {
    const point = points[place];
    return point !== undefined && holds(point);
  };
  if (!doesHold(index)) return null;
  let [from, to] = [index, index];
  while (doesHold(from - 1)) from -= 1;
  while (doesHold(to + 1)) to += 1;
  const ends = [points[from]?.threshold, points[to]?.threshold] as const;
  return ends[0] === undefined || ends[1] === undefined || ends[0] === ends[1] ? null : { from: ends[0], to: ends[1] };
}
