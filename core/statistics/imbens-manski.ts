import { normalShareBelow, Z_95 } from './normal.ts';

/** The one-sided 95 % point: what is left of the two-sided one where the bounds lie far apart. */
const Z_ONE_SIDED = 1.6448536269514722;
const HALVINGS = 50;

/**
 * How many standard errors to add to either bound so that the interval covers the figure itself, wherever it lies between them,
 * 95 times in 100 (Imbens and Manski 2004; STATISTICS.md 3): 1.96 where the bounds meet, 1.645 where they lie far apart. `width`:
 * the upper bound less the lower; `standardError`: the larger of theirs.
 */
export function imbensManskiPoint(width: number, standardError: number): number {
  if (standardError === 0) return width === 0 ? Z_95 : Z_ONE_SIDED;
  let [from, to] = [Z_ONE_SIDED, Z_95];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (from + to) / 2;
    if (normalShareBelow(middle + width / standardError) - normalShareBelow(-middle) < 0.95) from = middle;
    else to = middle;
  }
  return to;
}
