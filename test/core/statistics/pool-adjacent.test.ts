import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, poolAdjacent } from '../../../core/statistics/pool-adjacent.ts';

const pooled = (means: readonly number[], weights: readonly number[] = means.map(() => 1)): readonly Block[] =>
  poolAdjacent(means.map((mean, index) => ({ mean, weight: weights[index] ?? 1 })));

const spreadOut = (blocks: readonly Block[]): readonly number[] =>
  blocks.flatMap(({ from, to, mean }) => Array.from({ length: to - from + 1 }, () => mean));

describe('values that never fall', () => {
  // Busing (2022), by way of scipy’s tests; Isotonic.jl; the fifth weighted.
  it.each([
    [[8, 4, 8, 2, 2, 0, 8], [4, 4, 4, 4, 4, 4, 8], undefined],
    [[9, 1, 8, 2, 7, 3, 6], [5, 5, 5, 5, 5, 5, 6], undefined],
    [[9, 1, 8, 4, -2, 8, 6], [4, 4, 4, 4, 4, 7, 7], undefined],
    [[4, 5, 1, 6, 8, 7], [10 / 3, 10 / 3, 10 / 3, 6, 7.5, 7.5], undefined],
    [
      [1, 41, 51, 1, 2, 5, 24],
      [1, 13.95, 13.95, 13.95, 13.95, 13.95, 24],
      [1, 2, 3, 4, 5, 6, 7],
    ],
  ])('closest to %o are %o', (values, expected, weights) => {
    spreadOut(pooled(values, weights)).forEach((mean, index) => {
      expect(mean).toBeCloseTo(expected[index] ?? Number.NaN, 12);
    });
  });

  it('given bands of 2/40, 5/50, 4/60, 12/50 and 20/40 then the second and third do not rank leads', () => {
    const blocks = pooled([2 / 40, 5 / 50, 4 / 60, 12 / 50, 20 / 40], [40, 50, 60, 50, 40]);
    expect(blocks.map(({ from, to }) => [from, to])).toEqual([
      [0, 0],
      [1, 2],
      [3, 3],
      [4, 4],
    ]);
    expect(blocks[1]?.mean).toBeCloseTo(0.081818, 6);
  });

  it('given none then there are none', () => expect(poolAdjacent([])).toEqual([]));

  it('given bands without weight then they take none from others', () => {
    expect(pooled([0.5, 0.2], [0, 10])[0]?.mean).toBe(0.2);
  });

  it('given any values then blocks rise, cover all of them and keep the weighted sum', () => {
    const values = fc.array(fc.record({ mean: fc.double({ min: 0, max: 1, noNaN: true }), weight: fc.nat(50) }));
    fc.assert(
      fc.property(values, (list) => {
        const blocks = poolAdjacent(list);
        expect(blocks.every(({ mean }, index) => index === 0 || mean >= (blocks[index - 1]?.mean ?? 1))).toBe(true);
        expect(spreadOut(blocks)).toHaveLength(list.length);
        const sumOf = (all: readonly { readonly mean: number; readonly weight: number }[]) =>
          all.reduce((sum, { mean, weight }) => sum + mean * weight, 0);
        expect(sumOf(blocks)).toBeCloseTo(sumOf(list), 8);
      }),
    );
  });
});
