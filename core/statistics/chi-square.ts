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

/** The value that leaves `share` of a χ² distribution above it, 0 < share < 1, by halving. */
export function chiSquarePoint(share: number, degreesOfFreedom: number): number {
  let [low, high] = [0, degreesOfFreedom + 10];
  while (chiSquareTail(high, degreesOfFreedom) > share) high *= 2;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (chiSquareTail(middle, degreesOfFreedom) > share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
