import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadWeeks, queueByWeek, weeklyLoad } from '../../../../core/comparison/course/weekly-load.ts';
import { asResult } from '../../../../core/comparison/reached-leads.ts';
import { type CohortCalendar, weekly } from '../../../../core/measures/by-time.ts';
import { courseOf, DAY } from './lead-course.ts';

const calendar = (weeks: number): CohortCalendar => ({ earliestMs: 0, weeks, monthStartsMs: new Float64Array(0) });
const leadsByWeek = fc.array(fc.nat(40), { minLength: 1, maxLength: 60 });
const capacity = fc.double({ min: 0.5, max: 40, noNaN: true });

describe('the load of a scenario on sales', () => {
  it('is by the weeks of the What-if, the oldest first', () => {
    const reachedDays = [100, 93.1, 93, 78, 78.5];
    const { facts, reached } = courseOf(reachedDays.map((day) => ({ outcome: 'immature', reached: day })));
    const weeks = loadWeeks(facts, calendar(4), reached, 1);
    expect(weeks).toEqual([
      { startMs: 72 * DAY, leads: 2, queue: 1 },
      { startMs: 79 * DAY, leads: 0, queue: 0 },
      { startMs: 86 * DAY, leads: 1, queue: 0 },
      { startMs: 93 * DAY, leads: 2, queue: 1 },
    ]);
    expect(weeklyLoad(weeks, 1)).toEqual({
      ...weekly(asResult(facts, reached), 0, calendar(4)),
      capacity: { perWeek: 1, weeksOver: 2, highestQueue: 1, queueAtEnd: 1 },
    });
  });

  it('has no queue where nobody said what sales can follow up', () => {
    const { facts, reached } = courseOf([{ outcome: 'immature', reached: 99 }]);
    const weeks = loadWeeks(facts, calendar(1), reached, null);
    expect(weeks).toMatchObject([{ leads: 1, queue: null }]);
    expect(weeklyLoad(weeks, null).capacity).toBeNull();
  });

  it('leaves customers and leads outside the cohort out', () => {
    const { facts, reached } = courseOf([
      { outcome: 'customer', reached: 99 },
      { outcome: 'converted', reached: 99, outsideCohort: true },
    ]);
    expect(loadWeeks(facts, calendar(1), reached, 5)).toMatchObject([{ leads: 0, queue: 0 }]);
  });
});

describe('the queue', () => {
  it('carries on what a week leaves over, and never below nobody', () => {
    expect([...queueByWeek([10, 50, 45, 20, 0], 30)]).toEqual([0, 20, 35, 25, 0]);
  });

  it('is never negative, and empty where no week is over capacity', () => {
    fc.assert(
      fc.property(leadsByWeek, capacity, (leads, perWeek) => {
        const queue = [...queueByWeek(leads, perWeek)];
        expect(Math.min(...queue)).toBeGreaterThanOrEqual(0);
        if (Math.max(...leads) <= perWeek) expect(Math.max(...queue)).toBe(0);
      }),
    );
  });

  it('is never longer with more capacity', () => {
    fc.assert(
      fc.property(leadsByWeek, capacity, capacity, (leads, perWeek, more) => {
        const queue = queueByWeek(leads, perWeek);
        const shorter = queueByWeek(leads, perWeek + more);
        for (const [week, waiting] of queue.entries()) expect(shorter[week]).toBeLessThanOrEqual(waiting + 1e-9);
      }),
    );
  });
});
