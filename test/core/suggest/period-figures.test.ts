import { describe, expect, it } from 'vitest';
import {
  periodFigures,
  proposedThreshold,
  type ScoreStep,
  thresholdReaching,
} from '../../../core/suggest/period-figures.ts';

/** Ratings of 58 normal and 51 abnormal scans (Hanley and McNeil, 1982), highest first. */
const SCANS: readonly ScoreStep[] = [
  { score: 5, converted: 33, notConverted: 2 },
  { score: 4, converted: 11, notConverted: 11 },
  { score: 3, converted: 2, notConverted: 6 },
  { score: 2, converted: 2, notConverted: 6 },
  { score: 1, converted: 3, notConverted: 33 },
];

describe('the figures of a card', () => {
  it('given the ratings of Hanley and McNeil then the area and its interval are of the reference values', () => {
    const { auc, aucInterval } = periodFigures(SCANS, 4);
    expect(auc).toBeCloseTo(0.8932, 4);
    const [low = 0, high = 0] = aucInterval ?? [];
    expect((high - low) / 2 / 1.96).toBeCloseTo(0.0307, 4);
  });

  it('the threshold is where the shares are farthest apart, and what reaches it is counted', () => {
    expect(proposedThreshold(SCANS)).toBe(4);
    expect(periodFigures(SCANS, 4)).toMatchObject({
      n: 109,
      converted: 51,
      reached: 57,
      rate: 44 / 57,
      recall: 44 / 51,
    });
  });

  it('a threshold has no more decimals than a level of a rule set, and the leads at the score still reach it', () => {
    const faded: readonly ScoreStep[] = [
      { score: 23.078454, converted: 9, notConverted: 1 },
      { score: 0.29, converted: 1, notConverted: 9 },
    ];
    expect(proposedThreshold(faded)).toBe(23.07);
    expect(thresholdReaching(faded, 10)).toBe(23.07);
    expect(thresholdReaching(faded, 20)).toBe(0.29);
    expect(periodFigures(faded, 23.07)).toMatchObject({ reached: 10 });
    expect(proposedThreshold([{ score: -0.294, converted: 1, notConverted: 0 }])).toBe(-0.3);
  });

  it('leads that never meet a level are below all thresholds', () => {
    const steps = [...SCANS, { score: Number.NEGATIVE_INFINITY, converted: 1, notConverted: 9 }];
    expect(periodFigures(steps, -1_000)).toMatchObject({ n: 119, reached: 109 });
  });

  it('given a single lead of a kind then the area has no interval', () => {
    const steps: readonly ScoreStep[] = [
      { score: 2, converted: 1, notConverted: 3 },
      { score: 1, converted: 0, notConverted: 6 },
    ];
    expect(periodFigures(steps, 2)).toMatchObject({ auc: 7.5 / 9, aucInterval: null });
  });

  it('given one kind only then there is no area', () => {
    expect(periodFigures([{ score: 1, converted: 4, notConverted: 0 }], 1)).toMatchObject({ auc: null });
    expect(periodFigures([], 5)).toMatchObject({
      n: 0,
      base: null,
      auc: null,
      aucInterval: null,
      rate: null,
      recall: null,
    });
  });
});
