import { itemAt, numberAt } from '../at.ts';
import { countAtMost } from '../count-at-most.ts';
import { DAY_MS, type History } from '../history/history.ts';
import type { LeadFacts, ReplayResult } from '../replay/replay-result.ts';
import { quantile } from '../statistics/quantile.ts';
import { monthStarts } from '../time/month-starts.ts';
import { cellOf, countLead, isMeasured, type OutcomeCounts, outcomeCounts } from './cell.ts';
import type { Month, Weekly } from './frame.ts';

/** What the leads of a cohort share in time: worked out once, not at every move of a lever. */
export interface CohortCalendar {
  /** Earliest creation in the cohort, customers left out; `asOf` when it is empty. */
  readonly earliestMs: number;
  /** Weeks of 7 days counted back from `asOf` until they hold `earliestMs`: at least 1. */
  readonly weeks: number;
  /** First instants of the calendar months, ascending, up to the one that holds `asOf`. */
  readonly monthStartsMs: Float64Array;
}

export const WEEK_MS = 7 * DAY_MS;
/** One wrong date decades back must not fill the chart with empty months. */
const MOST_MONTHS = 36;

/** The calendar of the cohort in the history's time zone; of more than 36 months, the latest 36. */
export function cohortCalendar(history: History, facts: LeadFacts): CohortCalendar {
  const { asOfMs } = facts;
  let earliestMs = asOfMs;
  for (let lead = 0; lead < history.leads.count; lead += 1) {
    if (isMeasured(facts, lead)) earliestMs = Math.min(earliestMs, numberAt(history.leads.createdAtMs, lead));
  }
  return {
    earliestMs,
    weeks: Math.floor((asOfMs - earliestMs) / WEEK_MS) + 1,
    monthStartsMs: monthStarts(earliestMs, asOfMs, history.timeZone, MOST_MONTHS),
  };
}

/** Leads that reach the level, by weeks counted back from `asOf`. */
export function weekly(result: ReplayResult, levelIndex: number, calendar: CohortCalendar): Weekly {
  const leadsByWeek = leadsByWeekBack(result, levelIndex, calendar);
  return weeklyOf(
    leadsByWeek,
    leadsByWeek.reduce((sum, leads) => sum + leads, 0),
  );
}

/** The latest week first: entry `w` ends `w` weeks before `asOf`. */
export function leadsByWeekBack(result: ReplayResult, levelIndex: number, { weeks }: CohortCalendar): Float64Array {
  const { facts } = result;
  const { reachedAtMs } = itemAt(result.levels, levelIndex);
  const leadsByWeek = new Float64Array(weeks);
  for (let lead = 0; lead < reachedAtMs.length; lead += 1) {
    const atMs = numberAt(reachedAtMs, lead);
    if (Number.isNaN(atMs) || !isMeasured(facts, lead)) continue;
    const week = Math.floor((facts.asOfMs - atMs) / WEEK_MS);
    leadsByWeek[week] = numberAt(leadsByWeek, week) + 1;
  }
  return leadsByWeek;
}

/** Of the leads that reach the level in each week; sorts them. */
export const weeklyOf = (leadsByWeek: Float64Array, reached: number): Weekly => ({
  mean: reached / leadsByWeek.length,
  p90: quantile(leadsByWeek.sort(), 0.9),
  weeks: leadsByWeek.length,
});

/** Leads that reach the level, by the calendar month in which they do, with what became of them. */
export function months(result: ReplayResult, levelIndex: number, { monthStartsMs }: CohortCalendar): readonly Month[] {
  const { facts } = result;
  const { reachedAtMs } = itemAt(result.levels, levelIndex);
  const counts = outcomeCounts(monthStartsMs.length);
  for (let lead = 0; lead < reachedAtMs.length; lead += 1) {
    const atMs = numberAt(reachedAtMs, lead);
    if (Number.isNaN(atMs) || !isMeasured(facts, lead)) continue;
    const month = countAtMost(monthStartsMs, atMs) - 1;
    if (month >= 0) countLead(counts, month, numberAt(facts.outcome, lead));
  }
  return monthsOf(counts, monthStartsMs);
}

/** Set `k` of `counts`: the leads of month `k`. */
export const monthsOf = (counts: OutcomeCounts, monthStartsMs: Float64Array): readonly Month[] =>
  Array.from(monthStartsMs, (startMs, month) => ({ ...cellOf(counts, month), startMs }));
