/** Where the counts of a frame lie in one row of doubles: each thread fills one of its own, and they are added up. */
import { OUTCOMES } from '../replay-result.ts';

export interface CountSizes {
  readonly levels: number;
  readonly months: number;
  readonly weeks: number;
  /** At most so many converted leads can reach a level. */
  readonly converted: number;
}

/** Places in the row. */
export interface CountLayout {
  /** By level: leads by outcome, then won, amount, and how many lead times there are. */
  readonly levels: number;
  /** By how many edges the main level's peak has reached: leads by outcome. */
  readonly peaks: number;
  readonly months: number;
  readonly weeks: number;
  /** By `SWAP_…`: leads by outcome. */
  readonly swap: number;
  /** Lead times of the levels in milliseconds: `converted` places a level. Up to here the row holds sums, from here on lists. */
  readonly leadTimes: number;
  readonly length: number;
}

export const LEVEL_WON = OUTCOMES.length;
export const LEVEL_AMOUNT = LEVEL_WON + 1;
export const LEVEL_LEAD_TIMES = LEVEL_AMOUNT + 1;
export const LEVEL_COUNTS = LEVEL_LEAD_TIMES + 1;

/** One less than: 1 if the scenario's level holds the lead, and 2 if the baseline's does. */
export const SWAP_GAINED = 0;
export const SWAP_LOST = 1;
export const SWAP_KEPT = 2;
export const SWAP_SETS = 3;

/** The thresholds of a sweep and the edges of its bands are far fewer. */
export const MOST_EDGES = 256;

export function countLayout(sizes: CountSizes): CountLayout {
  let next = 0;
  const take = (length: number): number => {
    next += length;
    return next - length;
  };
  return {
    levels: take(LEVEL_COUNTS * sizes.levels),
    peaks: take(OUTCOMES.length * (MOST_EDGES + 1)),
    months: take(OUTCOMES.length * sizes.months),
    weeks: take(sizes.weeks),
    swap: take(OUTCOMES.length * SWAP_SETS),
    leadTimes: take(sizes.levels * sizes.converted),
    length: next,
  };
}

/** Adds one thread's counts to another's; the lists of lead times are put one after the other. */
export function addCounts(into: Float64Array, from: Float64Array, layout: CountLayout, converted: number): void {
  const levels = (layout.peaks - layout.levels) / LEVEL_COUNTS;
  for (let level = 0; level < levels; level += 1) {
    const known = into[layout.levels + level * LEVEL_COUNTS + LEVEL_LEAD_TIMES] ?? 0;
    const more = from[layout.levels + level * LEVEL_COUNTS + LEVEL_LEAD_TIMES] ?? 0;
    const first = layout.leadTimes + level * converted;
    into.set(from.subarray(first, first + more), first + known);
  }
  for (let index = 0; index < layout.leadTimes; index += 1) into[index] = (into[index] ?? 0) + (from[index] ?? 0);
}
