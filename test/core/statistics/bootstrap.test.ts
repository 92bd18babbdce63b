import { describe, expect, it } from 'vitest';
import {
  accelerationOf,
  basicInterval,
  bcaInterval,
  bootstrapCells,
  bootstrapError,
  percentileInterval,
} from '../../../core/statistics/bootstrap.ts';
import { createDraws } from '../../../core/statistics/draws.ts';
import { pairedRateDifference } from '../../../core/statistics/paired-rates.ts';
import { poissonSums, poissonWeight } from '../../../core/statistics/poisson-weights.ts';
import { KINDS, pairedCounts } from './paired-counts.ts';

const VALUES = [10, 12, 12.5, 12.5, 13.9, 15, 21, 22, 23, 34, 50, 81, 89, 121, 134, 213];
const MEAN = VALUES.reduce((sum, value) => sum + value, 0) / VALUES.length;

/** Within half a per cent, as the published figures are drawn as well. */
const expectNear = (found: readonly number[] | null, low: number, high: number) => {
  expect(Math.abs((found?.[0] ?? 0) / low - 1)).toBeLessThan(0.005);
  expect(Math.abs((found?.[1] ?? 0) / high - 1)).toBeLessThan(0.005);
};

describe('the bootstrap of leads', () => {
  const meanOf = (drawn: Float64Array) =>
    VALUES.reduce((sum, value, cell) => sum + value * (drawn[cell] ?? 0), 0) / VALUES.length;
  const draws = bootstrapCells(
    VALUES.map(() => 1),
    { seed: 3, resamples: 1_000_000 },
    meanOf,
  );

  it('given sixteen values then the intervals of their mean are those of R’s boot', () => {
    expectNear(basicInterval(draws, MEAN), 23.77, 79.12);
    expectNear(percentileInterval(draws), 28.86, 84.21);
    expectNear(bcaInterval(draws, MEAN, accelerationOf(VALUES.map((value) => value - MEAN))), 32.31, 91.43);
  });

  const counts = pairedCounts([319, 78, 22], [31, 53, 22]);
  const cells = KINDS.map((kind) => counts[kind]);
  const differenceIn = ([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: Float64Array) =>
    (a + c) / (a + c + d + f) - (a + b) / (a + b + d + e);

  it('given DTComPair’s counts then error and interval of the difference are those worked out apart', () => {
    const differences = bootstrapCells(cells, { seed: 8, resamples: 10_000 }, differenceIn);
    expect(bootstrapError(differences)).toBeCloseTo(0.0167, 3);
    expect(percentileInterval(differences)?.[0]).toBeCloseTo(0.0071, 2);
    expect(percentileInterval(differences)?.[1]).toBeCloseTo(0.0732, 2);
    expect(bootstrapError(differences)).toBeCloseTo(pairedRateDifference(counts)?.standardError ?? 0, 3);
  });

  it('given the same seed then the draws are the same, and given another then not', () => {
    const [one, same, other] = [5, 5, 6].map((seed) => bootstrapCells(cells, { seed, resamples: 50 }, differenceIn));
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
  });

  it.each([
    ['few leads', [5, 0, 7, 1]],
    ['many', [5000, 0, 7000, 1000]],
  ])('given %s then each draw has as many, none of them in an empty cell', (_, ofCells) => {
    const leads = ofCells.reduce((sum, count) => sum + count, 0);
    const totals = bootstrapCells(ofCells, { seed: 1, resamples: 200 }, (drawn) => {
      expect(drawn[1]).toBe(0);
      return drawn.reduce((sum, count) => sum + count, 0);
    });
    expect(new Set(totals)).toEqual(new Set([leads]));
  });

  it('given a statistic that exists in no draw then there is no interval', () => {
    const none = bootstrapCells([1, 2], { seed: 1, resamples: 10 }, () => Number.NaN);
    expect([percentileInterval(none), bcaInterval(none, 0, 0), bootstrapError(none)]).toEqual([null, null, null]);
  });

  it('given draws on one side of the estimate only then BCa has no interval', () => {
    expect(bcaInterval(Float64Array.of(1, 2, 3), 0, 0)).toBeNull();
  });

  it('given symmetric influences then there is no acceleration', () => {
    expect(accelerationOf([-2, -1, 0, 1, 2])).toBe(0);
    expect(accelerationOf([0, 0])).toBe(0);
  });
});

describe('binomial draws', () => {
  it.each([
    [1, 0.3],
    [12, 0.5],
    [400, 0.02],
    [90_000, 0.37],
  ])('given %i trials at %d then mean and variance are theirs', (trials, chance) => {
    const { binomial } = createDraws(11);
    const found = Array.from({ length: 20_000 }, () => binomial(trials, chance));
    const mean = found.reduce((sum, value) => sum + value, 0) / found.length;
    const variance = found.reduce((sum, value) => sum + (value - mean) ** 2, 0) / found.length;
    const expected = trials * chance * (1 - chance);
    expect(Math.abs(mean - trials * chance)).toBeLessThan(4 * Math.sqrt(expected / found.length));
    expect(Math.abs(variance / expected - 1)).toBeLessThan(0.05);
  });

  it('given no chance or all of it then there is nothing to draw', () => {
    const { binomial } = createDraws(11);
    expect([binomial(9, 0), binomial(9, 1), binomial(0, 0.5)]).toEqual([0, 9, 0]);
  });
});

describe('the Poisson bootstrap', () => {
  it('given many leads and resamples then weights are as often 0, 1, 2 and 3 as with a mean of 1', () => {
    const seen = [0, 0, 0, 0];
    for (let lead = 0; lead < 400; lead += 1) {
      for (let resample = 0; resample < 500; resample += 1) {
        const weight = poissonWeight(7, lead, resample);
        seen[weight] = (seen[weight] ?? 0) + 1;
      }
    }
    const expected = [1, 1, 1 / 2, 1 / 6].map((part) => part / Math.E);
    expected.forEach((share, weight) => {
      expect((seen[weight] ?? 0) / 200_000).toBeCloseTo(share, 2);
    });
  });

  it('given neighbours then their weights are not correlated', () => {
    let product = 0;
    for (let lead = 0; lead < 100_000; lead += 1) {
      product += (poissonWeight(7, lead, 3) - 1) * (poissonWeight(7, lead + 1, 3) - 1);
      product += (poissonWeight(7, 3, lead) - 1) * (poissonWeight(7, 3, lead + 1) - 1);
    }
    expect(Math.abs(product / 200_000)).toBeLessThan(0.01);
  });

  it('given two values a lead then a sum is that of the weights, the same for both', () => {
    const leads = [4, 9];
    const [amounts, ones] = poissonSums({ seed: 2, resamples: 30 }, leads, [
      [100, 1],
      [1, 1],
    ]);
    for (let resample = 0; resample < 30; resample += 1) {
      const [first, second] = leads.map((lead) => poissonWeight(2, lead, resample));
      expect(amounts?.[resample]).toBe(100 * (first ?? 0) + (second ?? 0));
      expect(ones?.[resample]).toBe((first ?? 0) + (second ?? 0));
    }
  });

  it('given a scenario that adds leads then those of both keep their weights', () => {
    const [all] = poissonSums({ seed: 2, resamples: 20 }, [1, 2, 3], [[1, 1, 1]]);
    const [some] = poissonSums({ seed: 2, resamples: 20 }, [1, 3], [[1, 1]]);
    const [rest] = poissonSums({ seed: 2, resamples: 20 }, [2], [[1]]);
    expect(all).toEqual(some?.map((sum, resample) => sum + (rest?.[resample] ?? 0)));
  });
});
