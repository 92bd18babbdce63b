/** Working time between instants: what every promised hour is counted by (STATISTICS.md 7, speed to lead). */
import { numberAt } from '../at.ts';
import { DAY_MS } from '../history/history.ts';
import { requireZone } from '../time/zone.ts';
import type { WorkingHours } from './working-hours.ts';
import { createWorkingSpans, type WorkingSpans } from './working-spans.ts';

export interface WorkingClock {
  /** Milliseconds of working time from one instant to another; 0 when the other is no later. */
  readonly workingMsBetween: (fromMs: number, toMs: number) => number;
  /** The earliest instant at which that much working time has passed; Infinity where nobody ever works. */
  readonly instantAfter: (fromMs: number, workingMs: number) => number;
  /** Whether somebody works at some time of the calendar day, counted in days since 1970 in the zone. */
  readonly isWorkingDay: (day: number) => boolean;
  /** Working days after the day that holds the first instant, up to and with the day that holds the other. */
  readonly workingDaysBetween: (fromMs: number, toMs: number) => number;
}

/** Of hours that `parseWorkingHours` has passed. Spans are worked out once, for the years that are asked about. */
export function workingClock(hours: WorkingHours): WorkingClock {
  const spans = createWorkingSpans(hours);
  const zone = requireZone(hours.timeZone);
  const dayOf = (atMs: number): number => Math.floor((atMs + zone.offsetMsAt(atMs)) / DAY_MS);
  return {
    workingMsBetween: (fromMs, toMs) => {
      if (!(toMs > fromMs)) return 0;
      const known = spans.over(fromMs, toMs);
      return workedBefore(known, toMs) - workedBefore(known, fromMs);
    },
    instantAfter: (fromMs, workingMs) => {
      if (workingMs <= 0) return fromMs;
      if (spans.isEmpty) return Number.POSITIVE_INFINITY;
      for (let reachDays = FIRST_REACH_DAYS; fromMs + reachDays * DAY_MS < LAST_INSTANT_MS; reachDays *= 2) {
        const known = spans.over(fromMs, fromMs + reachDays * DAY_MS);
        const wanted = workedBefore(known, fromMs) + workingMs;
        // Spans that are known may lie far beyond the reach asked for.
        if (numberAt(known.workedMs, known.count) >= wanted) return instantOfWork(known, wanted);
      }
      return Number.POSITIVE_INFINITY;
    },
    isWorkingDay: spans.isWorkingDay,
    workingDaysBetween: (fromMs, toMs) => {
      const lastDay = dayOf(toMs);
      let days = 0;
      for (let day = dayOf(fromMs) + 1; day <= lastDay; day += 1) if (spans.isWorkingDay(day)) days += 1;
      return days;
    },
  };
}

/** Where nobody has agreed on working hours: nights and weekends count. */
export const everyHour: Pick<WorkingClock, 'workingMsBetween'> = {
  workingMsBetween: (fromMs, toMs) => Math.max(0, toMs - fromMs),
};

const FIRST_REACH_DAYS = 64;
/** Of ECMAScript's calendar, less what is worked out beyond what is asked. */
const LAST_INSTANT_MS = 8.6e15;

/** Working time from the first known span on. */
function workedBefore(spans: WorkingSpans, atMs: number): number {
  const index = firstNotBefore(spans.endsMs, spans.count, atMs);
  if (index === spans.count) return numberAt(spans.workedMs, index);
  return numberAt(spans.workedMs, index) + Math.max(0, atMs - numberAt(spans.startsMs, index));
}

/** `wanted` is above 0 and no more than the known spans hold. */
function instantOfWork(spans: WorkingSpans, wanted: number): number {
  const index = firstNotBefore(spans.workedMs, spans.count + 1, wanted) - 1;
  return numberAt(spans.startsMs, index) + wanted - numberAt(spans.workedMs, index);
}

/** Index of the first of the ascending numbers that is at least the value; `count` where none is. */
function firstNotBefore(ascending: Float64Array, count: number, value: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberAt(ascending, middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
