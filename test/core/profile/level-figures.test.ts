import { describe, expect, it } from 'vitest';
import { figuresOfLevels } from '../../../core/profile/level-figures.ts';
import { proposedPoints } from '../../../core/profile/proposed-points.ts';

const level = (converted: number, observed: number) => ({ leads: observed, observed, converted });

describe('the figures of a level', () => {
  /** STATISTICS.md, ranking: German credit, the checking account; a bad credit as a converted lead. */
  const figures = figuresOfLevels([level(135, 274), level(105, 269), level(14, 63), level(46, 394)], level(300, 1000));

  it('given German credit then the weights of evidence are the published ones', () => {
    expect(figures.map(({ weightOfEvidence }) => weightOfEvidence)).toEqual([
      expect.closeTo(0.818099, 6),
      expect.closeTo(0.401392, 6),
      expect.closeTo(-0.405465, 6),
      expect.closeTo(-1.176263, 6),
    ]);
  });

  it('given German credit then lift and captured share of the top level are the published ones', () => {
    const [top] = figures;
    expect(top?.lift).toBeCloseTo(1.6423, 4);
    expect(top?.rate).toBeCloseTo(0.4927, 4);
    expect(top?.shareOfConverted).toBeCloseTo(0.45, 12);
    expect(top?.shareOfOthers).toBeCloseTo(139 / 700, 12);
  });

  it('then the interval of lift is Wilson’s over the base rate', () => {
    // 15 of 148: .0624 to .1605 (Wilson, Newcombe 1998), over a base of a tenth.
    const [found] = figuresOfLevels([level(15, 148)], level(100, 1000));
    expect(found?.interval).toEqual([expect.closeTo(0.0624, 4), expect.closeTo(0.1605, 4)]);
    expect(found?.liftInterval).toEqual([expect.closeTo(0.624, 3), expect.closeTo(1.605, 3)]);
  });

  it('given levels of like lift then the one with more known outcomes ranks higher: by the lower limit', () => {
    const ranked = figuresOfLevels([level(3, 4), level(60, 100), level(20, 300)], level(100, 1000));
    expect(ranked.map(({ rank }) => rank)).toEqual([2, 1, 3]);
  });

  it('given a level that nobody of one outcome is in then half a lead is added to both sides', () => {
    const [none] = figuresOfLevels([level(0, 10)], level(20, 120));
    expect(none?.weightOfEvidence).toBeCloseTo(Math.log(0.5 / 20 / (10.5 / 100)), 12);
  });

  it('given nothing observed then there is no rate, no lift, no weight and no test', () => {
    const nothing = { rate: null, interval: null, lift: null, weightOfEvidence: null, q: null, rank: null, points: 0 };
    expect(figuresOfLevels([{ leads: 3, observed: 0, converted: 0 }], level(1, 5))[0]).toMatchObject(nothing);
    expect(figuresOfLevels([level(0, 3)], level(0, 5))[0]).toMatchObject({ rate: 0, lift: null, rank: null, q: null });
  });
});

describe('proposed points', () => {
  it.each([
    [Math.LN2, 10],
    [-Math.LN2, -10],
    [2 * Math.LN2, 20],
    [0.17, 0],
    [-0.17, 0],
    [0.18, 5],
    [9, 50],
    [-9, -50],
    [null, 0],
  ])('a weight of %d gives %d: ten for each doubling of the odds, in fives', (weight, points) => {
    expect(proposedPoints(weight)).toBe(points);
  });
});
