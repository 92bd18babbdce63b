/** Where the figures of a chart stand, in pixels of its SVG. */
export interface PlotArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** From a figure to its pixel. */
export type Scale = (figure: number) => number;

/** A straight line from `domain` to `range`, in tenths of a pixel: more digits only make the drawing longer. An empty domain stands at the range's start. */
export const linear = (domain: readonly [number, number], range: readonly [number, number]): Scale => {
  const [low, high] = domain;
  const [from, to] = range;
  const perUnit = high === low ? 0 : (to - from) / (high - low);
  return (figure) => Math.round((from + (figure - low) * perUnit) * 10) / 10;
};
