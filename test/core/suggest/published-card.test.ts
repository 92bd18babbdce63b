import { describe, expect, it } from 'vitest';
import { itemAt } from '../../../core/at.ts';
import { adultIncome } from '../../support/adult-income.ts';
import { boxOf, learned } from '../../support/learned.ts';

describe('the published card of the adult census (README of FasterRisk, STATISTICS.md 5)', () => {
  const { names, data } = adultIncome();
  const [best] = learned(data, boxOf(data, 5, 5));
  const points = Object.fromEntries(
    best?.features.map((feature, place) => [itemAt(names, feature), best.points[place]]) ?? [],
  );

  it('given all 32,561 people, five rules and points from −5 to 5 then the rules and points are those published', () => {
    expect([data.leads.reduce((sum, one) => sum + one, 0), data.features.length]).toEqual([32_561, 36]);
    expect(points).toEqual({ NoHS: -4, HSDiploma: -2, Age_22_to_29: -2, AnyCapitalGains: 3, Married: 4 });
  });

  it('the chances by score are within a point of the published table, which one fold of five had no part in', () => {
    const published = [
      [-8, 0.1],
      [-6, 0.4],
      [-5, 0.7],
      [-4, 1.2],
      [-3, 2.3],
      [-2, 4.2],
      [-1, 7.6],
      [0, 13.3],
      [1, 22.3],
      [2, 34.9],
      [3, 50],
      [4, 65.1],
      [5, 77.7],
      [7, 92.4],
    ] as const;
    for (const [score, percent] of published) {
      const chance = 100 / (1 + Math.exp(-((best?.slope ?? 0) * score + (best?.intercept ?? 0))));
      expect(Math.abs(chance - percent)).toBeLessThan(2);
    }
  });

  it('as multiples of five the same card is five times as many points', () => {
    const [fives] = learned(data, boxOf(data, 5, 5, 5));
    expect(fives?.features).toEqual(best?.features);
    expect(fives?.points).toEqual(best?.points.map((one) => 5 * one));
  });

  it('at most four rules are the four that say most, and none is a point against its sign', () => {
    const limits = { ...boxOf(data, 5, 4), lowest: data.features.map(() => 0) };
    const [positive] = learned(data, limits);
    expect(positive?.points.every((one) => one > 0 && one <= 5)).toBe(true);
    expect(positive?.features.length).toBeLessThanOrEqual(4);
  });
});
