import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadsToSettle, pilotForMargin, pilotToSettle } from '../../../core/statistics/pilot.ts';
import { differenceBounds } from '../../../core/statistics/rate-bounds.ts';
import {
  bandRates,
  breakEven,
  type PairedBand,
  selectionDifferenceBounds,
  selectionLine,
  selectionRateBounds,
} from '../../../core/statistics/selection-bounds.ts';
import { anyPairedCounts, pairedCounts, swapped } from './paired-counts.ts';

const band = (converted: number, observed: number, unobserved: readonly number[]): PairedBand => ({
  converted,
  observed,
  unobserved: { both: unobserved[0] ?? 0, onlyA: unobserved[1] ?? 0, onlyB: unobserved[2] ?? 0 },
});

const swappedBand = (of: PairedBand): PairedBand => ({
  ...of,
  unobserved: { both: of.unobserved.both, onlyA: of.unobserved.onlyB, onlyB: of.unobserved.onlyA },
});

const totalUnobserved = (bands: readonly PairedBand[]) => ({
  both: bands.reduce((sum, { unobserved }) => sum + unobserved.both, 0),
  onlyA: bands.reduce((sum, { unobserved }) => sum + unobserved.onlyA, 0),
  onlyB: bands.reduce((sum, { unobserved }) => sum + unobserved.onlyB, 0),
});

const anyBand = fc
  .tuple(fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30))
  .map(([converted, not, ...unobserved]) => band(converted, converted + not, unobserved));
const anyLeads = fc.tuple(anyPairedCounts(60), fc.array(anyBand, { minLength: 1, maxLength: 6 }));

/** A flags 200 and B 120: 24 of 80 known ones of both convert, 6 of 70 of A alone; 10, 40 and 30 are unknown. */
const WORKED = pairedCounts([24, 6, 0], [56, 64, 0]);

describe('the rates that unknown leads are given', () => {
  it('given a band without known leads then it has the rate of the next one above', () => {
    const bands = [
      { converted: 1, observed: 10 },
      { converted: 0, observed: 0 },
      { converted: 4, observed: 10 },
    ];
    expect(bandRates(bands)).toEqual([0.1, 0.4, 0.4]);
  });

  it('given no known lead above either then it is 1, which promises nothing', () => {
    const bands = [
      { converted: 1, observed: 10 },
      { converted: 0, observed: 0 },
    ];
    expect(bandRates(bands)).toEqual([0.1, 1]);
  });
});

describe('the bounds under monotone selection', () => {
  it('given two bands then the unknown leads of each convert up to as often as its known ones', () => {
    const bounds = selectionRateBounds([
      { observed: 70, converted: 7, unobserved: 50 },
      { observed: 50, converted: 25, unobserved: 30 },
    ]);
    // (7 + 25) / 200, and 5 and 15 more.
    expect(bounds?.[0]).toBeCloseTo(0.16, 12);
    expect(bounds?.[1]).toBeCloseTo(0.26, 12);
  });

  it('given no leads then there are none', () => expect(selectionRateBounds([])).toBeNull());

  it('given the worked leads in one band then they are the unknown leads’ weights times its rate', () => {
    const bounds = selectionDifferenceBounds(WORKED, [band(30, 150, [10, 40, 30])]);
    // .05 less 40/200 · .2; .05 and (10 · (1/120 − 1/200) + 30/120) · .2 more.
    expect(bounds?.[0]).toBeCloseTo(0.01, 12);
    expect(bounds?.[1]).toBeCloseTo(0.05 + (1 / 30 + 0.25) * 0.2, 12);
  });

  it('given any leads then they lie within the sharp ones', () => {
    fc.assert(
      fc.property(anyLeads, ([observed, bands]) => {
        const sharp = differenceBounds(observed, totalUnobserved(bands));
        const found = selectionDifferenceBounds(observed, bands);
        expect(found === null).toBe(sharp === null);
        if (!sharp || !found) return;
        expect(found[0]).toBeGreaterThanOrEqual(sharp.low - 1e-12);
        expect(found[1]).toBeLessThanOrEqual(sharp.high + 1e-12);
      }),
    );
  });

  it('given any leads then swapping A and B negates and mirrors them to the last digit', () => {
    fc.assert(
      fc.property(anyLeads, ([observed, bands]) => {
        const one = selectionDifferenceBounds(observed, bands);
        const other = selectionDifferenceBounds(swapped(observed), bands.map(swappedBand));
        expect((one?.[0] ?? 0) + (other?.[1] ?? 0)).toBe(0);
        expect((one?.[1] ?? 0) + (other?.[0] ?? 0)).toBe(0);
      }),
    );
  });
});

