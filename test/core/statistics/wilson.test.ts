import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { wilsonInterval } from '../../../core/statistics/wilson.ts';

const CASES = '../shared/spec/cases';

const LEVEL = z.object({
  converted: z.number(),
  observed: z.number(),
  interval: z.nullable(z.tuple([z.number(), z.number()])),
});
const EXPECTED = z.object({ levels: z.array(LEVEL) });

/** Fails with the missing path when the worked cases are not there. */
const workedLevels = () =>
  readdirSync(CASES)
    .filter((name) => name.startsWith('case-'))
    .flatMap((name) => z.parse(EXPECTED, JSON.parse(readFileSync(`${CASES}/${name}/expected.json`, 'utf8'))).levels)
    .filter(({ interval }) => interval !== null);

describe('the Wilson interval', () => {
  it('given 90 of 300 then it is what the formula gives in forty digits', () => {
    // The example in REPLAY.md section 5 prints 0.2508 and 0.3540, which its own formula does not give; the worked cases do follow it.
    const [low, high] = wilsonInterval(90, 300) ?? [Number.NaN, Number.NaN];
    expect(low).toBeCloseTo(0.2509396637848768, 14);
    expect(high).toBeCloseTo(0.3541175247049416, 14);
  });

  // Newcombe (1998), Two-sided confidence intervals for the single proportion, table I; statsmodels; the last two by hand.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [100, 200, 0.4313609, 0.5686391],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
  ])('given %i of %i then it is as published', (converted, observed, low, high) => {
    const found = wilsonInterval(converted, observed);
    expect(found?.[0]).toBeCloseTo(low, 4);
    expect(found?.[1]).toBeCloseTo(high, 4);
  });

  it('given the counts of the worked cases then it is theirs', () => {
    const levels = workedLevels();
    expect(levels.length).toBeGreaterThan(24);
    for (const { converted, observed, interval } of levels) {
      const [low, high] = wilsonInterval(converted, observed) ?? [Number.NaN, Number.NaN];
      expect(low).toBeCloseTo(interval?.[0] ?? Number.NaN, 12);
      expect(high).toBeCloseTo(interval?.[1] ?? Number.NaN, 12);
    }
  });

  it('given nothing observed then there is none', () => expect(wilsonInterval(0, 0)).toBeNull());

  it('given no success then it starts at exactly 0', () => expect(wilsonInterval(0, 7)?.[0]).toBe(0));

  it('given only successes then it ends at exactly 1', () => expect(wilsonInterval(7, 7)?.[1]).toBe(1));

  it('given any counts then it lies within [0, 1] and contains the rate', () => {
    const counts = fc.nat(5000).chain((observed) => fc.tuple(fc.nat(observed), fc.constant(observed + 1)));
    fc.assert(
      fc.property(counts, ([converted, observed]) => {
        const [low, high] = wilsonInterval(converted, observed) ?? [Number.NaN, Number.NaN];
        const rate = converted / observed;
        expect(low >= 0 && low <= rate && rate <= high && high <= 1).toBe(true);
      }),
    );
  });
});
