import type { Interval } from '../../statistics/interval.ts';

/** Half of the last digit that is written. */
const ROUNDS_TO_NOTHING = 0.0005;

/**
 * How many decimals a difference and its interval are written with, in points: one, and a second where the end nearer to 0 would
 * else read as 0 in an interval that leaves 0 out.
 */
export function pointDigits(interval: Interval | null): 1 | 2 {
  if (interval === null || interval[0] * interval[1] <= 0) return 1;
  return Math.min(Math.abs(interval[0]), Math.abs(interval[1])) < ROUNDS_TO_NOTHING ? 2 : 1;
}
