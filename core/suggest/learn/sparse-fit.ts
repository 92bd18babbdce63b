import type { LeadGroups } from './lead-groups.ts';

/** A logistic regression on a set of features: log odds = intercept + given · (points given) + Σ weights of what the lead has. */
export interface SparseFit {
  readonly intercept: number;
  /** Of a point given beforehand; at least 0. */
  readonly given: number;
  /** In the order of `groups.has`. */
  readonly weights: readonly number[];
  readonly logLikelihood: number;
  /** By group: the chance of converting. */
  readonly chance: Float64Array;
}

/** By feature of the set. */
export interface WeightBounds {
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
}

const RIDGE = 1e-3;
/** Each from the weights of one feature less, so that few are needed. */
const MOST_SWEEPS = 30;
const SETTLED = 1e-5;
/** A step of Newton's overshoots where nearly all of a group converted, or none. */
const LONGEST_STEP = 2;

/**
 * Coordinate-wise Newton steps, each clipped to its bounds, from `start` until nothing moves (at most 30 sweeps): g/h with
 * g = Σ(p − y)x + λw and h = Σp(1 − p)x² + λ, λ = 0.001 (STATISTICS.md 5, after FasterRisk, Liu and others, 2022).
 */
export function fitSparse(
  groups: LeadGroups,
  bounds: WeightBounds,
  start: { readonly intercept: number; readonly given: number; readonly weights: readonly number[] },
): SparseFit {
  const { count, leads, converted, given, has } = groups;
  const weights = Float64Array.from(start.weights);
  let intercept = start.intercept;
  let ofGiven = start.given;
  const odds = new Float64Array(count);
  const chance = new Float64Array(count);
  for (let group = 0; group < count; group += 1) {
    let sum = intercept + ofGiven * (given[group] ?? 0);
    for (let place = 0; place < weights.length; place += 1) sum += (weights[place] ?? 0) * (has[place]?.[group] ?? 0);
    odds[group] = sum;
  }
  /** The step for one coordinate, `x` by group. */
  const stepFor = (x: { readonly [group: number]: number } | null, weight: number, ridge: number): number => {
    let slope = ridge * weight;
    let curve = ridge;
    for (let group = 0; group < count; group += 1) {
      const value = x === null ? 1 : (x[group] ?? 0);
      if (value === 0) continue;
      const p = 1 / (1 + Math.exp(-(odds[group] ?? 0)));
      const n = leads[group] ?? 0;
      slope += (n * p - (converted[group] ?? 0)) * value;
      curve += n * p * (1 - p) * value * value;
    }
    return Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, -slope / Math.max(curve, 1e-12)));
  };
  const move = (x: { readonly [group: number]: number } | null, by: number): number => {
    if (by === 0) return 0;
    for (let group = 0; group < count; group += 1)
      odds[group] = (odds[group] ?? 0) + by * (x === null ? 1 : (x[group] ?? 0));
    return Math.abs(by);
  };
  const isGiven = given.some((points) => points !== 0);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    const step = stepFor(null, intercept, 0);
    intercept += step;
    let moved = move(null, step);
    if (isGiven) {
      const before = ofGiven;
      ofGiven = Math.max(0, ofGiven + stepFor(given, ofGiven, RIDGE));
      moved = Math.max(moved, move(given, ofGiven - before));
    }
    for (let place = 0; place < weights.length; place += 1) {
      const x = has[place] ?? null;
      const before = weights[place] ?? 0;
      const after = Math.max(
        bounds.lowest[place] ?? 0,
        Math.min(bounds.highest[place] ?? 0, before + stepFor(x, before, RIDGE)),
      );
      weights[place] = after;
      moved = Math.max(moved, move(x, after - before));
    }
    if (moved < SETTLED) break;
  }
  let logLikelihood = 0;
  for (let group = 0; group < count; group += 1) {
    chance[group] = 1 / (1 + Math.exp(-(odds[group] ?? 0)));
    logLikelihood += groupLikelihood(odds[group] ?? 0, leads[group] ?? 0, converted[group] ?? 0);
  }
  return { intercept, given: ofGiven, weights: [...weights], logLikelihood, chance };
}

/** k·odds − n·ln(1 + e^odds), without overflow. */
export const groupLikelihood = (odds: number, leads: number, converted: number): number =>
  converted * odds - leads * (odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds)));
