import { itemAt } from '../../at.ts';
import type { Support } from './beam.ts';
import type { LeadGroups } from './lead-groups.ts';
import type { LearningLimits } from './learning-data.ts';
import { fitScore, type ScoredLeads, type ScoreFit } from './score-fit.ts';

export interface RoundCard extends ScoreFit {
  /** In units, in the order of the support's features. */
  readonly units: readonly number[];
}

const RAYS = 20;
/** So many of the rounded rays are polished, the likeliest. */
const POLISHED = 5;
const GAIN = 1e-7;

/**
 * Whole numbers in place of the weights: twenty multipliers from 1 to what the largest points allow, each rounded, then moves
 * of one point up or down as long as the likelihood rises (STATISTICS.md 5: star ray and integer polish). Of cards that are
 * equally likely the one with the smaller points. Null: all points round to 0.
 */
export function roundPoints(support: Support, limits: LearningLimits): RoundCard | null {
  const bounds = support.features.map((feature) => ({
    low: limits.lowest[feature] ?? 0,
    high: limits.highest[feature] ?? 0,
  }));
  const clip = (units: number, place: number): number => {
    const { low, high } = itemAt(bounds, place);
    return Math.max(low, Math.min(high, units)) + 0;
  };
  const cards = new Map<string, RoundCard>();
  const consider: Consider = (units, start, makeScores) => {
    if (units.every((one) => one === 0)) return null;
    const key = units.join(' ');
    const known = cards.get(key);
    if (known !== undefined) return known;
    const card = { units, ...fitScore(gathered(support.groups, makeScores()), start) };
    cards.set(key, card);
    return card;
  };
  for (const multiplier of multipliersOf(support, limits)) {
    const units = support.fit.weights.map((weight, place) => clip(Math.round(weight * multiplier), place));
    const start = { slope: 1 / multiplier, intercept: support.fit.intercept, logLikelihood: 0 };
    consider(units, start, () => scoresOf(support, units, limits.unit));
  }
  const polished = [...cards.values()]
    .sort(likelier)
    .slice(0, POLISHED)
    .map((card) => polish(card, support, limits.unit, clip, consider));
  return polished.sort(likelier)[0] ?? null;
}

/** A card with these units, from memory where it was met before; `makeScores`: by group. Null: all units are 0. */
type Consider = (units: readonly number[], start: ScoreFit, makeScores: () => Float64Array) => RoundCard | null;

function polish(
  card: RoundCard,
  support: Support,
  unit: number,
  clip: (units: number, place: number) => number,
  consider: Consider,
): RoundCard {
  let best = card;
  let scores = scoresOf(support, card.units, unit);
  for (let hasMoved = true; hasMoved; ) {
    hasMoved = false;
    for (let place = 0; place < card.units.length; place += 1) {
      for (const by of [-1, 1]) {
        const units = best.units.with(place, clip(itemAt(best.units, place) + by, place));
        const movedScores = (): Float64Array => {
          const has = itemAt(support.groups.has, place);
          const change = itemAt(units, place) - itemAt(best.units, place);
          return scores.map((score, group) => score + change * (has[group] ?? 0));
        };
        const moved = consider(units, best, movedScores);
        if (moved === null || moved.logLikelihood < best.logLikelihood + GAIN) continue;
        scores = movedScores();
        best = moved;
        hasMoved = true;
      }
    }
  }
  return best;
}

/** Equal but for rounding: smaller points first, then the first in the order of their numbers. */
function likelier(left: RoundCard, right: RoundCard): number {
  if (Math.abs(left.logLikelihood - right.logLikelihood) > GAIN) return right.logLikelihood - left.logLikelihood;
  return sizeOf(left) - sizeOf(right) || (left.units.join(' ') < right.units.join(' ') ? -1 : 1);
}

const sizeOf = ({ units }: RoundCard): number => units.reduce((sum, one) => sum + Math.abs(one), 0);

/** Where points are given beforehand, also the multiplier at which one of them is worth what the fit says. */
function multipliersOf({ features, fit }: Support, { lowest, highest, unit }: LearningLimits): readonly number[] {
  const largest = Math.max(...fit.weights.map(Math.abs));
  if (!(largest > 0)) return [];
  const room = Math.max(
    ...features.map((feature, place) =>
      (fit.weights[place] ?? 0) < 0 ? -(lowest[feature] ?? 0) : (highest[feature] ?? 0),
    ),
  );
  const top = room / largest;
  const last = top < 1 ? 0.5 : top;
  const ray = Array.from({ length: RAYS }, (_, index) => 1 + ((last - 1) * index) / (RAYS - 1));
  return fit.given > 0 ? [...ray, 1 / (fit.given * unit)] : ray;
}

/** By group, in units: the given points and those of the features. */
export function scoresOf({ groups }: Support, units: readonly number[], unit: number): Float64Array {
  const scores = groups.given.map((points) => points / unit);
  units.forEach((points, place) => {
    const has = itemAt(groups.has, place);
    for (let group = 0; group < scores.length; group += 1)
      scores[group] = (scores[group] ?? 0) + points * (has[group] ?? 0);
  });
  return scores;
}

/** Groups that score alike are one, where scores are whole numbers. */
export function gathered({ count, leads, converted, given }: LeadGroups, score: Float64Array): ScoredLeads {
  if (given.some((points) => points !== 0)) return { score, leads, converted };
  const low = score.reduce((least, one) => Math.min(least, one), 0);
  const size = score.reduce((most, one) => Math.max(most, one), 0) - low + 1;
  const together = {
    score: Float64Array.from({ length: size }, (_, place) => low + place),
    leads: new Float64Array(size),
    converted: new Float64Array(size),
  };
  for (let group = 0; group < count; group += 1) {
    const place = (score[group] ?? 0) - low;
    together.leads[place] = (together.leads[place] ?? 0) + (leads[group] ?? 0);
    together.converted[place] = (together.converted[place] ?? 0) + (converted[group] ?? 0);
  }
  return together;
}
