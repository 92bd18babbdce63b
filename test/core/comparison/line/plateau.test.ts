import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestThreshold, isAsGoodAs } from '../../../../core/comparison/line/best-threshold.ts';
import { profitOf } from '../../../../core/comparison/line/line-point.ts';
import { plateauAround } from '../../../../core/comparison/line/plateau.ts';
import { stabilityOf } from '../../../../core/comparison/line/stability.ts';
import { cohortOf, lineFrom, NO_TERMS, randomLine } from './line-from.ts';

const rateAt = (threshold: number, rate: number, observed = 80) => ({
  threshold,
  observed,
  rate,
  interval: [rate - 0.05, rate + 0.05] as const,
});

describe('thresholds that convert alike', () => {
  const points = [rateAt(40, 0.2), rateAt(50, 0.3), rateAt(60, 0.33), rateAt(70, 0.34), rateAt(80, 0.5)];

  it('are the neighbours whose rate lies within the interval of the chosen one', () => {
    expect(plateauAround(points, 60)).toEqual({ from: 50, to: 70 });
  });

  it('hold the chosen one where it lies between two points', () => {
    expect(plateauAround(points, 55)).toEqual({ from: 50, to: 70 });
    expect(plateauAround([rateAt(60, 0.33), rateAt(70, 0.34)], 55)).toEqual({ from: 55, to: 70 });
  });

  it('are none where the chosen one stands alone, or there are no points', () => {
    expect(plateauAround(points, 80)).toBeNull();
    expect(plateauAround([], 60)).toBeNull();
  });

  it('end where too little is known', () => {
    expect(plateauAround([rateAt(50, 0.3), rateAt(60, 0.31), rateAt(70, 0.3, 19)], 50)).toEqual({ from: 50, to: 60 });
  });
});

describe('the best threshold', () => {
  // Of 100 SQLs and 100 others: all above 50 but a tenth of the SQLs, half of the others above 30.
  const line = lineFrom([
    { threshold: 30, converted: 100, notConverted: 50 },
    { threshold: 50, converted: 90, notConverted: 10 },
    { threshold: 70, converted: 20, notConverted: 5 },
  ]);

  it('is where most SQLs are caught for the others let through, with an error like that of two shares', () => {
    const best = bestThreshold(line, cohortOf(100, 100), NO_TERMS);
    expect(best).toMatchObject({ by: 'separation', threshold: 50, plateau: { from: 50, to: 50 } });
    expect(best?.value).toBeCloseTo(0.8, 12);
    // √(0.9 · 0.1 / 100 + 0.1 · 0.9 / 100)
    expect(best?.standardError).toBeCloseTo(0.0424264, 6);
  });

  it('is where profit is highest once a value and a cost are given: above the break-even conversion', () => {
    const terms = { ...NO_TERMS, valuePerSql: 100, costPerLead: 1 };
    const priced = lineFrom(
      [
        { threshold: 30, converted: 100, notConverted: 50 },
        { threshold: 50, converted: 90, notConverted: 10 },
      ],
      terms,
    );
    // 100 · 100 − 150 against 100 · 90 − 100: ten SQLs more are worth fifty leads more.
    expect(bestThreshold(priced, cohortOf(100, 100), terms)).toMatchObject({
      by: 'profit',
      threshold: 30,
      value: 9_850,
    });
  });

  it('is not moved by leads that nobody worked or that are too young: they neither cost nor bring in', () => {
    const terms = { ...NO_TERMS, valuePerSql: 100, costPerLead: 1 };
    const known = lineFrom([{ threshold: 30, converted: 10, notConverted: 40 }], terms);
    const withUnknown = known.map((point) => {
      const counted = { ...point, reached: point.reached + 5_000, unobserved: 4_000, immature: 1_000 };
      return { ...counted, profit: profitOf(terms, counted) };
    });
    expect(withUnknown[0]?.profit).toBe(100 * 10 - 50);
    expect(bestThreshold(withUnknown, cohortOf(10, 40), terms)).toEqual(bestThreshold(known, cohortOf(10, 40), terms));
  });

  it('is the higher of equals', () => {
    const equal = lineFrom([
      { threshold: 30, converted: 50, notConverted: 20 },
      { threshold: 40, converted: 50, notConverted: 20 },
    ]);
    expect(bestThreshold(equal, cohortOf(100, 100), NO_TERMS)?.threshold).toBe(40);
  });

  it('does not exist without SQLs, without others, or without thresholds', () => {
    expect(bestThreshold(line, cohortOf(0, 100), NO_TERMS)).toBeNull();
    expect(bestThreshold(line, cohortOf(100, 0), NO_TERMS)).toBeNull();
    expect(bestThreshold([], cohortOf(100, 100), NO_TERMS)).toBeNull();
  });

  it('lies in its plateau, whose ends are at most a standard error worse', () => {
    fc.assert(
      fc.property(randomLine, ({ points, cohort }) => {
        const best = bestThreshold(points, cohort, NO_TERMS);
        if (best === null) return;
        expect(best.plateau.from).toBeLessThanOrEqual(best.threshold);
        expect(best.plateau.to).toBeGreaterThanOrEqual(best.threshold);
        for (const { threshold, converted, observed } of points) {
          const value = converted / cohort.sqls - (observed - converted) / cohort.notConverted;
          expect(value).toBeLessThanOrEqual(best.value + 1e-12);
          if (threshold >= best.plateau.from && threshold <= best.plateau.to)
            expect(value).toBeGreaterThanOrEqual(best.value - best.standardError - 1e-12);
        }
      }),
    );
  });
});

