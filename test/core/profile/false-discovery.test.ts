import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { falseDiscoveryRates } from '../../../core/profile/false-discovery.ts';

describe('q-values', () => {
  it('given the fifteen p-values of Benjamini and Hochberg’s paper then just the four smallest are discoveries at 0.05', () => {
    const pValues = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    const rates = falseDiscoveryRates(pValues);
    expect(rates.filter((rate) => rate !== null && rate <= 0.05)).toHaveLength(4);
    expect(rates[0]).toBeCloseTo(0.0015, 12);
    expect(rates[3]).toBeCloseTo(0.035625, 12);
  });

  it('given what could not be tested then it stays so and counts as no test', () => {
    expect(falseDiscoveryRates([null, 0.02, null, 0.04])).toEqual([null, 0.04, null, 0.04]);
    expect(falseDiscoveryRates([])).toEqual([]);
  });

  it('they rise with p, are never below it, and are at most 1, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), (pValues) => {
        const rates = falseDiscoveryRates(pValues);
        const byP = pValues
          .map((p, index) => ({ p, q: rates[index] ?? Number.NaN }))
          .sort((a, b) => a.p - b.p || a.q - b.q);
        for (const [index, { p, q }] of byP.entries()) {
          expect(q).toBeGreaterThanOrEqual(p);
          expect(q).toBeLessThanOrEqual(1);
          expect(q).toBeGreaterThanOrEqual(byP[index - 1]?.q ?? 0);
        }
        expect(falseDiscoveryRates(pValues.toReversed())).toEqual(rates.toReversed());
      }),
      { seed: 20_251_125 },
    );
  });
});
