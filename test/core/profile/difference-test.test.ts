import { describe, expect, it } from 'vitest';
import { differenceTest } from '../../../core/profile/difference-test.ts';

const group = (converted: number, others: number) => ({ converted, of: converted + others });

describe('the test of a difference', () => {
  // Exact fractions of binomial coefficients, worked out apart from this code. The first is Fisher’s tea, the second the 2 × 2
  // table of studying men and women that textbooks work (0.00276).
  it.each([
    [group(3, 1), group(1, 3), 0.4857142857142857],
    [group(1, 9), group(11, 3), 0.0027594561852200836],
    [group(1, 0), group(3, 96), 0.04],
    [group(0, 5), group(4, 91), 1],
  ])('given few expected in a cell, %o and %o, then it is Fisher’s', (one, other, expected) => {
    expect(differenceTest(one, other)).toBeCloseTo(expected, 12);
    expect(differenceTest(other, one)).toBeCloseTo(expected, 12);
  });

  // χ² 8.7829 and 66.736, with erfc from elsewhere.
  it.each([
    [group(46, 30), group(38, 62), 0.003040622013390133],
    [group(135, 139), group(165, 561), 3.1038525801125983e-16],
  ])('given enough in every cell, %o and %o, then it is Pearson’s χ²', (one, other, expected) => {
    const found = differenceTest(one, other) ?? Number.NaN;
    expect(found / expected).toBeCloseTo(1, 9);
  });

  it('given an empty group, or one outcome only, then there is nothing to test', () => {
    expect(differenceTest(group(0, 0), group(3, 4))).toBeNull();
    expect(differenceTest(group(0, 5), group(0, 4))).toBeNull();
    expect(differenceTest(group(5, 0), group(4, 0))).toBeNull();
  });
});
