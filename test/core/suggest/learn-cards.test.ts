import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LearningData } from '../../../core/suggest/learn/learning-data.ts';
import { boxOf, learned, rowsWhere } from '../../support/learned.ts';

/** Rows with features as bits; the first features say something, the others nothing. */
const drawnData: fc.Arbitrary<LearningData> = fc
  .record({
    rows: fc.array(fc.record({ bits: fc.nat(255), luck: fc.nat(99) }), { minLength: 60, maxLength: 300, size: 'max' }),
    given: fc.boolean(),
  })
  .map(({ rows, given }) => ({
    leads: new Int32Array(rows.length).fill(1),
    converted: Int32Array.from(rows, ({ bits, luck }) => Number(luck < 20 + 40 * (bits & 1) - 15 * ((bits >> 1) & 1))),
    given: given ? Float64Array.from(rows, ({ bits }) => 10 * (bits >> 7)) : null,
    features: [0, 1, 2, 3, 4, 5, 6].map((bit) => rowsWhere(rows, ({ bits }) => ((bits >> bit) & 1) === 1)),
  }));

const RUNS = { seed: 20_251_125, numRuns: 60 };

describe('learned cards', () => {
  it('keep within every limit, whatever the data', () => {
    const limits = fc.record({
      unit: fc.constantFrom(1, 5, 0.5),
      most: fc.integer({ min: 1, max: 12 }),
      rules: fc.integer({ min: 1, max: 6 }),
      signs: fc.array(fc.constantFrom('positive', 'negative', 'any'), { minLength: 7, maxLength: 7 }),
    });
    fc.assert(
      fc.property(drawnData, limits, (data, { unit, most, rules, signs }) => {
        const lowest = signs.map((sign) => (sign === 'positive' ? 0 : -most));
        const highest = signs.map((sign) => (sign === 'negative' ? 0 : most));
        for (const card of learned(data, { unit, lowest, highest, mostRules: rules })) {
          expect(card.features.length).toBeGreaterThan(0);
          expect(card.features.length).toBeLessThanOrEqual(rules);
          expect(new Set(card.features).size).toBe(card.features.length);
          for (const [place, feature] of card.features.entries()) {
            const units = (card.points[place] ?? 0) / unit;
            expect(Number.isInteger(units) && units !== 0).toBe(true);
            expect(units).toBeGreaterThanOrEqual(lowest[feature] ?? 0);
            expect(units).toBeLessThanOrEqual(highest[feature] ?? 0);
          }
          expect(card.slope).toBeGreaterThanOrEqual(0);
        }
      }),
      RUNS,
    );
  });

  it('with more rules allowed never have a lower criterion', () => {
    fc.assert(
      fc.property(drawnData, (data) => {
        let before = Number.NEGATIVE_INFINITY;
        for (const rules of [1, 2, 3, 5]) {
          const criterion = learned(data, boxOf(data, 6, rules))[0]?.criterion ?? Number.NEGATIVE_INFINITY;
          expect(criterion).toBeGreaterThanOrEqual(before);
          before = criterion;
        }
      }),
      RUNS,
    );
  });

  it('given leads in another order are the same, to the last digit', () => {
    fc.assert(
      fc.property(drawnData, fc.nat(1_000), (data, turn) => {
        const count = data.leads.length;
        const placeOf = (row: number): number => (row * 7 + turn) % count;
        if (count % 7 === 0) return;
        const moved = {
          leads: data.leads,
          converted: new Int32Array(count),
          given: data.given === null ? null : new Float64Array(count),
          features: data.features.map((rows) => rows.map(placeOf).sort()),
        };
        data.converted.forEach((one, row) => {
          moved.converted[placeOf(row)] = one;
          if (moved.given !== null) moved.given[placeOf(row)] = data.given?.[row] ?? 0;
        });
        expect(learned(moved, boxOf(data, 10, 4))).toEqual(learned(data, boxOf(data, 10, 4)));
      }),
      RUNS,
    );
  });

  it('given points that say all there is then no rule is better than chance', () => {
    const rows = Array.from({ length: 400 }, (_, row) => ({ given: row % 2, noise: (row >> 1) % 2 }));
    const data: LearningData = {
      leads: new Int32Array(400).fill(1),
      converted: Int32Array.from(rows, ({ given }, row) => (row % 10 < 2 + 5 * given ? 1 : 0)),
      given: Float64Array.from(rows, ({ given }) => 20 * given),
      features: [rowsWhere(rows, ({ noise }) => noise === 1)],
    };
    expect(learned(data, boxOf(data, 10, 1)).every(({ criterion }) => criterion < 0)).toBe(true);
  });
});
