/** Where the counts of a frame lie in one row of doubles: each thread fills one of its own, and they are added up. */
import { OUTCOMES } from '../replay-result.ts';

export interface CountSizes {
  readonly levels: number;
  /** Sets between and beyond the edges. */
  readonly sweepSets: number;
  readonly bandSets: number;
  readonly months: number;
  readonly weeks: number;
  /** At most so many converted leads can reach a level. */
  readonly converted: number;
}

export interface CountLayout {
  /** By level: leads by outcome, then won, amount, and how many lead times there are. */
  readonly levels: number;
  readonly sweep: number;
  readonly bands: number;
  readonly months: number;
  readonly weeks: number;
  /** Gained, lost and kept leads by outcome. */
  readonly swap: number;
  /** Lead times of the levels in milliseconds: `converted` places a level. */
  readonly leadTimes: number;
  readonly length: number;
}

export const LEVEL_WON = OUTCOMES.length;
export const LEVEL_AMOUNT = LEVEL_WON + 1;
export const LEVEL_LEAD_TIMES = LEVEL_AMOUNT + 1;
export const LEVEL_COUNTS = LEVEL_LEAD_TIMES + 1;

export const SWAP_GAINED = 0;
export const SWAP_LOST = 1;
export const SWAP_KEPT = 2;
export const SWAP_SETS = 3;

export function countLayout(sizes: CountSizes): CountLayout {
  let next = 0;
  const take = (length: number): number => {
    next += length;
    return next - length;
  };
  return {
    levels: take(LEVEL_COUNTS * sizes.levels),
    sweep: take(OUTCOMES.length * sizes.sweepSets),
    bands: take(OUTCOMES.length * sizes.bandSets),
    months: take(OUTCOMES.length * sizes.months),
    weeks: take(sizes.weeks),
    swap: take(OUTCOMES.length * SWAP_SETS),
    leadTimes: take(sizes.levels * sizes.converted),
    length: next,
  };
}

/** Adds one thread's counts to another's; the lists of lead times are put one after the other. */
export function addCounts(into: Float64Array, from: Float64Array, layout: CountLayout, converted: number): void {
  const levels = (layout.sweep - layout.levels) / LEVEL_COUNTS;
  for (let level = 0; level < levels; level += 1) {
    const known = into[layout.levels + level * LEVEL_COUNTS + LEVEL_LEAD_TIMES] ?? 0;
    const more = from[layout.levels + level * LEVEL_COUNTS + LEVEL_LEAD_TIMES] ?? 0;
    const first = layout.leadTimes + level * converted;
    into.set(from.subarray(first, first + more), first + known);
  }
  for (let index = 0; index < layout.leadTimes; index += 1) into[index] = (into[index] ?? 0) + (from[index] ?? 0);
}
