import { leastPeak } from '../measures/thresholds.ts';
import { OUTCOMES } from '../replay/replay-result.ts';
import { rankingOf } from '../statistics/ranking.ts';
import type { ScoreGroup } from '../statistics/score-groups.ts';
import { rateOf, wilsonInterval } from '../statistics/wilson.ts';
import type { Period } from './periods.ts';
import type { PeriodFigures } from './suggestion.ts';

/** Leads that score alike, highest score first. */
export type ScoreStep = ScoreGroup;

const CONVERTED = OUTCOMES.indexOf('converted');

/** The period's leads by their peak; one that never meets what a level demands beside the total is below all others. */
export function scoreSteps(peak: Float64Array, { leads, facts }: Period): readonly ScoreStep[] {
  const steps = new Map<number, { score: number; converted: number; notConverted: number }>();
  for (const lead of leads) {
    const exact = peak[lead] ?? Number.NaN;
    // Sums that differ by the dust of binary fractions are one score.
    const score = Number.isNaN(exact) ? Number.NEGATIVE_INFINITY : Math.round(exact * 1e6) / 1e6;
    const step = steps.get(score) ?? { score, converted: 0, notConverted: 0 };
    if (facts.outcome[lead] === CONVERTED) step.converted += 1;
    else step.notConverted += 1;
    steps.set(score, step);
  }
  return [...steps.values()].sort((left, right) => right.score - left.score);
}

/** Where the shares of the converted and of the others that reach it are farthest apart (Youden, 1950); of equals the highest. */
export function proposedThreshold(steps: readonly ScoreStep[]): number {
  const { converted, notConverted } = totals(steps);
  let best = { apart: Number.NEGATIVE_INFINITY, threshold: 0 };
  let reachedConverted = 0;
  let reachedOthers = 0;
  for (const step of steps) {
    reachedConverted += step.converted;
    reachedOthers += step.notConverted;
    const apart = reachedConverted / Math.max(1, converted) - reachedOthers / Math.max(1, notConverted);
    if (Number.isFinite(step.score) && apart > best.apart + 1e-12) best = { apart, threshold: step.score };
  }
  return asLevel(best.threshold);
}

/** As a rule set's levels have them, at most two decimals: what fades scores finer. Down, so that whoever has the score reaches it. */
const asLevel = (score: number): number => Math.floor(score * 100 + 1e-6) / 100;

/** The score at which most nearly so many leads are reached; of two as near the higher. */
export function thresholdReaching(steps: readonly ScoreStep[], leads: number): number {
  let best = { off: Number.POSITIVE_INFINITY, threshold: 0 };
  let reached = 0;
  for (const { score, converted, notConverted } of steps) {
    reached += converted + notConverted;
    const off = Math.abs(reached - leads);
    if (Number.isFinite(score) && off < best.off) best = { off, threshold: score };
  }
  return asLevel(best.threshold);
}

export function periodFigures(steps: readonly ScoreStep[], threshold: number): PeriodFigures {
  const { converted, notConverted } = totals(steps);
  const reached = totals(steps.filter(({ score }) => score >= leastPeak(threshold)));
  const observed = reached.converted + reached.notConverted;
  const ranking = rankingOf(steps.toReversed());
  return {
    n: converted + notConverted,
    converted,
    base: rateOf(converted, converted + notConverted),
    auc: ranking?.areaUnderCurve ?? null,
    aucInterval: ranking?.interval ?? null,
    threshold,
    reached: observed,
    rate: rateOf(reached.converted, observed),
    rateInterval: wilsonInterval(reached.converted, observed),
    recall: rateOf(reached.converted, converted),
  };
}

function totals(steps: readonly ScoreStep[]): { readonly converted: number; readonly notConverted: number } {
  return {
    converted: steps.reduce((sum, step) => sum + step.converted, 0),
    notConverted: steps.reduce((sum, step) => sum + step.notConverted, 0),
  };
}
