import { describe, expect, it } from 'vitest';
import { rateDifference } from '../../../core/statistics/newcombe.ts';

describe('the difference of two rates', () => {
  // Newcombe (1998), Interval estimation for the difference between independent proportions, Table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
    [0, 10, 0, 10, -0.2775, 0.2775],
    // contingencytables (perondi_2004), and CAMIS.
    [7, 34, 1, 34, 0.0189, 0.3404],
    [36, 154, 12, 77, -0.036142, 0.175125],
  ])('%i of %i against %i of %i is as published', (converted, observed, otherConverted, otherObserved, low, high) => {
    const found = rateDifference({ converted, observed }, { converted: otherConverted, observed: otherObserved });
    expect(found?.difference).toBeCloseTo(converted / observed - otherConverted / otherObserved, 12);
    expect(found?.interval[0]).toBeCloseTo(low, 4);
    expect(found?.interval[1]).toBeCloseTo(high, 4);
  });

  it('is none where nothing was observed in one of the groups', () => {
    expect(rateDifference({ converted: 0, observed: 0 }, { converted: 1, observed: 2 })).toBeNull();
    expect(rateDifference({ converted: 1, observed: 2 }, { converted: 0, observed: 0 })).toBeNull();
  });
});
