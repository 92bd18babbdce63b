import { type EdgeGrid, setsBetween } from '../replay/packed/edge-grid.ts';
import {
  type CountLayout,
  LEVEL_AMOUNT,
  LEVEL_COUNTS,
  LEVEL_LEAD_TIMES,
  LEVEL_WON,
  SWAP_GAINED,
  SWAP_KEPT,
  SWAP_LOST,
  SWAP_SETS,
} from '../replay/packed/level-counts.ts';
import { type LeadFacts, OUTCOMES } from '../replay/replay-result.ts';
import { leastFor } from '../replay/score-plan.ts';
import type { RuleSet } from '../rule-set/rule-set.ts';
import { type CohortCalendar, monthsOf, weeklyOf } from './by-time.ts';
import { CONVERTED, cohortSize, isMeasured } from './cell.ts';
import type { Frame } from './frame.ts';
import { measuresOf } from './level-measures.ts';
import { type SwapCounts, swapOf } from './swap-set.ts';
import { bandsOf, sweepOf } from './sweep.ts';

/** What all frames of one cohort share. */
export interface CohortFacts {
  readonly asOfMs: number;
  readonly leads: number;
  readonly customers: number;
  readonly sqls: number;
  readonly calendar: CohortCalendar;
}

export function cohortFacts(facts: LeadFacts, calendar: CohortCalendar): CohortFacts {
  let sqls = 0;
  for (let lead = 0; lead < facts.outcome.length; lead += 1)
    if (facts.outcome[lead] === CONVERTED && isMeasured(facts, lead)) sqls += 1;
  return { asOfMs: facts.asOfMs, ...cohortSize(facts), sqls, calendar };
}

export interface CountedFrame {
  readonly counts: Float64Array;
  readonly layout: CountLayout;
  readonly cohort: CohortFacts;
  readonly ruleSet: RuleSet;
  /** The level that the charts speak of. */
  readonly levelIndex: number;
  readonly thresholds: Float64Array;
  readonly edges: Float64Array;
  /** Of the thresholds and the edges, both lowered by the tolerance. */
  readonly grid: EdgeGrid;
  readonly warnings: readonly string[];
}

/** The same frame as `frameOf` makes of a replay's result, from counts that were taken while replaying. */
export function frameOfCounts(counted: CountedFrame): Frame {
  const { counts, layout, cohort, ruleSet, levelIndex, thresholds, edges, grid, warnings } = counted;
  const { calendar } = cohort;
  const kinds = OUTCOMES.length;
  const sets = (first: number, count: number): Float64Array => counts.slice(first, first + count * kinds);
  const peaks = sets(layout.peaks, grid.edges.length + 1);
  const between = (some: Float64Array): Float64Array => setsBetween(peaks, grid, some.map(leastFor), kinds);
  const levels = ruleSet.levels.map(({ id }, level) => {
    const first = layout.levels + level * LEVEL_COUNTS;
    const leadTimes = layout.leadTimes + level * cohort.sqls;
    return measuresOf({
      id,
      counts: sets(first, 1),
      sqls: cohort.sqls,
      won: counts[first + LEVEL_WON] ?? 0,
      amount: counts[first + LEVEL_AMOUNT] ?? 0,
      leadTimesMs: counts.subarray(leadTimes, leadTimes + (counts[first + LEVEL_LEAD_TIMES] ?? 0)),
    });
  });
  const level = ruleSet.levels[levelIndex];
  return {
    asOfMs: cohort.asOfMs,
    leads: cohort.leads,
    customers: cohort.customers,
    warnings,
    levels,
    level: level?.id ?? '',
    threshold: level?.total ?? 0,
    weekly: weeklyOf(counts.slice(layout.weeks, layout.weeks + calendar.weeks), levels[levelIndex]?.reached ?? 0),
    sweep: sweepOf(between(thresholds), thresholds, calendar.weeks),
    months: monthsOf(sets(layout.months, calendar.monthStartsMs.length), calendar.monthStartsMs),
    bands: bandsOf(between(edges), edges),
  };
}

/** `hasLevel` false: the scenario has no such level, and whoever the baseline holds is lost. */
export function swapOfCounts(counts: Float64Array, layout: CountLayout, hasLevel: boolean): SwapCounts {
  const kinds = OUTCOMES.length;
  const sets = counts.slice(layout.swap, layout.swap + SWAP_SETS * kinds);
  if (!hasLevel)
    for (let kind = 0; kind < kinds; kind += 1) {
      const kept = sets[SWAP_KEPT * kinds + kind] ?? 0;
      sets[SWAP_LOST * kinds + kind] = (sets[SWAP_LOST * kinds + kind] ?? 0) + kept;
      sets[SWAP_KEPT * kinds + kind] = 0;
      sets[SWAP_GAINED * kinds + kind] = 0;
    }
  return swapOf(sets);
}
