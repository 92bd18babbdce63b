import { numberAt } from '../at.ts';
import { countAtMost } from '../count-at-most.ts';
import { DAY_MS } from '../history/history.ts';
import { monthStarts } from '../time/month-starts.ts';
import { calendarDay, requireZone } from '../time/zone.ts';

/** Weeks from Monday on, or months, of a zone's calendar, ascending and without gaps. */
export interface CalendarSpans {
  readonly unit: 'week' | 'month';
  /** One entry more than spans: the end of the last. */
  readonly edgesMs: Float64Array;
  /** The period that they are of; the first and the last span may reach beyond it. */
  readonly fromMs: number;
  readonly toMs: number;
}

/** One wrong date decades back must not fill the list with empty weeks. */
const MOST_WEEKS = 260;
const MOST_MONTHS = 60;

/** All that hold a part of the period, `toMs` not in it; the latest where there are too many. */
export function calendarSpans(unit: 'week' | 'month', fromMs: number, toMs: number, timeZone: string): CalendarSpans {
  const lastMs = Math.max(fromMs, toMs - 1);
  const edgesMs = unit === 'week' ? weekEdges(fromMs, lastMs, timeZone) : monthEdges(fromMs, lastMs, timeZone);
  return { unit, edgesMs, fromMs, toMs };
}

export const spanCount = ({ edgesMs }: CalendarSpans): number => edgesMs.length - 1;

/** −1 for an instant outside the period, or before the first span. */
export function spanOf({ edgesMs, fromMs, toMs }: CalendarSpans, atMs: number): number {
  return atMs >= fromMs && atMs < toMs ? countAtMost(edgesMs, atMs) - 1 : -1;
}

export const isWholeSpan = ({ edgesMs, fromMs, toMs }: CalendarSpans, span: number): boolean =>
  numberAt(edgesMs, span) >= fromMs && numberAt(edgesMs, span + 1) <= toMs;

function weekEdges(fromMs: number, lastMs: number, timeZone: string): Float64Array {
  const zone = requireZone(timeZone);
  // Day 4 of 1970 was a Monday.
  const weekOf = (atMs: number): number => Math.floor((calendarDay(atMs, timeZone) - 4) / 7);
  const last = weekOf(lastMs);
  const first = Math.max(weekOf(fromMs), last - MOST_WEEKS + 1);
  return Float64Array.from({ length: last - first + 2 }, (_, index) =>
    zone.instantOf(((first + index) * 7 + 4) * DAY_MS),
  );
}

function monthEdges(fromMs: number, lastMs: number, timeZone: string): Float64Array {
  const starts = monthStarts(fromMs, lastMs, timeZone, MOST_MONTHS);
  // 40 days on from the first of a month is within the next.
  const withinNextMs = numberAt(starts, starts.length - 1) + 40 * DAY_MS;
  return Float64Array.from([...starts, ...monthStarts(withinNextMs, withinNextMs, timeZone, 1)]);
}
