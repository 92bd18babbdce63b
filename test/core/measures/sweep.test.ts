import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelMeasures } from '../../../core/measures/level-measures.ts';
import { bands, sweep } from '../../../core/measures/sweep.ts';
import { bandEdges, binEdges, peakRange, roundThresholds } from '../../../core/measures/thresholds.ts';
import { randomReplay } from './random-replay.ts';
import { replayOf } from './replay-of.ts';

const replay = replayOf([
  { outcome: 'converted', peak: 80, reached: 5 },
  { outcome: 'not converted', peak: 60, reached: 5 },
  { outcome: 'unobserved', peak: 50 - 1e-12, reached: 5 },
  { outcome: 'converted', peak: 49.99 },
  { outcome: 'not converted' },
  { outcome: 'converted', peak: 90, outsideCohort: true },
]);

describe('the threshold sweep', () => {
  it('given thresholds then each counts the leads whose peak is at least that', () => {
    const points = sweep(replay, 0, Float64Array.of(40, 50, 60, 61, 100), 4);
    expect(points.map(({ reached, observed, converted, perWeek }) => [reached, observed, converted, perWeek])).toEqual([
      [4, 3, 2, 1],
      [3, 2, 1, 0.75],
      [2, 2, 1, 0.5],
      [1, 1, 1, 0.25],
      [0, 0, 0, 0],
    ]);
  });

  it('given any replay then at the threshold that was replayed it is what the level measures', () => {
    fc.assert(
      fc.property(randomReplay(50), (random) => {
        const measures = levelMeasures(random, 0, 'mql');
        const thresholds = roundThresholds(peakRange(random, random.levels[0]?.peak ?? new Float64Array()), 50);
        const present = sweep(random, 0, thresholds, 10).find(({ threshold }) => threshold === 50);
        const { reached, observed, converted, rate, interval } = measures;
        expect(present).toEqual({ threshold: 50, reached, observed, converted, rate, interval, perWeek: reached / 10 });
      }),
    );
  });
});

describe('the thresholds of the sweep', () => {
  it('given scores up to 100 then they go by ones', () => {
    expect([...roundThresholds({ low: 0, high: 3.5 }, 2)].length).toBeGreaterThan(4);
    expect([...roundThresholds({ low: 20.3, high: 89.7 }, 52)]).toEqual(
      Array.from({ length: 71 }, (_, index) => 20 + index),
    );
  });

  it('given a present threshold between the round ones then it stands among them', () => {
    expect([...roundThresholds({ low: 0, high: 1000 }, 333)]).toContain(333);
  });

  it('given any range then they ascend, are few and reach from end to end', () => {
    const end = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(end, end, fc.integer({ min: -1e6, max: 1e6 }), (a, b, present) => {
        const range = { low: Math.min(a, b), high: Math.max(a, b) };
        const thresholds = [...roundThresholds(range, present)];
        expect(thresholds.length).toBeLessThanOrEqual(123);
        expect(thresholds.every((threshold, index) => index === 0 || threshold > (thresholds[index - 1] ?? 0))).toBe(
          true,
        );
        expect(thresholds[0]).toBeLessThanOrEqual(Math.min(range.low, present) + 0.01);
      }),
    );
  });
});

describe('the score bands', () => {
  it('given scores up to 100 then they are ten wide and cut at the threshold', () => {
    expect([...bandEdges({ low: 0, high: 100 }, 52)]).toEqual([32, 42, 52, 62, 72, 82]);
  });

  it('given any range then finer ones are few, evenly wide, and cut at the threshold however far away it is', () => {
    expect([...binEdges({ low: 0, high: 0 }, 50, 40)].length).toBeLessThanOrEqual(42);
    fc.assert(
      fc.property(
        fc.integer({ min: -1000, max: 1000 }),
        fc.nat(500),
        fc.integer({ min: -500, max: 500 }),
        (low, span, at) => {
          const edges = [...binEdges({ low, high: low + span }, at, 40)];
          expect(edges).toContain(at);
          expect(edges.length).toBeLessThanOrEqual(43);
          expect(edges[0]).toBeLessThanOrEqual(Math.min(low, at));
          expect(edges.at(-1)).toBeGreaterThanOrEqual(Math.max(low + span, at));
        },
      ),
    );
  });

  it('given edges then each lead with a peak is in the one band that holds it', () => {
    const cells = bands(replay, 0, Float64Array.of(50, 80));
    expect(cells.map(({ from, to, leads, converted }) => [from, to, leads, converted])).toEqual([
      [null, 50, 1, 1],
      [50, 80, 2, 0],
      [80, null, 1, 1],
    ]);
  });
});
