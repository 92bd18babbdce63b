import { shareTop } from '../../../charts/axis.ts';
import type { ProfileRow } from './profile-rows.ts';

/** One scale for the rates of all rows, from 0 to `top`. */
export interface RateScale {
  readonly top: number;
  /** The rate of all leads. */
  readonly base: number;
}

/** Intervals of fewer known outcomes reach nearly everywhere; they do not stretch the scale, and end at its edge. */
const LEAST_OBSERVED = 20;

export const rateScale = (rows: readonly ProfileRow[], base: number): RateScale => ({
  base,
  top: shareTop(
    Math.max(
      2 * base,
      ...rows.flatMap(({ level: { observed, rate } }) => (rate !== null && observed >= LEAST_OBSERVED ? [rate] : [])),
    ),
  ),
});

/** Where a share lies on the scale, in percent of its width; what is beyond lies at its edge. */
export const placeOn = (share: number, { top }: RateScale): number => (100 * Math.min(share, top)) / top;
