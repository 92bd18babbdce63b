/**
 * What the moving part must at least be, worked out once a signature: for the main level's peak to count, and for each
 * level to be reached. Everything else about a lead (its fixed part, what bars it, limits of the total) is in that figure,
 * so that reading a lead is a comparison a level.
 */
import { FIRST_LEVEL_NEED, PEAK_NEED } from './kernel-memory.ts';
import type { LevelFigures } from './level-reading.ts';

/** Of a lead that is looked at: one that never is has −Infinity for its peak, and meets no need. */
const ANYTHING = -Number.MAX_VALUE;

/** Rows of `FIRST_LEVEL_NEED` and the levels' numbers; a need that nothing meets is Infinity. */
export function fillNeeds(rows: Float64Array, figures: LevelFigures, mainLevel: number): void {
  const { fixed, barred, leasts, leastsMoving, totalMin, totalMax } = figures;
  const stride = FIRST_LEVEL_NEED + leasts.length;
  const fill = (column: number, level: number, threshold: number): void => {
    const bit = 1 << level;
    const leastMoving = Math.max(ANYTHING, leastsMoving[level] ?? 0);
    const isOutOfReach = totalMax < threshold;
    const hasTotal = totalMin < threshold;
    for (let signature = 0, place = column; signature < fixed.length; signature += 1, place += stride) {
      const byTotal = hasTotal ? threshold - (fixed[signature] ?? 0) : ANYTHING;
      rows[place] =
        isOutOfReach || ((barred[signature] ?? 0) & bit) !== 0
          ? Number.POSITIVE_INFINITY
          : byTotal > leastMoving
            ? byTotal
            : leastMoving;
    }
  };
  for (let signature = 0; signature < fixed.length; signature += 1) rows[signature * stride] = fixed[signature] ?? 0;
  fill(PEAK_NEED, mainLevel, Number.NEGATIVE_INFINITY);
  for (let level = 0; level < leasts.length; level += 1) fill(FIRST_LEVEL_NEED + level, level, leasts[level] ?? 0);
}
