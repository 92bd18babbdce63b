import { numberAt } from '../../at.ts';
import { DAY_MS } from '../../history/history.ts';
import type { CohortCalendar } from '../../measures/by-time.ts';
import { CONVERTED, countLead, isMeasured, outcomeCounts } from '../../measures/cell.ts';
import { measuresOf } from '../../measures/level-measures.ts';
import type { Climbs } from '../../replay/climbs.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import { type LinePoint, type LineTerms, profitOf } from './line-point.ts';
import { type LineSteps, lineSteps, stepsAmong } from './line-steps.ts';
import { createRunningMedian, type RankedNumbers, type RunningMedian, rankNumbers } from './running-median.ts';
import { createRunningWeeks } from './running-weeks.ts';

export interface Line {
  readonly facts: LeadFacts;
  readonly calendar: CohortCalendar;
  readonly steps: LineSteps;
  readonly leadTimes: LeadTimes;
  /** Of the cohort. */
  readonly sqls: number;
}

/** One sort; each sweep of it is then one pass. */
export function drawLine(facts: LeadFacts, calendar: CohortCalendar, climbs: Climbs): Line {
  const steps = lineSteps(facts, climbs);
  return { facts, calendar, steps, leadTimes: leadTimesOf(facts, steps), sqls: sqlsOf(facts) };
}

/** The line of a part of its leads, without a replay or a sort; `calendar`: theirs. */
export function lineAmong(line: Line, facts: LeadFacts, calendar: CohortCalendar): Line {
  const { steps, kept } = stepsAmong(facts, line.steps);
  const placeOf = new Int32Array(kept.length);
  kept.forEach((step, place) => {
    placeOf[place] = line.leadTimes.placeOf[step] ?? -1;
  });
  return { facts, calendar, steps, leadTimes: { placeOf, timesMs: line.leadTimes.timesMs }, sqls: sqlsOf(facts) };
}

/** The same line of which only what comes in some weeks is counted as volume, `from` (counted back from `asOf`) to before `to`. */
export function lineInWeeks(line: Line, from: number, to: number): Line {
  const { steps, calendar } = line;
  // What lies before `from` turns into a number far beyond all weeks.
  const weeks = steps.weeks.map((week) => week - from);
  return { ...line, steps: { ...steps, weeks }, calendar: { ...calendar, weeks: to - from } };
}

function sqlsOf(facts: LeadFacts): number {
  let sqls = 0;
  for (let lead = 0; lead < facts.outcome.length; lead += 1)
    if (facts.outcome[lead] === CONVERTED && isMeasured(facts, lead)) sqls += 1;
  return sqls;
}

/** Every threshold at which the level holds other leads, or the same at another time, than just above it; ascending. */
export function distinctThresholds({ steps }: Line): Float64Array {
  const distinct = new Set(steps.hundredths);
  return Float64Array.from(distinct, (hundredths) => hundredths / 100).reverse();
}

/**
 * The level's measures (REPLAY.md section 4) at each threshold, exactly as replays with them would give; `thresholds`
 * ascending, with two decimals at most, and so is what comes back.
 */
export function sweepLine(line: Line, thresholds: Float64Array, terms: LineTerms): readonly LinePoint[] {
  const { steps } = line;
  const pass = createPass(line);
  const points: LinePoint[] = [];
  let step = 0;
  for (let index = thresholds.length - 1; index >= 0; index -= 1) {
    const threshold = numberAt(thresholds, index);
    const least = Math.round(threshold * 100);
    for (; step < steps.hundredths.length && (steps.hundredths[step] ?? 0) >= least; step += 1) pass.take(step);
    points.push(pass.point(threshold, terms));
  }
  return points.reverse();
}

