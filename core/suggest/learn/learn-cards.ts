import { emptySupport, type Support, searchSupports, supportKey } from './beam.ts';
import type { LearnedCard, LearningData, LearningLimits } from './learning-data.ts';
import { gathered, type RoundCard, roundPoints, scoresOf } from './round-points.ts';
import { fitScore } from './score-fit.ts';

/**
 * The cards that the search came across and that are near the best, best by its criterion first, each set of features once; empty where nothing tells
 * the converted apart. Yields between pieces of work, so that a caller can report and cancel; with more rules allowed the
 * best criterion is never lower.
 */
export function* learnCards(data: LearningData, limits: LearningLimits): Generator<undefined, readonly LearnedCard[]> {
  const leads = data.leads.reduce((sum, one) => sum + one, 0);
  const demandOf = (rules: number): number => demandOfRules(rules, leads, data.features.length);
  const supports = yield* searchSupports(data, limits, demandOf);
  const empty = emptySupport(data);
  const start = { slope: empty.fit.given * limits.unit, intercept: empty.fit.intercept, logLikelihood: 0 };
  const without = fitScore(gathered(empty.groups, scoresOf(empty, [], limits.unit)), start).logLikelihood;
  const cards = new Map<string, LearnedCard>();
  let best = 0;
  for (const support of supports) {
    // Round points are never likelier than exact ones.
    if (support.fit.logLikelihood - without - demandOf(support.features.length) < NEAR_EQUAL * best) continue;
    const round = roundPoints(support, limits);
    yield;
    if (round === null) continue;
    const card = cardOf(support, round, limits.unit, (rules) => without + demandOf(rules));
    best = Math.max(best, card.criterion);
    const key = supportKey(card.features);
    if (card.criterion > (cards.get(key)?.criterion ?? Number.NEGATIVE_INFINITY)) cards.set(key, card);
  }
  return [...cards.values()].sort(better);
}

/** Below this share of the best criterion a card is no longer near-equal. */
export const NEAR_EQUAL = 0.8;

const better = (left: LearnedCard, right: LearnedCard): number =>
  right.criterion - left.criterion ||
  left.features.length - right.features.length ||
  (supportKey(left.features) < supportKey(right.features) ? -1 : 1);

function cardOf(
  { features }: Support,
  { units, slope, intercept, logLikelihood }: RoundCard,
  unit: number,
  demanded: (rules: number) => number,
): LearnedCard {
  const kept = features
    .map((feature, place) => ({ feature, points: unit * (units[place] ?? 0) }))
    .filter(({ points }) => points !== 0)
    .sort((left, right) => left.feature - right.feature);
  return {
    features: kept.map(({ feature }) => feature),
    points: kept.map(({ points }) => points),
    slope: slope / unit,
    intercept,
    logLikelihood,
    criterion: logLikelihood - demanded(kept.length),
  };
}

/**
 * Half of the penalty of the extended Bayesian information criterion with γ = 1 (Chen and Chen, 2008): ln(leads)/2 for each rule,
 * and the log of how many sets of so many rules there were to choose from. Of two hundred features some fit by chance.
 */
function demandOfRules(rules: number, leads: number, features: number): number {
  let sets = 0;
  for (let rule = 1; rule <= rules; rule += 1) sets += Math.log((features - rules + rule) / rule);
  return (rules * Math.log(leads)) / 2 + sets;
}
