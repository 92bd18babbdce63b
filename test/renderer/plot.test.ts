import { describe, expect, it } from 'vitest';
import { bandPath, barsPath, dotsPath, linePath, whiskersPath } from '../../renderer/charts/plot/paths.ts';
import { linear } from '../../renderer/charts/plot/scale.ts';

describe('a scale', () => {
  it('puts the ends of the figures on the ends of the plot, to a tenth of a pixel', () => {
    const y = linear([0, 3], [100, 0]);
    expect([0, 1, 3].map(y)).toEqual([100, 66.7, 0]);
  });

  it('of figures that are all one stands at the start, and is no NaN', () => {
    expect(linear([5, 5], [10, 90])(5)).toBe(10);
  });
});

describe('a series', () => {
  it('is one line, which a gap breaks', () => {
    expect(linePath([[0, 1], [1, 2], null, [3, 4], [4, 5]], false)).toBe('M0 1L1 2M3 4L4 5');
  });

  it('passes over a gap where it is joined', () => {
    expect(linePath([null, [0, 1], null, [3, 4]], true)).toBe('M0 1L3 4');
  });

  it('without a figure draws nothing', () => {
    expect([
      linePath([null], true),
      bandPath([null]),
      barsPath([], 4),
      whiskersPath([null]),
      dotsPath([null], 3),
    ]).toEqual(['', '', '', '', '']);
  });
});

describe('a band', () => {
  it('runs along its upper edge and back along its lower, parted by gaps', () => {
    expect(bandPath([[0, 1, 9], [1, 2, 8], null, [3, 1, 9]])).toBe('M0 1L1 2L1 8L0 9Z');
  });
});

describe('bars', () => {
  it('stand around their place; one without height is left out', () => {
    expect(
      barsPath(
        [
          [10, 4, 20],
          [20, 20, 20],
        ],
        6,
      ),
    ).toBe('M7 20V4h6V20Z');
  });
});
