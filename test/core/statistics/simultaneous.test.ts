import { describe, expect, it } from 'vitest';
import { holm } from '../../../core/statistics/holm.ts';
import { pairedRateDifference } from '../../../core/statistics/paired-rates.ts';
import { type PatternCell, simultaneousDifferences } from '../../../core/statistics/simultaneous.ts';
import { pairedCounts } from './paired-counts.ts';

const RESAMPLING = { seed: 4, resamples: 4000 };
/** DTComPair’s leads: scenario 0 is A, 1 is B. */
const TWO: readonly PatternCell[] = [
  { pattern: 0b11, converted: 319, notConverted: 31 },
  { pattern: 0b01, converted: 78, notConverted: 53 },
  { pattern: 0b10, converted: 22, notConverted: 22 },
];
/** Scenario 3 flags what the baseline does, and 4 nothing. */
const FIVE: readonly PatternCell[] = [
  { pattern: 0b01111, converted: 60, notConverted: 140 },
  { pattern: 0b01001, converted: 20, notConverted: 80 },
  { pattern: 0b00010, converted: 15, notConverted: 40 },
  { pattern: 0b00100, converted: 10, notConverted: 90 },
];

describe('several scenarios against one', () => {
  it('given one of them then its interval is about the one alone', () => {
    const { point, differences } = simultaneousDifferences(TWO, 2, 0, RESAMPLING);
    const alone = pairedRateDifference(pairedCounts([319, 78, 22], [31, 53, 22]));
    expect(point).toBeCloseTo(1.96, 1);
    expect(differences[0]).toBeNull();
    expect(differences[1]).toMatchObject({ ...alone });
    expect(differences[1]?.simultaneousInterval?.[0]).toBeCloseTo(alone?.interval?.[0] ?? 0, 2);
  });

  it('given several then they reach further than one alone, less far than if they had nothing in common', () => {
    const { point } = simultaneousDifferences(FIVE, 5, 0, RESAMPLING);
    expect(point).toBeGreaterThan(1.97);
    // Bonferroni of two.
    expect(point).toBeLessThan(2.3);
  });

  it('given one with the baseline’s leads and one without any then they are exactly 0 and nothing', () => {
    const { differences } = simultaneousDifferences(FIVE, 5, 0, RESAMPLING);
    expect(differences[3]).toMatchObject({ difference: 0, simultaneousInterval: [0, 0], isSameLeads: true });
    expect(differences[4]).toBeNull();
  });

  it('given the same seed then the point is the same', () => {
    const [one, other] = [1, 2].map(() => simultaneousDifferences(FIVE, 5, 0, RESAMPLING).point);
    expect(one).toBe(other);
  });
});

describe('Holm’s p-values', () => {
  it('given p.adjust’s example of four then they are R’s', () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([
      expect.closeTo(0.03, 12),
      expect.closeTo(0.06, 12),
      expect.closeTo(0.06, 12),
      expect.closeTo(0.02, 12),
    ]);
  });

  it('given a test that does not exist then the others do not pay for it', () => {
    expect(holm([null, 0.04, 0.9])).toEqual([null, 0.08, 0.9]);
    expect(holm([])).toEqual([]);
  });
});
