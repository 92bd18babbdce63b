/** Working hours as instants. */
import { DAY_MS } from '../history/history.ts';
import { clockPieces } from '../time/clock-pieces.ts';
import { readSpan, WEEKDAYS, type WorkingHours } from './working-hours.ts';

/** Ascending, and no two overlap; entries from `count` on mean nothing. */
export interface WorkingSpans {
  readonly count: number;
  readonly startsMs: Float64Array;
  /** Not in the span. */
  readonly endsMs: Float64Array;
  /** Entry k: working time of the first k spans; one entry more than spans. */
  readonly workedMs: Float64Array;
}

export interface WorkingSpansAsked {
  /** All spans between the instants, and more. */
  readonly over: (fromMs: number, toMs: number) => WorkingSpans;
  /** Nobody ever works. */
  readonly isEmpty: boolean;
  /** Calendar days since 1970. */
  readonly isWorkingDay: (day: number) => boolean;
}

const MINUTE_MS = 60_000;
/** Known on both sides of what is asked, so that the next question is seldom outside. */
const MARGIN_MS = 400 * DAY_MS;

export function createWorkingSpans(hours: WorkingHours): WorkingSpansAsked {
  const wallSpans = wallSpansOf(hours);
  const isEmpty = WEEKDAYS.every((weekday) => hours.week[weekday].length === 0);
  let known: (WorkingSpans & { readonly fromMs: number; readonly toMs: number }) | undefined;
  return {
    over: (fromMs, toMs) => {
      if (known !== undefined && fromMs >= known.fromMs && toMs <= known.toMs) return known;
      const bounds = {
        fromMs: Math.min(fromMs - MARGIN_MS, known?.fromMs ?? Number.POSITIVE_INFINITY),
        toMs: Math.max(toMs + MARGIN_MS, known?.toMs ?? Number.NEGATIVE_INFINITY),
      };
      known = { ...spansBetween(hours.timeZone, wallSpans, bounds.fromMs, bounds.toMs), ...bounds };
      return known;
    },
    isEmpty,
    isWorkingDay: (day) => wallSpans(day).length > 0,
  };
}

/** Milliseconds since the midnight of the wall clock. */
type WallSpan = readonly [fromMs: number, toMs: number];
type WallSpans = (day: number) => readonly WallSpan[];

function wallSpansOf({ week, holidays }: WorkingHours): WallSpans {
  const byWeekday = WEEKDAYS.map((weekday) =>
    week[weekday].map((text): WallSpan => {
      const span = readSpan(text);
      if (span === null) throw new RangeError(`not a span of hours: ${text}`);
      return [span.fromMinute * MINUTE_MS, span.toMinute * MINUTE_MS];
    }),
  );
  const daysOff = new Set(holidays.map((date) => Date.parse(`${date}T00:00:00Z`) / DAY_MS));
  // 1 January 1970 was a Thursday.
  return (day) => (daysOff.has(day) ? [] : (byWeekday[(((day + 3) % 7) + 7) % 7] ?? []));
}

/** While the clocks are not put back or forward, the wall clock and the instants run side by side. */
function spansBetween(timeZone: string, wallSpans: WallSpans, fromMs: number, toMs: number): WorkingSpans {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const piece of clockPieces(timeZone, fromMs, toMs)) {
    const lastDay = Math.floor((piece.toMs - 1 + piece.offsetMs) / DAY_MS);
    for (let day = Math.floor((piece.fromMs + piece.offsetMs) / DAY_MS); day <= lastDay; day += 1) {
      for (const [wallFromMs, wallToMs] of wallSpans(day)) {
        const midnightMs = day * DAY_MS - piece.offsetMs;
        const startMs = Math.max(piece.fromMs, midnightMs + wallFromMs);
        const endMs = Math.min(piece.toMs, midnightMs + wallToMs);
        if (startMs >= endMs) continue;
        starts.push(startMs);
        ends.push(endMs);
      }
    }
  }
  const workedMs = new Float64Array(starts.length + 1);
  for (const [index, startMs] of starts.entries()) {
    workedMs[index + 1] = (workedMs[index] ?? 0) + (ends[index] ?? startMs) - startMs;
  }
  return { count: starts.length, startsMs: Float64Array.from(starts), endsMs: Float64Array.from(ends), workedMs };
}
