import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankingOf } from '../../../core/statistics/ranking.ts';
import { cutsOf, type ScoreGroup } from '../../../core/statistics/score-groups.ts';

/** Scores count from 1. */
const groupsOf = (converted: readonly number[], notConverted: readonly number[]): readonly ScoreGroup[] =>
  converted.map((leads, index) => ({ score: index + 1, converted: leads, notConverted: notConverted[index] ?? 0 }));

/** Hanley and McNeil (1982): ratings 1 to 5 of computed tomographies, abnormal and normal. */
const TOMOGRAPHIES = groupsOf([3, 2, 2, 11, 33], [33, 6, 6, 11, 2]);
/** German credit, checking account from the best level to the worst; bad loans are what is looked for. */
const CREDIT = groupsOf([46, 14, 105, 135], [348, 49, 164, 139]);

describe('how well scores rank', () => {
  it('given the tomographies then area and errors are as published', () => {
    const found = rankingOf(TOMOGRAPHIES);
    expect(found?.areaUnderCurve).toBeCloseTo(0.8932, 4);
    expect(found?.hanleyMcNeilError).toBeCloseTo(0.0325, 4);
    expect(found?.standardError).toBeCloseTo(0.0307, 4);
    expect(found?.gini).toBeCloseTo(2 * 0.8932 - 1, 3);
  });

  it('given the tomographies then the largest gap is at 4', () => {
    const gap = rankingOf(TOMOGRAPHIES)?.largestGap;
    expect(gap?.gap).toBeCloseTo(0.6386, 4);
    expect(gap?.threshold).toBe(4);
  });

  it('given the loans then area and gap are as published', () => {
    const found = rankingOf(CREDIT);
    expect(found?.areaUnderCurve).toBeCloseTo(0.707769, 7);
    expect(found?.largestGap.gap).toBeCloseTo(0.367143, 6);
  });

  it('given four leads then the average precision is that of scikit-learn’s own example', () => {
    // y = 0 0 1 1 at 0.1 0.4 0.35 0.8: 1 · ½ + ⅔ · ½.
    const found = rankingOf([
      { score: 0.1, converted: 0, notConverted: 1 },
      { score: 0.35, converted: 1, notConverted: 0 },
      { score: 0.4, converted: 0, notConverted: 1 },
      { score: 0.8, converted: 1, notConverted: 0 },
    ]);
    expect(found?.averagePrecision).toBeCloseTo(0.8333, 4);
    expect(found?.areaUnderCurve).toBe(0.75);
  });

  it('given one outcome only then there is nothing to rank', () => {
    expect(rankingOf(groupsOf([3, 4], [0, 0]))).toBeNull();
    expect(rankingOf(groupsOf([0, 0], [3, 4]))).toBeNull();
    expect(rankingOf([])).toBeNull();
  });

  it('given one lead of a kind then DeLong’s error does not exist', () => {
    expect(rankingOf(groupsOf([0, 1], [5, 4]))).toMatchObject({ standardError: null, interval: null });
  });

  it('given any leads then scores the other way round have the area’s complement', () => {
    const leads = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(leads, (counts) => {
        const groups = counts.map(([converted, notConverted], score) => ({ score, converted, notConverted }));
        const one = rankingOf(groups);
        const other = rankingOf(groups.toReversed().map((group, score) => ({ ...group, score })));
        if (!one || !other) return;
        expect(one.areaUnderCurve + other.areaUnderCurve).toBeCloseTo(1, 12);
        expect(one.averagePrecision >= 0 && one.averagePrecision <= 1 + 1e-12).toBe(true);
      }),
    );
  });
});

describe('what thresholds do', () => {
  it('given the loans then the two highest levels capture and lift as published', () => {
    const [first, second] = cutsOf(CREDIT) ?? [];
    expect(first?.flagged).toBe(274);
    expect(first?.recall).toBeCloseTo(0.45, 12);
    expect(first?.precision).toBeCloseTo(0.4927, 4);
    expect(first?.lift).toBeCloseTo(1.6423, 4);
    expect(second?.recall).toBeCloseTo(0.8, 12);
    expect(second?.precision).toBeCloseTo(0.442, 4);
    expect(second?.lift).toBeCloseTo(1.4733, 4);
  });

  it('given the lowest score as threshold then every lead is flagged', () => {
    expect(cutsOf(CREDIT)?.at(-1)).toMatchObject({ threshold: 1, shareFlagged: 1, recall: 1, fallout: 1, lift: 1 });
  });

  it('given a score that no lead has on top then nothing is flagged there, and no precision is made up', () => {
    expect(cutsOf(groupsOf([1, 2, 0], [3, 1, 0]))?.[0]).toMatchObject({ flagged: 0, precision: null, lift: null });
  });
});