describe('where two definitions change places', () => {
  it('given a better A whose rival has more unknown leads then it is base over slope', () => {
    // A has 100 leads and B as many; .2 of the known ones of their band convert.
    const observed = pairedCounts([10, 4, 2], [50, 16, 0]);
    const bands = [band(16, 80, [0, 20, 38])];
    const found = breakEven(observed, bands);
    const line = selectionLine(observed, bands);
    expect(line?.base).toBeCloseTo(12 / 100 - 14 / 100, 12);
    expect(line?.slope).toBeCloseTo((38 * 0.2) / 100 - (20 * 0.2) / 100, 12);
    expect(found?.multiple).toBeCloseTo(0.02 / 0.036, 12);
    expect(found?.isPossible).toBe(true);
  });

  it('given that unknown leads only widen the lead of B then there is none', () => {
    expect(breakEven(WORKED, [band(30, 150, [10, 40, 30])])).toBeNull();
  });

  it('given the same leads then there is none', () => {
    expect(breakEven(pairedCounts([5], [7]), [band(5, 12, [9])])).toBeNull();
  });

  it('given that more than all of a band’s leads would have to convert then it is not possible', () => {
    const found = breakEven(pairedCounts([0, 30, 0], [0, 10, 20]), [band(30, 60, [0, 0, 20])]);
    expect(found?.multiple).toBeCloseTo(3, 12);
    expect(found?.isPossible).toBe(false);
  });

  it('given any leads then at that multiple the difference is 0', () => {
    fc.assert(
      fc.property(anyLeads, ([observed, bands]) => {
        const found = breakEven(observed, bands);
        const line = selectionLine(observed, bands);
        if (!found || !line) return;
        expect(found.multiple).toBeGreaterThanOrEqual(0);
        expect(line.base + line.slope * found.multiple).toBeCloseTo(0, 10);
      }),
    );
  });
});

describe('the size of a pilot', () => {
  it.each([
    [0.1, 0.05, 139],
    [0.1, 0.03, 385],
    [0.2, 0.05, 246],
  ])('given a rate of about %d to ± %d then it is %i leads', (rate, margin, leads) => {
    expect(pilotForMargin(rate, margin)).toBe(leads);
  });

  it('given known leads that leave room then the larger the difference the fewer leads settle it', () => {
    const bands = (converted: number) => [band(converted, 1000, [0, 0, 400])];
    const observed = pairedCounts([200], [800]);
    const [near, far] = [pilotToSettle(observed, bands(300)), pilotToSettle(observed, bands(500))];
    expect(far).toBeGreaterThan(10);
    expect(near ?? 0).toBeGreaterThan(far ?? Number.POSITIVE_INFINITY);
  });

  it('given nothing unknown, or the same leads, then no pilot can', () => {
    expect(pilotToSettle(pairedCounts([20, 5], [40, 9, 8]), [band(25, 82, [])])).toBeNull();
    expect(pilotToSettle(pairedCounts([20], [40]), [band(20, 60, [10])])).toBeNull();
  });

  it('given a difference two standard errors of 100 leads away then fewer than 100 settle it', () => {
    expect(leadsToSettle(0.1, 0.05, 100)).toBe(97);
    expect(leadsToSettle(-0.05, 0.05, 100)).toBe(385);
    expect(leadsToSettle(0, 0.05, 100)).toBeNull();
  });
});
