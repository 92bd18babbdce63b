/** Where a capacity holds, over every threshold there could be. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capacityHoldsFrom, capacityThreshold } from '../../../../core/comparison/line/picks.ts';
import { createRunningWeeks } from '../../../../core/comparison/line/running-weeks.ts';
import { distinctThresholds, drawLine, type Line, sweepLine } from '../../../../core/comparison/line/sweep-line.ts';
import { cohortCalendar, weeklyOf } from '../../../../core/measures/by-time.ts';
import { DAY, historyOf, replayOf } from '../../measures/replay-of.ts';

const NO_TERMS = { capacityPerWeek: null, valuePerSql: null, costPerLead: null };

/** Each lead rises to its scores on its days, in this order. */
interface Climb {
  readonly day: number;
  readonly score: number;
}

const lineOf = (leads: readonly (readonly Climb[])[]): Line => {
  const { facts } = replayOf(leads.map(() => ({ outcome: 'not converted' })));
  const climbs = {
    leads: leads.flatMap((own, lead) => own.map(() => lead)),
    totals: leads.flatMap((own) => own.map(({ score }) => score)),
    atMs: leads.flatMap((own) => own.map(({ day }) => day * DAY)),
  };
  return drawLine(facts, cohortCalendar(historyOf(leads.map(() => 1)), facts), climbs);
};

/** To 30 in a week of its own each, to 40 all within two weeks: a lower line spreads them, only above 40 there is no rush. */
const rush = lineOf(
  Array.from({ length: 12 }, (_, lead) => [
    { day: 2 + 7 * lead, score: 30 },
    { day: 86 + (lead % 3), score: 40 },
  ]),
);
const points = sweepLine(rush, Float64Array.of(20, 30, 40, 50), NO_TERMS);

const someLeads = fc.array(
  fc
    .array(fc.record({ day: fc.integer({ min: 1, max: 100 }), rise: fc.integer({ min: 1, max: 6 }) }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((rises) => {
      const days = rises.map(({ day }) => day).sort((one, other) => one - other);
      let score = 0;
      return rises.map(({ rise }, index): Climb => {
        score += rise;
        return { day: days[index] ?? 0, score };
      });
    }),
  { minLength: 1, maxLength: 40 },
);

describe('where a capacity holds', () => {
  it('is from a threshold on only where no higher one breaks it again', () => {
    expect(points.map(({ p90PerWeek }) => p90PerWeek <= 1)).toEqual([true, true, false, true]);
    expect(capacityThreshold(points, 1)).toBe(20);
    expect(capacityHoldsFrom(points, rush, 1)).toBe(50);
  });

  it('counts thresholds between those that are looked through', () => {
    const without40 = points.filter(({ threshold }) => threshold !== 40 && threshold !== 30);
    expect(without40.every(({ p90PerWeek }) => p90PerWeek <= 1)).toBe(true);
    expect(capacityHoldsFrom(without40, rush, 1)).toBe(50);
  });

  it('is nowhere without a capacity, and the lowest where there is room for all', () => {
    expect(capacityHoldsFrom(points, rush, null)).toBeNull();
    expect(capacityHoldsFrom(points, rush, 12)).toBe(20);
  });

  it('given any rises of scores then it holds at every threshold from there on', () => {
    fc.assert(
      fc.property(someLeads, fc.integer({ min: 0, max: 3 }), (leads, capacity) => {
        const line = lineOf(leads);
        const every = sweepLine(line, distinctThresholds(line), NO_TERMS);
        const from = capacityHoldsFrom(every, line, capacity);
        const isWithin = every.map(({ p90PerWeek }) => p90PerWeek <= capacity);
        const expected = every[isWithin.lastIndexOf(false) + 1]?.threshold ?? null;
        expect(from).toBe(expected);
      }),
      { seed: 20_261_126, numRuns: 300 },
    );
  });
});

describe('leads by week', () => {
  it('given weeks that grow and shrink one by one then their percentile is that of all of them', () => {
    const moves = fc.array(fc.record({ week: fc.nat(11), isAdded: fc.boolean() }), { maxLength: 120 });
    fc.assert(
      fc.property(moves, (some) => {
        const running = createRunningWeeks(12);
        for (const { week, isAdded } of some) {
          if (isAdded) running.add(week);
          else if ((running.leads[week] ?? 0) > 0) running.remove(week);
          expect(running.p90()).toBe(weeklyOf(running.leads.slice(), 0).p90);
        }
      }),
    );
  });
});
