import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposedCutPoints } from '../../../core/profile/cut-points.ts';
import { roundInstant, roundNumber } from '../../../core/profile/round-cut.ts';

const spread = (values: readonly number[], observed = 1) => values.map((value) => ({ value, observed }));
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

describe('cut points', () => {
  it('given a thousand even values then five bands meet at round numbers', () => {
    expect(proposedCutPoints(spread(upTo(1000)), roundNumber)).toEqual([200, 400, 600, 800]);
  });

  it('given fewer than forty known outcomes then there is one band', () => {
    expect(proposedCutPoints(spread(upTo(39)), roundNumber)).toEqual([]);
    expect(proposedCutPoints(spread(upTo(40)), roundNumber)).toEqual([20]);
  });

  it('given most at one value then it is not torn apart', () => {
    const values = [
      { value: 0, observed: 600 },
      ...spread(
        upTo(100).map((value) => value + 1),
        4,
      ),
    ];
    const cuts = proposedCutPoints(values, roundNumber);
    expect(cuts[0]).toBe(1);
    expect(cuts.length).toBeGreaterThan(1);
  });

  it('given sizes of companies then the cuts are those that people would choose', () => {
    const values = spread(upTo(400).map((index) => Math.round(1.02 ** index)));
    const cuts = proposedCutPoints(values, roundNumber);
    expect(cuts).toHaveLength(4);
    for (const cut of cuts) expect(String(cut).replace(/0+$/u, '').length).toBe(1);
  });

  it('every band holds at least twenty, cuts ascend, whatever the values', () => {
    const value = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 300, size: 'max' }), (drawn) => {
        const values = [...new Set(drawn)].sort((left, right) => left - right);
        const cuts = proposedCutPoints(
          values.map((one) => ({ value: one, observed: drawn.filter((other) => other === one).length })),
          roundNumber,
        );
        const ends = [Number.NEGATIVE_INFINITY, ...cuts, Number.POSITIVE_INFINITY];
        expect(cuts).toEqual(cuts.toSorted((left, right) => left - right));
        for (const [index, from] of ends.slice(0, -1).entries()) {
          const inside = drawn.filter((one) => one >= from && one < (ends[index + 1] ?? 0));
          if (cuts.length > 0) expect(inside.length).toBeGreaterThanOrEqual(20);
        }
      }),
      { seed: 20_251_125, numRuns: 300 },
    );
  });
});

describe('a round place', () => {
  it.each([
    [9.2, 11.7, 10],
    [46, 53, 50],
    [0, 1, 1],
    [-3, 4, 0],
    [0.031, 0.042, 0.04],
    [1234, 1236, 1235],
    [-121, -99, -100],
  ])('between %d and %d is %d', (low, high, round) => {
    expect(roundNumber({ low, high, wanted: high })).toBe(round);
  });

  it.each([
    ['2023-11-20', '2024-02-10', '2024-01-01'],
    ['2024-02-11', '2024-05-10', '2024-04-01'],
    ['2024-05-11', '2024-06-20', '2024-06-01'],
    ['2024-06-11', '2024-06-13', '2024-06-13'],
  ])('between %s and %s is %s', (low, high, round) => {
    const found = roundInstant({ low: Date.parse(low), high: Date.parse(high), wanted: Date.parse(high) }, 'UTC');
    expect(new Date(found).toISOString().slice(0, 10)).toBe(round);
  });

  it('of a date is a midnight of its time zone', () => {
    const range = { low: Date.UTC(2024, 0, 10), high: Date.UTC(2024, 3, 20), wanted: Date.UTC(2024, 3, 20) };
    expect(new Date(roundInstant(range, 'Europe/Warsaw')).toISOString()).toBe('2024-03-31T22:00:00.000Z');
  });
});
