import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  complementaryError,
  normalQuantile,
  normalShareBelow,
  twoSidedP,
  Z_95,
} from '../../../core/statistics/normal.ts';

describe('the normal distribution', () => {
  it.each([
    [0, 1],
    [0.5, 0.4795001221869535],
    [1, 0.15729920705028513],
    [2, 0.004677734981047265],
    [2.49, 0.000429287867733913],
    [2.5, 0.0004069520174449589],
    [3, 2.2090496998585438e-5],
    [10, 2.088487583762545e-45],
    [20, 5.3958656116079005e-176],
  ])('erfc(%d) is %d', (x, expected) => expect(complementaryError(x) / expected).toBeCloseTo(1, 10));

  // Tables of the normal quantile to fifteen digits.
  it.each([
    [0.5, 0],
    [0.8413447460685429, 1],
    [0.9, 1.2815515655446004],
    [0.95, 1.6448536269514722],
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.001, -3.090232306167813],
    [1e-10, -6.361340902404056],
  ])('%d of it lies below %d', (share, expected) => expect(normalQuantile(share)).toBeCloseTo(expected, 12));

  it('has 2.5 % above the 95 % point', () => expect(twoSidedP(Z_95)).toBeCloseTo(0.05, 14));

  it('ends nowhere', () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(() => normalQuantile(1.1)).toThrow(RangeError);
  });

  it('given any share then that share lies below its quantile', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1 - 1e-12, noNaN: true }), (share) => {
        expect(normalShareBelow(normalQuantile(share)) / share).toBeCloseTo(1, 10);
      }),
    );
  });
});
