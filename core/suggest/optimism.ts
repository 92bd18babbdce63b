import { timesDrawn } from './drawn.ts';
import { learnCards } from './learn/learn-cards.ts';
import type { LearnedCard, LearningData, LearningLimits } from './learn/learning-data.ts';
import { periodFigures, proposedThreshold, type ScoreStep } from './period-figures.ts';
import type { PeriodFigures } from './suggestion.ts';

/** By how much figures flatter a card on the leads that it was learned from. */
export interface Optimism {
  readonly auc: number;
  readonly rate: number;
  readonly recall: number;
}

const MOST_RESAMPLES = 20;
const LEAST_RESAMPLES = 4;
/** Leads times features that all resamples together may look at. */
const MOST_WORK = 4e7;

/**
 * Cards are learned from resamples of the leads and judged on the resample and on all leads; the mean difference is the
 * optimism (Harrell, Lee and Mark, 1996; STATISTICS.md 5). `ids`: by row; `converted` is 0 or 1. Yields while it learns.
 */
export function* optimismOf(
  data: LearningData,
  limits: LearningLimits,
  ids: readonly string[],
  seed: number,
): Generator<undefined, Optimism> {
  const work = data.leads.length * data.features.length;
  const resamples = Math.max(LEAST_RESAMPLES, Math.min(MOST_RESAMPLES, Math.floor(MOST_WORK / Math.max(1, work))));
  const sum = { auc: 0, rate: 0, recall: 0 };
  let counted = 0;
  for (let resample = 1; resample <= resamples; resample += 1) {
    const leads = Int32Array.from(ids, (id) => timesDrawn(id, seed + resample));
    const drawn = { ...data, leads, converted: leads.map((times, row) => times * (data.converted[row] ?? 0)) };
    const [best] = yield* learnCards(drawn, limits);
    if (best === undefined) continue;
    const scores = scoresOf(best, data);
    const onDrawn = stepsOf(scores, drawn);
    const threshold = proposedThreshold(onDrawn);
    const inside = periodFigures(onDrawn, threshold);
    const outside = periodFigures(stepsOf(scores, data), threshold);
    counted += 1;
    for (const figure of FIGURES) sum[figure] += (inside[figure] ?? 0) - (outside[figure] ?? 0);
  }
  const mean = (total: number): number => (counted === 0 ? 0 : Math.max(0, total / counted));
  return { auc: mean(sum.auc), rate: mean(sum.rate), recall: mean(sum.recall) };
}

const FIGURES = ['auc', 'rate', 'recall'] as const;

/** The figures less their optimism; intervals keep their width. */
export function lessOptimism(figures: PeriodFigures, optimism: Optimism): PeriodFigures {
  const less = (value: number | null, by: number): number | null => (value === null ? null : Math.max(0, value - by));
  const both = (range: readonly [number, number] | null, by: number): readonly [number, number] | null =>
    range === null ? null : [Math.max(0, range[0] - by), Math.max(0, range[1] - by)];
  return {
    ...figures,
    auc: less(figures.auc, optimism.auc),
    aucInterval: both(figures.aucInterval, optimism.auc),
    rate: less(figures.rate, optimism.rate),
    rateInterval: both(figures.rateInterval, optimism.rate),
    recall: less(figures.recall, optimism.recall),
  };
}

function scoresOf({ features, points }: LearnedCard, data: LearningData): Float64Array {
  const scores = data.given?.slice() ?? new Float64Array(data.leads.length);
  features.forEach((feature, place) => {
    for (const row of data.features[feature] ?? []) scores[row] = (scores[row] ?? 0) + (points[place] ?? 0);
  });
  return scores;
}

function stepsOf(scores: Float64Array, { leads, converted }: LearningData): readonly ScoreStep[] {
  const steps = new Map<number, { score: number; converted: number; notConverted: number }>();
  scores.forEach((score, row) => {
    const step = steps.get(score) ?? { score, converted: 0, notConverted: 0 };
    step.converted += converted[row] ?? 0;
    step.notConverted += (leads[row] ?? 0) - (converted[row] ?? 0);
    steps.set(score, step);
  });
  return [...steps.values()].sort((left, right) => right.score - left.score);
}
