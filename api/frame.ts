/** What one replay shows on the What-if screen: a few kilobytes, whatever the size of the history. */
import type { LevelMeasures } from './core-types.ts';

export type LevelName = string;
export type SwapName = 'gained' | 'lost' | 'kept';

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
  /** Leads that reach the level, week by week (weeks of 7 days counted back from `asOf`). */
  readonly weekly: { readonly mean: number; readonly p90: number; readonly weeks: number };
  readonly sweep: readonly SweepPoint[];
  /** By calendar month (workshop's time zone) in which the level was reached. */
  readonly months: readonly (Cell & { readonly startMs: number })[];
  /** By peak, cut at the threshold; `to` null: open above. */
  readonly bands: readonly (Cell & { readonly from: number | null; readonly to: number | null })[];
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
