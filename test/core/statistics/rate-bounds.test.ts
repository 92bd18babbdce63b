import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imbensManskiPoint } from '../../../core/statistics/imbens-manski.ts';
import { type PairedCounts, type PairedUnobserved, sumOf } from '../../../core/statistics/paired-counts.ts';
import { pairedRateDifference } from '../../../core/statistics/paired-rates.ts';
import { differenceBounds, rateBounds } from '../../../core/statistics/rate-bounds.ts';
import { wilsonInterval } from '../../../core/statistics/wilson.ts';
import { anyPairedCounts, pairedCounts, swapped } from './paired-counts.ts';

const anyUnobserved: fc.Arbitrary<PairedUnobserved> = fc.record({
  both: fc.nat(60),
  onlyA: fc.nat(60),
  onlyB: fc.nat(60),
});

/** The shares of the unknown leads that convert. */
const filled = (observed: PairedCounts, { both, onlyA, onlyB }: PairedUnobserved, shares: readonly number[]) => {
  const converted = [both, onlyA, onlyB].map((leads, index) => Math.round(leads * (shares[index] ?? 0)));
  return pairedRateDifference(
    sumOf(
      observed,
      pairedCounts(
        converted,
        [both, onlyA, onlyB].map((leads, index) => leads - (converted[index] ?? 0)),
      ),
    ),
  );
};

describe('the bounds of a rate', () => {
  it('given 200 leads, 120 known, 36 of them SQLs, then it is 18 % to 58 %', () => {
    const bounds = rateBounds({ observed: 120, converted: 36, unobserved: 80 });
    expect(bounds).toMatchObject({ low: 0.18, high: 0.58 });
    expect(bounds?.interval[0]).toBeLessThan(0.18);
    expect(bounds?.interval[1]).toBeGreaterThan(0.58);
  });

  it('given that every outcome is known then they meet, and the interval is Wilson’s', () => {
    const bounds = rateBounds({ observed: 120, converted: 36, unobserved: 0 });
    expect(bounds).toEqual({ low: 0.3, high: 0.3, interval: wilsonInterval(36, 120) });
  });

  it('given no lead then there are none', () =>
    expect(rateBounds({ observed: 0, converted: 0, unobserved: 0 })).toBeNull());

  it('given any leads then the interval contains the bounds within 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.integer({ min: 1, max: 300 }), (converted, not, unobserved) => {
        const bounds = rateBounds({ observed: converted + not, converted, unobserved });
        const [from, to] = bounds?.interval ?? [1, 0];
        const { low, high } = bounds ?? { low: 1, high: 0 };
        expect(0 <= from && from <= low && low <= high && high <= to && to <= 1).toBe(true);
      }),
    );
  });
});

describe('the sharp bounds of a difference', () => {
  it('given the worked leads of A and B then they are as published, narrower than the two bounds subtracted', () => {
    const bounds = differenceBounds(pairedCounts([24, 6, 0], [56, 64, 0]), { both: 10, onlyA: 40, onlyB: 30 });
    expect(bounds?.low).toBeCloseTo(-0.15, 12);
    expect(bounds?.high).toBeCloseTo(1 / 3, 12);
  });

  it('given those leads then the observed ones alone say .1', () => {
    expect(pairedRateDifference(pairedCounts([24, 6, 0], [56, 64, 0]))?.difference).toBeCloseTo(0.1, 12);
  });

  it('given nothing unknown then both are the difference', () => {
    const observed = pairedCounts([24, 6, 3], [56, 64, 9]);
    const found = pairedRateDifference(observed);
    expect(differenceBounds(observed, { both: 0, onlyA: 0, onlyB: 0 })).toEqual({
      low: found?.difference,
      high: found?.difference,
      interval: found?.interval,
    });
  });

  it('given the same leads then both are exactly 0, however many are unknown', () => {
    const bounds = differenceBounds(pairedCounts([24], [56]), { both: 70, onlyA: 0, onlyB: 0 });
    expect(bounds).toEqual({ low: 0, high: 0, interval: [0, 0] });
  });

  it('given no lead of one of them then there are none', () => {
    expect(differenceBounds(pairedCounts([0, 3], [0, 4]), { both: 0, onlyA: 3, onlyB: 0 })).toBeNull();
  });

  it('given outcomes for the unknown leads at random then the difference never leaves them', () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(anyPairedCounts(60), anyUnobserved, shares, (observed, unobserved, converting) => {
        const bounds = differenceBounds(observed, unobserved);
        const truth = filled(observed, unobserved, converting);
        if (!bounds || !truth) return;
        expect(truth.difference).toBeGreaterThanOrEqual(bounds.low - 1e-12);
        expect(truth.difference).toBeLessThanOrEqual(bounds.high + 1e-12);
      }),
    );
  });

  it('given any leads then some outcomes of the unknown ones attain each of them', () => {
    fc.assert(
      fc.property(anyPairedCounts(60), anyUnobserved, (observed, unobserved) => {
        const bounds = differenceBounds(observed, unobserved);
        const differences = [0, 1].flatMap((both) =>
          [0, 1].map((side) => filled(observed, unobserved, [both, side, 1 - side])?.difference ?? 0),
        );
        expect(Math.min(...differences)).toBeCloseTo(bounds?.low ?? 0, 12);
        expect(Math.max(...differences)).toBeCloseTo(bounds?.high ?? 0, 12);
      }),
    );
  });

  it('given any leads then swapping A and B negates and mirrors them to the last digit', () => {
    fc.assert(
      fc.property(anyPairedCounts(60), anyUnobserved, (observed, unobserved) => {
        const one = differenceBounds(observed, unobserved);
        const { both, onlyA, onlyB } = unobserved;
        const other = differenceBounds(swapped(observed), { both, onlyA: onlyB, onlyB: onlyA });
        expect((one?.low ?? 0) + (other?.high ?? 0)).toBe(0);
        expect((one?.high ?? 0) + (other?.low ?? 0)).toBe(0);
        expect((one?.interval[0] ?? 0) + (other?.interval[1] ?? 0)).toBe(0);
      }),
    );
  });

  it('given any leads then they lie within the bounds of A taken from those of B', () => {
    fc.assert(
      fc.property(anyPairedCounts(60), anyUnobserved, (observed, unobserved) => {
        const ofA = rateBounds({
          converted: observed.bothConverted + observed.onlyAConverted,
          observed: observed.bothConverted + observed.onlyAConverted + observed.bothNot + observed.onlyANot,
          unobserved: unobserved.both + unobserved.onlyA,
        });
        const ofB = rateBounds({
          converted: observed.bothConverted + observed.onlyBConverted,
          observed: observed.bothConverted + observed.onlyBConverted + observed.bothNot + observed.onlyBNot,
          unobserved: unobserved.both + unobserved.onlyB,
        });
        const bounds = differenceBounds(observed, unobserved);
        if (!ofA || !ofB || !bounds) return;
        expect(bounds.low).toBeGreaterThanOrEqual(ofB.low - ofA.high - 1e-12);
        expect(bounds.high).toBeLessThanOrEqual(ofB.high - ofA.low + 1e-12);
      }),
    );
  });
});

describe('the point of Imbens and Manski', () => {
  it.each([
    [0, 1.96],
    [0.5, 1.7697],
    [1, 1.6815],
    [2, 1.6461],
    [5, 1.6449],
  ])('given bounds %d standard errors apart then it is %d', (width, expected) => {
    expect(imbensManskiPoint(width, 1)).toBeCloseTo(expected, 4);
  });
});
