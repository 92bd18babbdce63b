import { numberAt } from '../at.ts';
import { type Coefficient, coefficientOf } from './coefficient.ts';

/** What each rater said of one unit, by number of the category; null where nothing was said. */
export type UnitRatings = readonly (number | null)[];

/**
 * Gwet's AC1, for any number of raters and with answers missing (STATISTICS.md 8): it does not collapse where nearly all answers
 * are the same, as κ does. `categories`: how many an answer is one of, at least 2. The error is linearised over the units and the
 * interval takes Student's t with one degree less than there are units, as irrCAC's do for two raters (Gwet 2014); for more, irrCAC
 * divides by n(n − 1) where this divides by n². Null where no unit has two answers.
 */
export function gwetAc1(ratings: readonly UnitRatings[], categories: number): Coefficient | null {
  const units = ratings.map((unit) => countedOf(unit, categories)).filter(({ answers }) => answers > 0);
  const paired = units.filter(({ answers }) => answers > 1).length;
  if (paired === 0) return null;
  const shares = Array.from({ length: categories }, (_, category) =>
    mean(units.map(({ counts, answers }) => numberAt(counts, category) / answers)),
  );
  const chance = sum(shares.map((share) => share * (1 - share))) / (categories - 1);
  const observed = sum(units.map(agreementOf)) / paired;
  const value = (observed - chance) / (1 - chance);
  const influences = units.map((unit) => {
    const agreed = unit.answers > 1 ? (units.length / paired) * ((agreementOf(unit) - chance) / (1 - chance)) : 0;
    const byChance =
      sum(shares.map((share, category) => (1 - share) * (numberAt(unit.counts, category) / unit.answers))) /
      (categories - 1);
    return agreed - (2 * (1 - value) * (byChance - chance)) / (1 - chance);
  });
  const variance = sum(influences.map((influence) => (influence - value) ** 2)) / units.length ** 2;
  return coefficientOf({ value, observed, chance, variance, units: units.length });
}

interface CountedUnit {
  /** Answers by category. */
  readonly counts: readonly number[];
  readonly answers: number;
}

function countedOf(unit: UnitRatings, categories: number): CountedUnit {
  const counts = Array.from({ length: categories }, () => 0);
  let answers = 0;
  for (const rating of unit) {
    if (rating === null) continue;
    counts[rating] = numberAt(counts, rating) + 1;
    answers += 1;
  }
  return { counts, answers };
}

/** The share of its pairs of answers that are the same; 0 without a pair. */
const agreementOf = ({ counts, answers }: CountedUnit): number =>
  answers < 2 ? 0 : sum(counts.map((count) => count * (count - 1))) / (answers * (answers - 1));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;
