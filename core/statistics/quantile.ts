import { numberAt } from '../at.ts';

/**
 * The value that `share` (0–1) of them lie below, linear between the ordered values, from the smallest at 0 to the largest at 1, as
 * spreadsheets' PERCENTILE.INC has it (Hyndman and Fan's type 7). At least one value.
 */
export function quantile(ascending: Float64Array, share: number): number {
  const position = (ascending.length - 1) * share;
  const below = Math.floor(position);
  const lower = numberAt(ascending, below);
  return lower + (position - below) * ((ascending[below + 1] ?? lower) - lower);
}
