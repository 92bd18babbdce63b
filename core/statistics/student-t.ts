/**
 * The point of Student's t distribution with 95 % of it between this and its negative, for a whole number of degrees of freedom
 * ≥ 1: the finite sums of Abramowitz and Stegun 26.7.3 and 26.7.4, turned round by halving. About 1.96 for many degrees.
 */
export function studentPoint95(degreesOfFreedom: number): number {
  // The share within grows with the angle, whose tangent the point is.
  let [low, high] = [0, Math.PI / 2];
  for (let step = 0; step < HALVINGS; step += 1) {
    const angle = (low + high) / 2;
    if (shareWithin(angle, degreesOfFreedom) < 0.95) low = angle;
    else high = angle;
  }
  return Math.tan((low + high) / 2) * Math.sqrt(degreesOfFreedom);
}

const HALVINGS = 60;

/** The share of the distribution between ±tan(angle)·√degrees. */
function shareWithin(angle: number, degreesOfFreedom: number): number {
  const sine = Math.sin(angle);
  const squared = Math.cos(angle) ** 2;
  const isOdd = degreesOfFreedom % 2 === 1;
  let term = isOdd ? Math.cos(angle) : 1;
  let sum = 0;
  for (let power = isOdd ? 1 : 0; power <= degreesOfFreedom - 2 && term > sum * 1e-17; power += 2) {
    sum += term;
    term *= (squared * (power + 1)) / (power + 2);
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}
