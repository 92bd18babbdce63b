import { describe, expect, it } from 'vitest';
import { joinedBands, type TrendBand, trendOf } from '../../../core/statistics/trend.ts';

/** Bands stand at 1, 2, 3, …. */
const bandsOf = (...rates: readonly (readonly [number, number])[]): readonly TrendBand[] =>
  rates.map(([converted, observed], index) => ({ position: index + 1, converted, observed }));

describe('the trend along bands', () => {
  it('given the worked bands then z is as published', () => {
    expect(trendOf(bandsOf([2, 40], [5, 50], [4, 60], [12, 50], [20, 40]))?.z).toBeCloseTo(5.471265, 6);
  });

  it('given them the other way round then it falls as much', () => {
    expect(trendOf(bandsOf([20, 40], [12, 50], [4, 60], [5, 50], [2, 40]))?.z).toBeCloseTo(-5.471265, 6);
  });

  it('given the same rate everywhere then there is no trend', () => {
    const trend = trendOf(bandsOf([1, 10], [2, 20], [3, 30]));
    expect(trend?.z).toBeCloseTo(0, 12);
    expect(trend?.p).toBeCloseTo(1, 12);
  });

  it('given one outcome or one band then there is nothing to test', () => {
    expect(trendOf(bandsOf([0, 10], [0, 20]))).toBeNull();
    expect(trendOf(bandsOf([10, 10], [20, 20]))).toBeNull();
    expect(trendOf(bandsOf([3, 10]))).toBeNull();
    expect(trendOf([])).toBeNull();
  });
});

describe('bands too small to test', () => {
  it('given fewer known outcomes than asked for then a band is joined with the next one up', () => {
    expect(joinedBands(bandsOf([1, 10], [2, 30], [3, 20]), 20)).toEqual([
      { position: 1.75, converted: 3, observed: 40 },
      { position: 3, converted: 3, observed: 20 },
    ]);
  });

  it('given too few at the top then it is joined with the one below', () => {
    expect(joinedBands(bandsOf([1, 30], [2, 10]), 20)).toEqual([{ position: 1.25, converted: 3, observed: 40 }]);
  });

  it('given too few in all then one band is left', () => {
    expect(joinedBands(bandsOf([1, 0], [0, 0]), 20)).toEqual([{ position: 1.5, converted: 1, observed: 0 }]);
    expect(joinedBands([], 20)).toEqual([]);
  });
});
