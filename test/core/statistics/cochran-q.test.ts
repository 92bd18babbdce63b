import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareTail } from '../../../core/statistics/chi-square.ts';
import { cochranQ } from '../../../core/statistics/cochran-q.ts';
import { twoSidedP } from '../../../core/statistics/normal.ts';

describe('the tail of χ²', () => {
  // The table that every textbook prints.
  it.each([
    [3.841, 1, 0.05],
    [5.991, 2, 0.05],
    [7.815, 3, 0.05],
    [9.488, 4, 0.05],
    [18.307, 10, 0.05],
    [29.588, 10, 0.001],
    [43.773, 30, 0.05],
    [10.851, 20, 0.95],
  ])('given %d with %d degrees of freedom then it is %d', (value, degreesOfFreedom, share) => {
    expect(chiSquareTail(value, degreesOfFreedom)).toBeCloseTo(share, 4);
  });

  it('is that of the normal distribution, squared, with one degree of freedom', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 8, noNaN: true }), (z) => {
        expect(chiSquareTail(z * z, 1)).toBeCloseTo(twoSidedP(z), 12);
      }),
    );
  });

  it('grows with the degrees of freedom and shrinks with the value, from 1 at nothing', () => {
    const value = fc.double({ min: 0.01, max: 200, noNaN: true });
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 60 }), (at, degrees) => {
        const tail = chiSquareTail(at, degrees);
        expect(tail).toBeLessThanOrEqual(chiSquareTail(at, degrees + 1) + 1e-12);
        expect(tail).toBeGreaterThanOrEqual(chiSquareTail(at + 1, degrees) - 1e-12);
        expect(chiSquareTail(0, degrees)).toBe(1);
      }),
    );
  });
});

describe('whether groups differ more than chance would make them', () => {
  // The 13 trials of the BCG vaccine (Colditz and others, 1994): tuberculosis yes and no with it, then without. metafor prints
  // Q(df = 12) = 152.2330 and a common logarithm of the risk ratio of −0.4303 for them.
  const TRIALS = [
    [4, 119, 11, 128],
    [6, 300, 29, 274],
    [3, 228, 11, 209],
    [62, 13_536, 248, 12_619],
    [33, 5_036, 47, 5_761],
    [180, 1_361, 372, 1_079],
    [8, 2_537, 10, 619],
    [505, 87_886, 499, 87_892],
    [29, 7_470, 45, 7_232],
    [17, 1_699, 65, 1_600],
    [186, 50_448, 141, 27_197],
    [5, 2_493, 3, 2_338],
    [27, 16_886, 29, 17_825],
  ] as const;

  it('given the trials of the BCG vaccine then Q and the common effect are as published', () => {
    const found = cochranQ(
      TRIALS.map(([withIt, withNot, without, withoutNot]) => ({
        estimate: Math.log(withIt / (withIt + withNot) / (without / (without + withoutNot))),
        standardError: Math.sqrt(1 / withIt - 1 / (withIt + withNot) + 1 / without - 1 / (without + withoutNot)),
      })),
    );
    expect(found?.q).toBeCloseTo(152.233, 3);
    expect(found?.pooled).toBeCloseTo(-0.4303, 4);
    expect(found?.degreesOfFreedom).toBe(12);
    expect(found?.p).toBeLessThan(0.0001);
  });

  it('given groups that are alike then nothing lies apart', () => {
    const alike = Array.from({ length: 5 }, (_, index) => ({ estimate: 0.25, standardError: 0.5 + index }));
    expect(cochranQ(alike)).toEqual({ pooled: 0.25, q: 0, degreesOfFreedom: 4, p: 1 });
  });

  it('given one group then there is nothing to tell', () => {
    expect(cochranQ([{ estimate: 1, standardError: 1 }])).toBeNull();
  });
});
