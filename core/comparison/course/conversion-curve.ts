/** How soon leads that reach a level become SQLs (Aalen and Johansen, losing competes; STATISTICS.md 7). */
import { numberAt } from '../../at.ts';
import { aalenJohansen, type IncidencePoint, medianTimeOf } from '../../statistics/aalen-johansen.ts';
import type { Interval } from '../../statistics/interval.ts';
import type { TimedCounts } from '../../statistics/kaplan-meier.ts';
import type { LeadAges } from './lead-ages.ts';

/** By an age in days; `share` null: no lead has been known for so long. */
export interface CurvePoint {
  readonly day: number;
  /** Had become SQLs by then, all that reached the level and were given to sales taken as 1. */
  readonly share: number | null;
  /** Null without a share, and before the first SQL. */
  readonly interval: Interval | null;
  /** Had been lost by then; null as the share is. */
  readonly lostShare: number | null;
  /** Neither SQL nor lost nor out of sight before this age. */
  readonly atRisk: number;
  /** Leads: SQLs of this age or less, and lost ones. */
  readonly sqls: number;
  readonly lost: number;
}

export interface ConversionCurve extends Omit<LeadAges, 'counts'> {
  /** At whole days from 0 to the end of the drawing, equal steps. */
  readonly points: readonly CurvePoint[];
  /** After 30, 60 and 90 days. */
  readonly ages: readonly CurvePoint[];
  /** Of those who convert by the end of the drawing; null: nobody does. */
  readonly medianDays: number | null;
}

const AGES = [30, 60, 90] as const;
const MOST_POINTS = 180;

export function conversionCurve(ages: LeadAges, untilDays: number): ConversionCurve {
  const { counts, ...sums } = ages;
  const incidence = aalenJohansen(counts);
  const lost = aalenJohansen(
    counts.map(({ events, competing, ...others }) => ({ ...others, events: competing, competing: events })),
  );
  const pointAt = pointReader(counts, incidence, lost);
  const step = Math.ceil(untilDays / MOST_POINTS);
  return {
    ...sums,
    points: Array.from({ length: Math.floor(untilDays / step) + 1 }, (_, index) => pointAt(index * step)),
    ages: AGES.map(pointAt),
    medianDays: medianTimeOf(incidence.filter(({ time }) => time <= untilDays)),
  };
}

const DRAWINGS_DAYS = [30, 60, 90, 120, 180, 270, 365, 540, 730] as const;

/** The same for both sides: a round number of days that holds 99 of 100 SQLs. */
export function drawnDays(sides: readonly LeadAges[]): number {
  const sqls = sides.reduce((sum, side) => sum + side.sqls, 0);
  const within = (days: number): number =>
    sides.reduce(
      (sum, { counts }) => sum + counts.reduce((all, { time, events }) => all + (time <= days ? events : 0), 0),
      0,
    );
  return DRAWINGS_DAYS.find((days) => within(days) >= 0.99 * sqls) ?? 1_095;
}

/** Reads both curves at any age; `counts` are what they were made of. */
function pointReader(
  counts: readonly TimedCounts[],
  curve: readonly IncidencePoint[],
  lost: readonly IncidencePoint[],
): (day: number) => CurvePoint {
  const times = Float64Array.from(counts, ({ time }) => time);
  const gone = sumsOf(counts.map(({ events, competing, censored }) => events + competing + censored));
  const sqlsBefore = sumsOf(counts.map(({ events }) => events));
  const lostBefore = sumsOf(counts.map(({ competing }) => competing));
  const curveAt = lastUpTo(curve);
  const lostAt = lastUpTo(lost);
  const last = counts.at(-1);
  // Who is settled stays so: only leads that are still open end what is known.
  const knownToDay = last === undefined ? -1 : last.censored > 0 ? last.time : Number.POSITIVE_INFINITY;
  return (day) => {
    const upTo = countFirst(times, (time) => time <= day);
    const leads = {
      atRisk:
        numberAt(gone, counts.length) -
        numberAt(
          gone,
          countFirst(times, (time) => time < day),
        ),
      sqls: numberAt(sqlsBefore, upTo),
      lost: numberAt(lostBefore, upTo),
    };
    if (day > knownToDay) return { day, share: null, interval: null, lostShare: null, ...leads };
    const point = curveAt(day);
    return {
      day,
      share: point?.incidence ?? 0,
      interval: point?.interval ?? null,
      lostShare: lostAt(day)?.incidence ?? 0,
      ...leads,
    };
  };
}

function lastUpTo(curve: readonly IncidencePoint[]): (day: number) => IncidencePoint | undefined {
  const times = Float64Array.from(curve, ({ time }) => time);
  return (day) => curve[countFirst(times, (time) => time <= day) - 1];
}

/** Entry `k`: the sum of the first `k`. */
function sumsOf(numbers: readonly number[]): Float64Array {
  const sums = new Float64Array(numbers.length + 1);
  for (const [index, number] of numbers.entries()) sums[index + 1] = numberAt(sums, index) + number;
  return sums;
}

/** How many of the ascending times come first for which it holds; afterwards it never does again. */
function countFirst(times: Float64Array, holds: (time: number) => boolean): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(numberAt(times, middle))) low = middle + 1;
    else high = middle;
  }
  return low;
}
