import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, drawSample } from '../../../core/panel/draw-sample.ts';

const candidate = (lead: number, given: Partial<Candidate> = {}): Candidate => ({
  lead,
  score: lead,
  wasWorked: true,
  wasRejected: false,
  ...given,
});

/** Leads 0, 1, 2, … with as many points. */
const ladder = (count: number, given: (lead: number) => Partial<Candidate> = () => ({})): readonly Candidate[] =>
  Array.from({ length: count }, (_, lead) => candidate(lead, given(lead)));

const REQUEST = { seed: 1, size: 20, threshold: 500 };

describe('drawing a panel', () => {
  it('given the same seed then the same leads come in the same order, and others with another', () => {
    const drawn = drawSample(ladder(1000), REQUEST);
    expect(drawSample(ladder(1000), REQUEST)).toEqual(drawn);
    expect(drawSample(ladder(1000), { ...REQUEST, seed: 2 })).not.toEqual(drawn);
  });

  it('given many leads then half are the nearest to the threshold, from above and below alike', () => {
    const drawn = drawSample(ladder(1000), REQUEST);
    const near = drawn.filter((lead) => Math.abs(lead - 500) <= 20);
    expect(near).toHaveLength(10);
    expect(near.filter((lead) => lead < 500)).toHaveLength(5);
  });

  it('given the others then each quarter of their scores has its share', () => {
    const far = drawSample(ladder(1000), { ...REQUEST, size: 40 }).filter((lead) => Math.abs(lead - 500) > 20);
    const quarters = [
      [0, 240],
      [240, 480],
      [520, 760],
      [760, 1000],
    ].map(([from = 0, to = 0]) => far.filter((lead) => lead >= from && lead < to).length);
    expect(far).toHaveLength(20);
    for (const leads of quarters) expect(leads).toBeGreaterThanOrEqual(4);
  });

  it('given few that sales rejected or never worked then some of them are drawn all the same', () => {
    const rare = ladder(1000, (lead) => ({ wasRejected: lead % 200 === 7, wasWorked: lead % 200 !== 11 }));
    const drawn = drawSample(rare, REQUEST).map((lead) => rare[lead]);
    expect(drawn.filter((one) => one?.wasRejected)).toHaveLength(2);
    expect(drawn.filter((one) => one?.wasWorked === false)).toHaveLength(2);
  });

  it('given nobody above the threshold then the panel is whole', () => {
    expect(new Set(drawSample(ladder(100), REQUEST)).size).toBe(20);
  });

  it('given too few on one side of the threshold then half are near all the same, the rest of them from the other side', () => {
    for (const [threshold, nearest] of [
      [500, [980, 1000]],
      [-1, [0, 20]],
      [998, [980, 1000]],
    ] as const) {
      const [from, to] = nearest;
      const scores = ladder(1000, (lead) => ({ score: threshold === 500 ? lead / 10 : lead }));
      const drawn = drawSample(scores, { ...REQUEST, threshold });
      const near = drawn.filter((lead) => lead >= from && lead < to);
      expect(near.length).toBeGreaterThanOrEqual(10);
      expect(near.length).toBeLessThanOrEqual(12);
    }
  });

  it('given fewer leads than asked for then all of them are drawn, shuffled', () => {
    const drawn = drawSample(ladder(12), REQUEST);
    expect(drawn.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 12 }, (_, lead) => lead));
    expect(drawn).not.toEqual(Array.from({ length: 12 }, (_, lead) => lead));
  });

  it('given any leads then as many are drawn as asked for, each once', () => {
    const leads = fc.array(
      fc.record({
        score: fc.option(fc.integer({ min: -20, max: 120 }), { nil: null }),
        wasWorked: fc.boolean(),
        wasRejected: fc.boolean(),
      }),
      { maxLength: 120 },
    );
    const request = fc.record({
      seed: fc.nat(),
      size: fc.integer({ min: 20, max: 40 }),
      threshold: fc.integer({ min: -50, max: 150 }),
    });
    fc.assert(
      fc.property(leads, request, (given, asked) => {
        const drawn = drawSample(
          given.map((one, lead) => candidate(lead, one)),
          asked,
        );
        expect(drawn).toHaveLength(Math.min(asked.size, given.length));
        expect(new Set(drawn).size).toBe(drawn.length);
      }),
    );
  });
});