describe('a threshold beside the best', () => {
  it('given a dip between the two then it is as good though it is not in the plateau', () => {
    const dip = lineFrom([
      { threshold: 40, converted: 95, notConverted: 20 },
      { threshold: 50, converted: 90, notConverted: 60 },
      { threshold: 60, converted: 88, notConverted: 10 },
    ]);
    const best = bestThreshold(dip, cohortOf(100, 100), NO_TERMS);
    expect(best).toMatchObject({ threshold: 60, plateau: { from: 60, to: 60 } });
    const isAsGood = dip.map((point) => best !== null && isAsGoodAs(best, point, cohortOf(100, 100), NO_TERMS));
    expect(isAsGood).toEqual([true, false, true]);
  });

  it('is worse than each of the plateau where it is not as good', () => {
    fc.assert(
      fc.property(randomLine, ({ points, cohort }) => {
        const best = bestThreshold(points, cohort, NO_TERMS);
        if (best === null) return;
        const separationOf = ({ converted, observed }: (typeof points)[number]) =>
          converted / cohort.sqls - (observed - converted) / cohort.notConverted;
        const within = points.filter(({ threshold }) => threshold >= best.plateau.from && threshold <= best.plateau.to);
        for (const point of points)
          if (!isAsGoodAs(best, point, cohort, NO_TERMS))
            for (const good of within) expect(separationOf(good)).toBeGreaterThan(separationOf(point));
      }),
    );
  });
});

describe('the stability of an agreed threshold', () => {
  const clear = lineFrom([
    { threshold: 30, converted: 1_000, notConverted: 900 },
    { threshold: 40, converted: 990, notConverted: 500 },
    { threshold: 50, converted: 980, notConverted: 20 },
    { threshold: 60, converted: 500, notConverted: 10 },
    { threshold: 70, converted: 100, notConverted: 5 },
  ]);

  it('is certain where every other year would have chosen it', () => {
    expect(stabilityOf(clear, 50, cohortOf(1_000, 1_000), NO_TERMS)).toMatchObject({
      share: 1,
      isStable: true,
      range: { from: 50, to: 50 },
    });
  });

  it('allows for one step either way, and no more', () => {
    expect(stabilityOf(clear, 40, cohortOf(1_000, 1_000), NO_TERMS)?.share).toBe(1);
    expect(stabilityOf(clear, 30, cohortOf(1_000, 1_000), NO_TERMS)).toMatchObject({ share: 0, isStable: false });
  });

  it('is poor where few leads decide among many thresholds: then a range is as good', () => {
    const flat = lineFrom(
      Array.from({ length: 40 }, (_, step) => ({
        threshold: 30 + step,
        converted: 40 - step,
        notConverted: 20 - Math.floor(step / 2),
      })),
    );
    const stability = stabilityOf(flat, 50, cohortOf(41, 21), NO_TERMS);
    expect(stability?.isStable).toBe(false);
    expect(stability?.range.to).toBeGreaterThan((stability?.range.from ?? 0) + 5);
  });

  it('is the same whenever it is asked for', () => {
    fc.assert(
      fc.property(randomLine, ({ points, cohort }) => {
        const at = points[0]?.threshold ?? 0;
        const stability = stabilityOf(points, at, cohort, NO_TERMS);
        expect(stabilityOf(points, at, cohort, NO_TERMS)).toEqual(stability);
        if (stability !== null) expect(stability.share).toBeLessThanOrEqual(1);
      }),
      { numRuns: 20 },
    );
  });

  it('does not exist for a threshold that is not among the steps', () => {
    expect(stabilityOf(clear, 55, cohortOf(1_000, 1_000), NO_TERMS)).toBeNull();
  });
});
