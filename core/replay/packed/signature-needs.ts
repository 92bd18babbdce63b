/**
 * What the moving part must at least be, worked out once a signature: for the main level's peak to count, and for each
 * level to be reached. Everything else about a lead (its fixed part, what bars it, limits of the total) is in that figure,
 * so that reading a lead is a comparison a level.
 */
import type { LevelFigures } from './level-reading.ts';

export interface SignatureNeeds {
  /** By signature `stride` numbers: the fixed part, the least for a peak, then the least for each level. */
  readonly rows: Float64Array;
  readonly stride: number;
  readonly totalMin: number;
  readonly totalMax: number;
}

export const PEAK_NEED = 1;
export const FIRST_LEVEL_NEED = 2;

/** A need that nothing meets is Infinity. */
export function signatureNeeds(figures: LevelFigures, mainLevel: number): SignatureNeeds {
  const { fixed, barred, leasts, leastsMoving, totalMin, totalMax } = figures;
  const stride = FIRST_LEVEL_NEED + leasts.length;
  const rows = new Float64Array(stride * fixed.length);
  for (let signature = 0; signature < fixed.length; signature += 1) {
    const bars = barred[signature] ?? 0;
    const fixedPart = fixed[signature] ?? 0;
    const row = signature * stride;
    rows[row] = fixedPart;
    rows[row + PEAK_NEED] = (bars & (1 << mainLevel)) === 0 ? (leastsMoving[mainLevel] ?? 0) : Number.POSITIVE_INFINITY;
    for (let level = 0; level < leasts.length; level += 1) {
      const threshold = leasts[level] ?? 0;
      const leastMoving = leastsMoving[level] ?? 0;
      const isOutOfReach = (bars & (1 << level)) !== 0 || totalMax < threshold;
      const byTotal = totalMin >= threshold ? Number.NEGATIVE_INFINITY : threshold - fixedPart;
      rows[row + FIRST_LEVEL_NEED + level] = isOutOfReach ? Number.POSITIVE_INFINITY : Math.max(byTotal, leastMoving);
    }
  }
  return { rows, stride, totalMin, totalMax };
}
