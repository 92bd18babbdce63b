import { chiSquareTail } from './chi-square.ts';

/** One figure measured in several groups that have nothing in common. `standardError` above 0. */
export interface GroupEstimate {
  readonly estimate: number;
  readonly standardError: number;
}

export interface Homogeneity {
  /** What the groups have in common: their mean, each weighted by what its error allows. */
  readonly pooled: number;
  readonly q: number;
  readonly degreesOfFreedom: number;
  /** How often groups that do not differ would lie as far apart as these, by chance alone. */
  readonly p: number;
}

/**
 * Whether groups differ more than chance would make them: Q = Σ w(d − d̄)² with w = 1/SE², χ² with one degree of freedom less
 * than there are groups (W. G. Cochran, The combination of estimates from different experiments, Biometrics 10, 1954). It is
 * one test for all of them, so that many groups do not make a find of what chance does. Null with fewer than two.
 */
export function cochranQ(groups: readonly GroupEstimate[]): Homogeneity | null {
  if (groups.length < 2) return null;
  const weights = groups.map(({ standardError }) => 1 / standardError ** 2);
  const sumOf = (figures: readonly number[]): number => figures.reduce((sum, one) => sum + one, 0);
  const pooled = sumOf(groups.map(({ estimate }, index) => estimate * (weights[index] ?? 0))) / sumOf(weights);
  const q = sumOf(groups.map(({ estimate }, index) => (weights[index] ?? 0) * (estimate - pooled) ** 2));
  const degreesOfFreedom = groups.length - 1;
  return { pooled, q, degreesOfFreedom, p: chiSquareTail(q, degreesOfFreedom) };
}
