import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mcNemar } from '../../../core/statistics/mcnemar.ts';

describe('McNemar’s test', () => {
  it('given 6 against 16 then all four kinds are those of contingencytables (cavo_2012)', () => {
    const found = mcNemar(6, 16);
    expect(Math.sqrt(found?.chiSquare ?? 0)).toBeCloseTo(2.132, 3);
    expect(found?.p).toBeCloseTo(0.033006, 6);
    expect(found?.correctedP).toBeCloseTo(0.055009, 6);
    expect(found?.exactP).toBeCloseTo(0.052479, 6);
    expect(found?.midP).toBeCloseTo(0.03469, 6);
  });

  it('given 256 against 144 then they are those of CAMIS', () => {
    const found = mcNemar(256, 144);
    expect(found?.chiSquare).toBeCloseTo(31.36, 10);
    expect((found?.p ?? 0) / 2.144e-8).toBeCloseTo(1, 3);
    expect(found?.correctedChiSquare).toBeCloseTo(30.802, 3);
    expect((found?.correctedP ?? 0) / 2.857e-8).toBeCloseTo(1, 3);
    expect((found?.exactP ?? 0) / 2.3308681e-8).toBeCloseTo(1, 7);
  });

  it('given 15 against 19 then they are those of statsmodels', () => {
    const found = mcNemar(15, 19);
    expect(found?.chiSquare).toBeCloseTo(0.470588, 6);
    expect(found?.p).toBeCloseTo(0.492717, 6);
    expect(found?.correctedP).toBeCloseTo(0.606905, 6);
    expect(found?.exactP).toBeCloseTo(0.607591, 6);
  });

  it('given as many on both sides then mid-p is 1 less half of the table’s own probability', () => {
    expect(mcNemar(2, 2)).toMatchObject({ chiSquare: 0, correctedChiSquare: 0, p: 1, exactP: 1, midP: 1 - 0.375 / 2 });
  });

  it('given the same leads then there is nothing to test', () => expect(mcNemar(0, 0)).toBeNull());

  it('given any leads then mid-p lies within 0 and 1, below the exact p', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.integer({ min: 1, max: 3000 }), (one, other) => {
        const found = mcNemar(one, other);
        const midP = found?.midP ?? Number.NaN;
        expect(midP >= 0 && midP <= (found?.exactP ?? Number.NaN) && (found?.exactP ?? Number.NaN) <= 1).toBe(true);
      }),
    );
  });
});
