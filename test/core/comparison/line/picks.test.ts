import { describe, expect, it } from 'vitest';
import { capacityThreshold, constrainedPick } from '../../../../core/comparison/line/picks.ts';
import { lineFrom } from './line-from.ts';

const points = lineFrom([
  { threshold: 30, converted: 40, notConverted: 160, p90PerWeek: 60 },
  { threshold: 40, converted: 38, notConverted: 112, p90PerWeek: 45 },
  { threshold: 50, converted: 30, notConverted: 70, p90PerWeek: 40 },
  { threshold: 60, converted: 30, notConverted: 45, p90PerWeek: 31 },
]);

describe('the capacity threshold', () => {
  it('is the lowest at which nine weeks in ten stay within the capacity', () => {
    expect(capacityThreshold(points, 40)).toBe(50);
    expect(capacityThreshold(points, 44)).toBe(50);
  });

  it('does not exist without a capacity, or where even the highest is too much', () => {
    expect(capacityThreshold(points, null)).toBeNull();
    expect(capacityThreshold(points, 30)).toBeNull();
  });
});

describe('the pick within terms', () => {
  it('catches most SQLs at a conversion that sales accepts and within its capacity', () => {
    expect(constrainedPick(points, { leastRate: 0.25, capacityPerWeek: null })?.threshold).toBe(40);
    expect(constrainedPick(points, { leastRate: null, capacityPerWeek: 50 })?.threshold).toBe(40);
  });

  it('is the higher of equals', () => {
    expect(constrainedPick(points, { leastRate: 0.3, capacityPerWeek: 40 })?.threshold).toBe(60);
  });

  it('does not rest on a rate of a handful of known outcomes', () => {
    const few = lineFrom([{ threshold: 90, converted: 19, notConverted: 0 }]);
    expect(constrainedPick(few, { leastRate: 0.9, capacityPerWeek: null })).toBeNull();
  });

  it('does not exist where nothing is asked for, or nothing gives it', () => {
    expect(constrainedPick(points, { leastRate: null, capacityPerWeek: null })).toBeNull();
    expect(constrainedPick(points, { leastRate: 0.9, capacityPerWeek: null })).toBeNull();
  });
});
