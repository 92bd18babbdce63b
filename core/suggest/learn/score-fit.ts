import { groupLikelihood } from './sparse-fit.ts';

/** The best chances that one score can give: log odds = slope · score + intercept. */
export interface ScoreFit {
  readonly slope: number;
  readonly intercept: number;
  readonly logLikelihood: number;
}

/** Leads by what they score, in whatever order. */
export interface ScoredLeads {
  readonly score: Float64Array;
  readonly leads: Float64Array;
  readonly converted: Float64Array;
}

const MOST_STEPS = 30;
const SETTLED = 1e-9;

/**
 * Two-parameter Newton, halving steps that do not raise the likelihood (Platt's scaling; STATISTICS.md 4). The slope is at
 * least 0: a score that says the opposite says nothing.
 */
export function fitScore({ score, leads, converted }: ScoredLeads, start: ScoreFit): ScoreFit {
  let { slope, intercept } = start;
  let best = likelihood(score, leads, converted, slope, intercept);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    let gradientSlope = 0;
    let gradientIntercept = 0;
    let curveSlope = 1e-9;
    let curveBoth = 0;
    let curveIntercept = 1e-9;
    for (let group = 0; group < score.length; group += 1) {
      const value = score[group] ?? 0;
      const n = leads[group] ?? 0;
      const p = 1 / (1 + Math.exp(-(slope * value + intercept)));
      const residual = (converted[group] ?? 0) - n * p;
      const curve = n * p * (1 - p);
      gradientSlope += residual * value;
      gradientIntercept += residual;
      curveSlope += curve * value * value;
      curveBoth += curve * value;
      curveIntercept += curve;
    }
    const determinant = curveSlope * curveIntercept - curveBoth * curveBoth;
    if (!(determinant > 1e-300)) break;
    let bySlope = (gradientSlope * curveIntercept - gradientIntercept * curveBoth) / determinant;
    let byIntercept = (gradientIntercept * curveSlope - gradientSlope * curveBoth) / determinant;
    if (slope + bySlope < 0) {
      bySlope = -slope;
      byIntercept = (gradientIntercept - bySlope * curveBoth) / curveIntercept;
    }
    let next = likelihood(score, leads, converted, slope + bySlope, intercept + byIntercept);
    for (let halved = 0; next < best && halved < 20; halved += 1) {
      bySlope /= 2;
      byIntercept /= 2;
      next = likelihood(score, leads, converted, slope + bySlope, intercept + byIntercept);
    }
    if (!(next > best)) break;
    slope += bySlope;
    intercept += byIntercept;
    const gained = next - best;
    best = next;
    if (gained < SETTLED) break;
  }
  return { slope, intercept, logLikelihood: best };
}

function likelihood(
  score: Float64Array,
  leads: Float64Array,
  converted: Float64Array,
  slope: number,
  intercept: number,
): number {
  let sum = 0;
  for (let group = 0; group < score.length; group += 1)
    sum += groupLikelihood(slope * (score[group] ?? 0) + intercept, leads[group] ?? 0, converted[group] ?? 0);
  return sum;
}
