import { complementaryError } from './normal.ts';

/**
 * The share of a χ² distribution above `value` ≥ 0: finite sums for a whole number of degrees of freedom ≥ 1 (Abramowitz and Stegun
 * 26.4.4 for odd numbers, 26.4.5 for even ones).
 */
export function chiSquareTail(value: number, degreesOfFreedom: number): number {
  const half = value / 2;
  const isOdd = degreesOfFreedom % 2 === 1;
  let term = isOdd ? 2 * Math.sqrt(half / Math.PI) : 1;
  let sum = 0;
  for (let r = isOdd ? 1.5 : 1; r <= degreesOfFreedom / 2; r += 1) {
    sum += term;
    term *= half / r;
  }
  return Math.min(1, (isOdd ? complementaryError(Math.sqrt(half)) : 0) + Math.exp(-half) * sum);
}
