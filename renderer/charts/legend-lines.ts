export interface LegendSpot {
  readonly x: number;
  /** 0: beside the question; from 1 on: below it. */
  readonly line: number;
}

const GAP = 12;
const MARGIN = 8;

/**
 * Where entries of a legend stand in a picture `width` wide: at the right of the question where all of them fit there, else below it
 * from the left, on as many lines as they take. All in pixels; `entries`: the width of each.
 */
export const legendLines = (
  entries: readonly number[],
  questionWidth: number,
  width: number,
): { readonly spots: readonly LegendSpot[]; readonly lines: number } => {
  const all = entries.reduce((sum, one) => sum + one + GAP, 0);
  if (entries.length === 0 || questionWidth + all + MARGIN <= width) {
    let x = width - MARGIN - all + GAP;
    const spots = entries.map((one): LegendSpot => {
      const spot = { x, line: 0 };
      x += one + GAP;
      return spot;
    });
    return { spots, lines: 0 };
  }
  let [x, line] = [MARGIN / 2, 1];
  const spots = entries.map((one): LegendSpot => {
    if (x > MARGIN / 2 && x + one > width - MARGIN) [x, line] = [MARGIN / 2, line + 1];
    const spot = { x, line };
    x += one + GAP;
    return spot;
  });
  return { spots, lines: line };
};
