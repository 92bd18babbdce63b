const LEAST_APART = 36;

/** Figures of an axis of shares from 0 to a round top: halves, and quarters where these have room. */
export const shareTicks = (top: number, height: number): readonly number[] =>
  (height / 4 < LEAST_APART ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1]).map((part) => part * top);
