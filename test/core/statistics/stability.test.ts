import { describe, expect, it } from 'vitest';
import { psi } from '../../../core/statistics/stability.ts';

const even = (bands: number, leads: number): readonly number[] => Array.from({ length: bands }, () => leads / bands);

describe('the stability of bands', () => {
  it.each([
    [10, 1000, 1000, 0.034],
    [10, 200, 200, 0.169],
    [5, 500, 150, 0.082],
  ])('given %d bands of %d and %d leads then the critical value is %d', (bands, before, after, critical) => {
    expect(psi(even(bands, before), even(bands, after))?.critical).toBeCloseTo(critical, 3);
  });

  it('given the same shares then nothing has moved', () => {
    expect(psi([10, 20, 30], [100, 200, 300])).toMatchObject({ value: 0, isDrift: false });
  });

  it('given shares that moved then the index is the sum by band', () => {
    expect(psi([50, 50], [25, 75])?.value).toBeCloseTo(0.25 * Math.log(2) + 0.25 * Math.log(1.5), 12);
  });

  it('given an empty band then half a lead is added to all', () => {
    expect(psi([9, 0], [4, 5])?.value).toBeCloseTo(
      (0.95 - 0.45) * Math.log(0.95 / 0.45) + (0.55 - 0.05) * Math.log(0.55 / 0.05),
      12,
    );
  });

  it('given few leads then a large index alone is no drift', () => {
    const few = psi([6, 4], [3, 7]);
    expect(few?.value).toBeGreaterThan(0.25);
    expect(few?.isDrift).toBe(false);
    expect(psi([600, 400], [300, 700])?.isDrift).toBe(true);
  });

  it('given many leads then a small index is no drift, certain as it may be', () => {
    const many = psi([50_000, 50_000], [45_000, 55_000]);
    expect(many?.value).toBeGreaterThan(many?.critical ?? 1);
    expect(many?.isDrift).toBe(false);
  });

  it('given one band, or no leads then there is none', () => {
    expect(psi([5], [5])).toBeNull();
    expect(psi([0, 0], [5, 5])).toBeNull();
  });
});
