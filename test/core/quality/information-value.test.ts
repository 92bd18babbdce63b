import { describe, expect, it } from 'vitest';
import { informationValue } from '../../../core/quality/information-value.ts';

describe('the information value', () => {
  it('given the checking accounts of the German credit data then it is the published one', () => {
    // Good, bad: < 0, 0–200, ≥ 200, none (STATISTICS.md, reference values).
    const classes = [
      [139, 135],
      [164, 105],
      [49, 14],
      [348, 46],
    ].map(([converted = 0, notConverted = 0]) => ({ converted, notConverted }));
    expect(informationValue(classes).value).toBeCloseTo(0.6660115034, 10);
  });

  it('given a class with nobody on one side then half a lead stands on both', () => {
    const { value } = informationValue([
      { converted: 10, notConverted: 0 },
      { converted: 0, notConverted: 10 },
    ]);
    expect(value).toBeCloseTo(2 * (1.05 - 0.05) * Math.log(1.05 / 0.05), 12);
  });

  it('given one outcome only, or nobody, then it is 0', () => {
    expect(informationValue([{ converted: 5, notConverted: 0 }])).toEqual({ value: 0, byChance: 0 });
    expect(informationValue([])).toEqual({ value: 0, byChance: 0 });
  });

  it('given classes that have nothing to do with the outcome then chance alone gives about what it says', () => {
    let seed = 1;
    const random = (): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    let sum = 0;
    let byChance = 0;
    for (let round = 0; round < 400; round += 1) {
      const classes = Array.from({ length: 8 }, () => ({ converted: 0, notConverted: 0 }));
      for (let lead = 0; lead < 1_000; lead += 1) {
        const one = classes[Math.floor(random() * 8)];
        if (one === undefined) continue;
        if (random() < 0.3) one.converted += 1;
        else one.notConverted += 1;
      }
      const found = informationValue(classes);
      sum += found.value;
      byChance += found.byChance;
    }
    expect(sum / byChance).toBeGreaterThan(0.9);
    expect(sum / byChance).toBeLessThan(1.1);
  });
});
