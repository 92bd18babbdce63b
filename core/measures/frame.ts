/** What one replay shows on the What-if screen: a few kilobytes, whatever the size of the history. */
import type { LevelMeasures } from '../replay/replay-result.ts';

/** Counts by outcome of a set of leads; `rate` = converted / observed with its Wilson interval, null when observed is 0. */
export interface Cell {
  readonly leads: number;
  readonly observed: number;
  readonly converted: number;
  readonly immature: number;
  readonly unobserved: number;
  readonly rate: number | null;
  readonly interval: readonly [number, number] | null;
}

export interface Frame {
  readonly asOfMs: number;
  /** In the cohort, customers left out. */
  readonly leads: number;
  readonly customers: number;
  readonly warnings: readonly string[];
  /** All levels, as `simulate` prints them. */
  readonly levels: readonly LevelMeasures[];
  /** The level that the rest of the frame speaks of. */
  readonly level: string;
  readonly threshold: number;
  readonly weekly: Weekly;
  /** Ascending by threshold; the present one is among them. */
  readonly sweep: readonly SweepPoint[];
  /** By calendar month (workshop's time zone) in which the level was reached, oldest first, months without a lead too. */
  readonly months: readonly Month[];
  /** By peak, cut at the threshold, lowest first. Leads without a peak are in none. */
  readonly bands: readonly PeakBand[];
}

/**
 * Leads that reach the level, week by week: weeks of 7 days counted back from `asOf`, as many as it takes to hold the
 * earliest creation of the cohort (the oldest is seldom whole). `p90` interpolates linearly between the ordered weeks.
 */
export interface Weekly {
  readonly mean: number;
  readonly p90: number;
  readonly weeks: number;
}

/** The level's measures were its threshold `threshold`: read off the peaks. */
export interface SweepPoint {
  readonly threshold: number;
  readonly reached: number;
  readonly observed: number;
  readonly converted: number;
  readonly rate: number | null;
  readonly interval: readonly [number, number] | null;
  readonly perWeek: number;
}

export type Month = Cell & { readonly startMs: number };

/** `from` included, `to` excluded; null: open. */
export type PeakBand = Cell & { readonly from: number | null; readonly to: number | null };
