/** Lower and upper end, both included. */
export type Interval = readonly [number, number];

/** The interval, cut to what the figure can be at all. */
export const cutTo = (least: number, most: number, [low, high]: Interval): Interval => [
  Math.min(most, Math.max(least, low)),
  Math.min(most, Math.max(least, high)),
];