function createPass({ facts, calendar, steps, leadTimes: ofSteps, sqls }: Line) {
  const counts = outcomeCounts(1);
  const weeks = createRunningWeeks(calendar.weeks);
  const leadTimes = createLeadTimes(ofSteps);
  let won = 0;
  let amount = 0;
  return {
    take: (step: number): void => {
      const before = steps.before[step] ?? -1;
      const lead = steps.leads[step] ?? 0;
      if (before >= 0) {
        weeks.remove(steps.weeks[before] ?? 0);
        leadTimes.remove(before);
      } else {
        countLead(counts, 0, facts.outcome[lead] ?? 0);
        won += facts.won[lead] ?? 0;
        amount += facts.wonAmount[lead] ?? 0;
      }
      weeks.add(steps.weeks[step] ?? 0);
      leadTimes.add(step);
    },
    point: (threshold: number, terms: LineTerms): LinePoint => {
      const { id: _noId, ...counted } = measuresOf({ id: '', counts, sqls, won, amount, leadTimesMs: NO_TIMES });
      const leadTimeMs = leadTimes.median();
      return {
        threshold,
        ...counted,
        leadTimeDays: leadTimeMs === null ? null : leadTimeMs / DAY_MS,
        perWeek: weeks.mean(),
        p90PerWeek: weeks.p90(),
        ...overCapacity(weeks.leads, terms.capacityPerWeek),
        profit: profitOf(terms, counted),
      };
    },
  };
}

/**
 * The highest threshold at which nine weeks in ten do not stay within the capacity: at each above it they do. Null where they do
 * at each. A higher threshold is reached by fewer leads, but by some of them later, and so in other weeks.
 */
export function highestOverCapacity({ steps, calendar }: Line, capacityPerWeek: number): number | null {
  const weeks = createRunningWeeks(calendar.weeks);
  for (let step = 0; step < steps.hundredths.length; step += 1) {
    const before = steps.before[step] ?? -1;
    if (before >= 0) weeks.remove(steps.weeks[before] ?? 0);
    weeks.add(steps.weeks[step] ?? 0);
    const isLastOfThreshold = steps.hundredths[step] !== steps.hundredths[step + 1];
    if (isLastOfThreshold && weeks.p90() > capacityPerWeek) return (steps.hundredths[step] ?? 0) / 100;
  }
  return null;
}

const NO_TIMES = new Float64Array(0);

/** STATISTICS.md 4, "Capacity": Q = max(0, Q before + v − capacity), from the oldest week on. */
function overCapacity(byWeek: Float64Array, capacityPerWeek: number | null) {
  if (capacityPerWeek === null) return { weeksOverCapacity: null, longestQueue: null };
  let weeksOverCapacity = 0;
  let longestQueue = 0;
  let queue = 0;
  for (let week = byWeek.length - 1; week >= 0; week -= 1) {
    const leads = byWeek[week] ?? 0;
    if (leads > capacityPerWeek) weeksOverCapacity += 1;
    queue = Math.max(0, queue + leads - capacityPerWeek);
    longestQueue = Math.max(longestQueue, queue);
  }
  return { weeksOverCapacity, longestQueue };
}

/** From reaching to SQL, of the converted. */
interface LeadTimes {
  /** By step: its place among the times; −1 where the lead did not convert. */
  readonly placeOf: Int32Array;
  readonly timesMs: RankedNumbers;
}

function leadTimesOf(facts: LeadFacts, steps: LineSteps): LeadTimes {
  const placeOf = new Int32Array(steps.leads.length).fill(-1);
  const timesMs: number[] = [];
  for (let step = 0; step < steps.leads.length; step += 1) {
    const lead = steps.leads[step] ?? 0;
    if (facts.outcome[lead] !== CONVERTED) continue;
    placeOf[step] = timesMs.push(Math.max(0, (facts.sqlAtMs[lead] ?? 0) - (steps.atMs[step] ?? 0))) - 1;
  }
  return { placeOf, timesMs: rankNumbers(Float64Array.from(timesMs)) };
}

function createLeadTimes({ placeOf, timesMs }: LeadTimes): RunningMedian {
  const running = createRunningMedian(timesMs);
  const change = (by: (place: number) => void) => (step: number) => {
    const place = placeOf[step] ?? -1;
    if (place >= 0) by(place);
  };
  return { add: change(running.add), remove: change(running.remove), median: running.median };
}
