import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankedScores } from '../../../../core/comparison/line/ranked-scores.ts';
import { scoreBands } from '../../../../core/comparison/line/score-bands.ts';
import type { Outcome } from '../../../../core/replay/replay-result.ts';
import { randomReplay } from '../../measures/random-replay.ts';
import { type LeadCase, replayOf } from '../../measures/replay-of.ts';

const NO_PEAKS = new Float64Array(0);
const repeated = (count: number, lead: LeadCase): readonly LeadCase[] => Array.from({ length: count }, () => lead);
const factsAndPeak = (leads: readonly LeadCase[]) => {
  const { facts, levels } = replayOf(leads);
  return { facts, peak: levels[0]?.peak ?? NO_PEAKS };
};

/** Hanley and McNeil 1982: CT ratings 1 to 5 of normal and abnormal. */
const ctRatings = (): readonly LeadCase[] =>
  (
    [
      ['not converted', [33, 6, 6, 11, 2]],
      ['converted', [3, 2, 2, 11, 33]],
    ] as const
  ).flatMap(([outcome, counts]) => counts.flatMap((count, index) => repeated(count, { outcome, peak: index + 1 })));

describe('how well scores rank leads', () => {
  it('is the published area for the ratings of Hanley and McNeil', () => {
    const { facts, peak } = factsAndPeak(ctRatings());
    const ranking = rankedScores(facts, peak, 4)?.ranking;
    expect(ranking?.areaUnderCurve).toBeCloseTo(0.8932, 4);
    expect(ranking?.hanleyMcNeilError).toBeCloseTo(0.0325, 4);
    expect(ranking?.standardError).toBeCloseTo(0.0307, 4);
    expect(ranking?.largestGap.gap).toBeCloseTo(0.6386, 4);
    expect(ranking?.largestGap.threshold).toBe(4);
  });

  it('leaves out whoever has no known outcome, is no lead of the cohort or was a customer', () => {
    const others = (['immature', 'unobserved', 'customer'] as const).map(
      (outcome): LeadCase => ({ outcome, peak: 99 }),
    );
    const with99 = factsAndPeak([...ctRatings(), ...others, { outcome: 'converted', peak: 0, outsideCohort: true }]);
    const { facts, peak } = factsAndPeak(ctRatings());
    expect(rankedScores(with99.facts, with99.peak, 4)).toEqual(rankedScores(facts, peak, 4));
  });

  it('counts leads without a peak below all others: no threshold lets them through', () => {
    const { facts, peak } = factsAndPeak([
      { outcome: 'converted', peak: -10 },
      { outcome: 'converted' },
      { outcome: 'not converted' },
    ]);
    const ranked = rankedScores(facts, peak, 4);
    expect(ranked?.ranking.areaUnderCurve).toBe(0.75);
    expect(ranked?.cuts.map(({ threshold, flagged }) => [threshold, flagged])).toEqual([
      [-10, 1],
      [null, 3],
    ]);
  });

  it('takes peaks for equal that no threshold can tell apart', () => {
    const { facts, peak } = factsAndPeak([
      { outcome: 'converted', peak: 12.3401 },
      { outcome: 'not converted', peak: 12.3409 },
    ]);
    expect(rankedScores(facts, peak, 4)?.ranking.areaUnderCurve).toBe(0.5);
  });

  it('is not known where all leads went one way', () => {
    const { facts, peak } = factsAndPeak(repeated(5, { outcome: 'converted', peak: 3 }));
    expect(rankedScores(facts, peak, 4)).toBeNull();
  });

  it('has cuts whose recall rises to 1 over any history', () => {
    fc.assert(
      fc.property(randomReplay(50), ({ facts, levels }) => {
        const cuts = rankedScores(facts, levels[0]?.peak ?? NO_PEAKS, 4)?.cuts ?? [];
        const recalls = cuts.map(({ recall }) => recall);
        expect(recalls).toEqual([...recalls].sort((one, other) => one - other));
        if (cuts.length > 0) expect(recalls.at(-1)).toBe(1);
      }),
    );
  });
});

describe('score bands', () => {
  const band = (peak: number, converted: number, observed: number): readonly LeadCase[] => [
    ...repeated(converted, { outcome: 'converted', peak, sqlAt: 12 }),
    ...repeated(observed - converted, { outcome: 'not converted', peak }),
  ];
  const bandsOf = (leads: readonly LeadCase[], edges: readonly number[]) => {
    const { facts, peak } = factsAndPeak(leads);
    return scoreBands(facts, new Float64Array(leads.length), peak, Float64Array.from(edges));
  };

  // STATISTICS.md 11: bands 2/40, 5/50, 4/60, 12/50, 20/40.
  const reference = [band(5, 2, 40), band(15, 5, 50), band(25, 4, 60), band(35, 12, 50), band(45, 20, 40)].flat();

  it('that do not rank leads are pooled until no rate falls, and named', () => {
    const { unranked, trend } = bandsOf(reference, [10, 20, 30, 40]);
    expect(unranked).toEqual([{ from: 10, to: 30 }]);
    expect(trend?.z).toBeCloseTo(5.471265, 6);
  });

  it('tell of each how it converts against all, and how long its SQLs took', () => {
    const [lowest, , , , highest] = bandsOf(reference, [10, 20, 30, 40]).bands;
    expect(lowest).toMatchObject({ from: null, to: 10, leads: 40, converted: 2, share: 40 / 240 });
    expect(highest?.lift).toBeCloseTo(0.5 / (43 / 240), 12);
    expect(highest?.medianDaysToSql).toBe(12);
  });

  it('with fewer than twenty known outcomes are joined before anything is tested', () => {
    const { unranked } = bandsOf([...band(5, 2, 40), ...band(15, 3, 5), ...band(25, 6, 60)], [10, 20]);
    expect(unranked).toEqual([]);
  });

  it('are not tested where one is left', () => {
    expect(bandsOf(band(5, 2, 40), [10, 20]).trend).toBeNull();
  });

  it('do not count an unknown outcome as a failure', () => {
    const unknown: readonly Outcome[] = ['unobserved', 'immature'];
    const { bands } = bandsOf([...band(5, 2, 40), ...unknown.map((outcome) => ({ outcome, peak: 5 }))], [10]);
    expect(bands[0]).toMatchObject({ leads: 42, observed: 40, rate: 0.05, unobserved: 1, immature: 1 });
  });
});
