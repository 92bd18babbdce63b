import { weightOfEvidence } from '../quality/information-value.ts';
import { rateOf, wilsonInterval } from '../statistics/wilson.ts';
import { differenceTest } from './difference-test.ts';
import { falseDiscoveryRates } from './false-discovery.ts';
import type { LevelCounts, LevelFigures } from './profile.ts';
import { proposedPoints } from './proposed-points.ts';

/**
 * The figures of each level, in their order, q-values and ranks over all of them; `base`: the counts of all leads. The interval
 * of lift is that of the rate over the base rate, which is taken as known. Equal lower limits rank by more known outcomes,
 * then by the order given.
 */
export function figuresOfLevels(levels: readonly LevelCounts[], base: LevelCounts): readonly LevelFigures[] {
  const figures = levels.map((counts) => figuresOf(counts, base));
  const rates = falseDiscoveryRates(figures.map(({ pValue }) => pValue));
  const rankByIndex = new Map(
    figures
      .map(({ liftInterval, observed }, index) => ({ lower: liftInterval?.[0], observed, index }))
      .filter((one): one is typeof one & { readonly lower: number } => one.lower !== undefined)
      .sort((left, right) => right.lower - left.lower || right.observed - left.observed || left.index - right.index)
      .map(({ index }, rank) => [index, rank + 1]),
  );
  return figures.map((one, index) => ({ ...one, q: rates[index] ?? null, rank: rankByIndex.get(index) ?? null }));
}

function figuresOf(counts: LevelCounts, base: LevelCounts): Omit<LevelFigures, 'q' | 'rank'> {
  const { leads, observed, converted } = counts;
  const others = base.observed - base.converted;
  const rate = rateOf(converted, observed);
  const interval = wilsonInterval(converted, observed);
  const baseRate = base.converted === 0 ? null : rateOf(base.converted, base.observed);
  const weight =
    observed === 0 || base.converted === 0 || others === 0
      ? null
      : weightOfEvidence({ converted, notConverted: observed - converted }, base.converted, others);
  return {
    leads,
    observed,
    converted,
    rate,
    interval,
    lift: rate === null || baseRate === null ? null : rate / baseRate,
    liftInterval: interval === null || baseRate === null ? null : [interval[0] / baseRate, interval[1] / baseRate],
    weightOfEvidence: weight,
    shareOfConverted: rateOf(converted, base.converted),
    shareOfOthers: rateOf(observed - converted, others),
    pValue: differenceTest(
      { converted, of: observed },
      { converted: base.converted - converted, of: base.observed - observed },
    ),
    points: proposedPoints(weight),
  };
}
