/** The normal distribution: its tail, and the point that leaves a given share below. */

/** The two-sided 95 % point: 2.5 % lie above it. */
export const Z_95 = 1.959963984540054;

/** Up to here the series of the error function loses no figures that matter, and beyond it the fraction is short. */
const SERIES_UP_TO = 2.5;
const FRACTION_STEPS = 120;

/**
 * erfc(x) for x ≥ 0, to about 1e-12 of its size: the series erf(x) = 2/√π·e^(−x²)·Σ 2ⁿx^(2n+1)/(2n+1)!!, beyond 2.5 the
 * continued fraction e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 3⁄2/(x + …)))) (Abramowitz and Stegun 7.1.6 and 7.1.14).
 */
export function complementaryError(x: number): number {
  if (x < SERIES_UP_TO) {
    let term = x;
    let sum = x;
    for (let n = 1; term > sum * 1e-17; n += 1) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
  }
  let below = x;
  for (let n = FRACTION_STEPS; n >= 1; n -= 1) below = x + n / 2 / below;
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / below;
}

/** The share of a normal distribution that lies further from its mean than `z` standard deviations, on either side. */
export const twoSidedP = (z: number): number => complementaryError(Math.abs(z) / Math.SQRT2);

/** The share of a normal distribution below `z` standard deviations from its mean. */
export const normalShareBelow = (z: number): number => (z < 0 ? twoSidedP(z) / 2 : 1 - twoSidedP(z) / 2);

/** Acklam's rational approximation (2003), good to 1.15e-9 of the value: where the refinement starts. */
const CENTRAL_ABOVE = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
];
const CENTRAL_BELOW = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
];
const TAIL_ABOVE = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const TAIL_BELOW = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];
const TAIL_UP_TO = 0.02425;

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);

/**
 * The point with `share` of a normal distribution below it, −∞ at 0 and ∞ at 1: Acklam's approximation with one step of
 * Halley's, which leaves an error of about 1e-14.
 */
export function normalQuantile(share: number): number {
  if (share < 0 || share > 1) throw new RangeError(`a share of ${share}`);
  if (share === 0) return -Infinity;
  if (share > 0.5) return -normalQuantile(1 - share);
  const start = approximateQuantile(share);
  const error = (normalShareBelow(start) - share) * Math.sqrt(2 * Math.PI) * Math.exp((start * start) / 2);
  return start - error / (1 + (start * error) / 2);
}

function approximateQuantile(share: number): number {
  if (share < TAIL_UP_TO) {
    const depth = Math.sqrt(-2 * Math.log(share));
    return polynomial(TAIL_ABOVE, depth) / polynomial(TAIL_BELOW, depth);
  }
  const centred = share - 0.5;
  const squared = centred * centred;
  return (polynomial(CENTRAL_ABOVE, squared) * centred) / polynomial(CENTRAL_BELOW, squared);
}
