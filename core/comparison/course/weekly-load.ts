/** What a scenario gives sales to do, week by week, against what sales can follow up (STATISTICS.md 4, capacity). */
import { numberAt } from '../../at.ts';
import { type CohortCalendar, leadsByWeekBack, WEEK_MS, weeklyOf } from '../../measures/by-time.ts';
import type { Weekly } from '../../measures/frame.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import { asResult, type ReachedLeads } from '../reached-leads.ts';

export interface WeeklyLoad extends Weekly {
  /** Null: nobody said how many leads a week sales can follow up. */
  readonly capacity: CapacityLoad | null;
}

export interface CapacityLoad {
  /** Leads a week. */
  readonly perWeek: number;
  /** Weeks in which more leads reach the level. */
  readonly weeksOver: number;
  /** Leads that wait, at most and at the end; nobody waits at the beginning. */
  readonly highestQueue: number;
  readonly queueAtEnd: number;
}

export interface LoadWeek {
  readonly startMs: number;
  /** That reach the level in it. */
  readonly leads: number;
  /** That wait at its end; null without a capacity. */
  readonly queue: number | null;
}

/** Oldest first; the weeks of `weekly`, whose first is seldom whole. */
export function loadWeeks(
  facts: LeadFacts,
  calendar: CohortCalendar,
  reached: ReachedLeads,
  capacityPerWeek: number | null,
): readonly LoadWeek[] {
  const leadsByWeek = leadsByWeekBack(asResult(facts, reached), 0, calendar).reverse();
  const queues = capacityPerWeek === null ? null : queueByWeek(leadsByWeek, capacityPerWeek);
  return Array.from(leadsByWeek, (leads, week) => ({
    startMs: facts.asOfMs - (leadsByWeek.length - week) * WEEK_MS,
    leads,
    queue: queues === null ? null : numberAt(queues, week),
  }));
}

export function weeklyLoad(weeks: readonly LoadWeek[], capacityPerWeek: number | null): WeeklyLoad {
  const leadsByWeek = Float64Array.from(weeks, ({ leads }) => leads);
  const reached = leadsByWeek.reduce((sum, leads) => sum + leads, 0);
  return {
    ...weeklyOf(leadsByWeek, reached),
    capacity:
      capacityPerWeek === null
        ? null
        : {
            perWeek: capacityPerWeek,
            weeksOver: weeks.filter(({ leads }) => leads > capacityPerWeek).length,
            highestQueue: Math.max(0, ...weeks.map(({ queue }) => queue ?? 0)),
            queueAtEnd: weeks.at(-1)?.queue ?? 0,
          },
  };
}

/** Q_w = max(0, Q_{w−1} + v_w − capacity), from an empty queue (STATISTICS.md 4). `leadsByWeek`: oldest first. */
export function queueByWeek(leadsByWeek: ArrayLike<number>, capacityPerWeek: number): Float64Array {
  let queue = 0;
  return Float64Array.from(leadsByWeek, (leads) => {
    queue = Math.max(0, queue + leads - capacityPerWeek);
    return queue;
  });
}
