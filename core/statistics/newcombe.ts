import type { Interval } from './interval.ts';
import { wilsonInterval } from './wilson.ts';

/** `observed` leads with a known outcome, `converted` of them. */
export interface Counted {
  readonly converted: number;
  readonly observed: number;
}

/** `difference`: the first rate less the second, −1 to 1; `interval`: 95 %. */
export interface RateDifference {
  readonly difference: number;
  readonly interval: Interval;
}

/**
 * The difference of the rates of two groups without a lead in common, with Newcombe's interval (his method 10: Wilson's
 * limits joined by squares; STATISTICS.md 1.2). Null where nothing was observed in one of them.
 */
export function rateDifference(one: Counted, other: Counted): RateDifference | null {
  const ofOne = wilsonInterval(one.converted, one.observed);
  const ofOther = wilsonInterval(other.converted, other.observed);
  if (ofOne === null || ofOther === null) return null;
  const first = one.converted / one.observed;
  const second = other.converted / other.observed;
  const difference = first - second;
  return {
    difference,
    interval: [
      difference - Math.hypot(first - ofOne[0], ofOther[1] - second),
      difference + Math.hypot(ofOne[1] - first, second - ofOther[0]),
    ],
  };
}
