export interface PlottedPoint {
  readonly x: number;
  readonly y: number;
}

/** A figure that holds until the next one: level, then up or down. */
export const stepPath = (points: readonly PlottedPoint[]): string =>
  points.map(({ x, y }, index) => (index === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join('');

/** The area between two such lines over the same x, the upper first. */
export const stepBand = (upper: readonly PlottedPoint[], lower: readonly PlottedPoint[]): string => {
  const back = lower.toReversed().map(({ x, y }, index) => (index === 0 ? `L${x} ${y}` : `V${y}H${x}`));
  // Going back, a level stretch comes before its rise: the value on the left of a step is the one that held.
  return upper.length === 0 ? '' : `${stepPath(upper)}${back.join('')}Z`;
};
