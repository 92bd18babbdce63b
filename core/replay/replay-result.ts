import type { Condition } from '../rule-set/rule-set.ts';

/** What a replay is asked, and what every engine answers: one entry a lead, in the order of `history.leads`. */
export interface ReplayOptions {
  /** The moment the replay stands at; absent: the latest instant of the history (REPLAY.md, derived facts). */
  readonly asOfMs?: number;
  /** The cohort: created at or after. */
  readonly fromMs?: number;
  /** The cohort: created before. */
  readonly toMs?: number;
  /** Absent: 90, or 0 in a history without dates. */
  readonly maturityDays?: number;
  readonly horizon: 'outcome' | 'handover';
  /** The cohort: leads for which it holds; absent: every lead. */
  readonly scope?: Condition<'attribute'>;
}

export const DEFAULT_OPTIONS: ReplayOptions = { horizon: 'outcome' };

/** How long a lead may take for its outcome where nobody says (REPLAY.md section 1). */
export const DEFAULT_MATURITY_DAYS = 90;

/** `options` with the days that a workshop lets a lead take, where they say none themselves; null: it says none either. */
export const withMaturity = (options: ReplayOptions, maturityDays: number | null): ReplayOptions =>
  maturityDays === null || options.maturityDays !== undefined ? options : { ...options, maturityDays };

/** Stored as the index in this list. */
export const OUTCOMES = ['converted', 'not converted', 'immature', 'unobserved', 'customer'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Facts of the leads that do not depend on the rule set. NaN stands for an instant that does not exist. */
export interface LeadFacts {
  readonly asOfMs: number;
  /** 1: created at or before `asOf`; the others are left out of everything. */
  readonly exists: Uint8Array;
  /** 1: exists and created within the cohort's bounds (customers too). */
  readonly inCohort: Uint8Array;
  /** Index in `OUTCOMES`. */
  readonly outcome: Uint8Array;
  readonly sqlAtMs: Float64Array;
  readonly closedAtMs: Float64Array;
  readonly workedAtMs: Float64Array;
  /** Read strictly before it; NaN: read up to and including `asOf`. */
  readonly horizonMs: Float64Array;
  /** 1: has a `won` stage up to `asOf`. */
  readonly won: Uint8Array;
  /** Sum of the amounts of the `won` stages up to `asOf`. */
  readonly wonAmount: Float64Array;
}

export interface LevelReplay {
  /** NaN: not reached, or not replayed. */
  readonly reachedAtMs: Float64Array;
  /** NaN: no look at which everything but the total held. */
  readonly peak: Float64Array;
}

export interface ReplayResult {
  readonly facts: LeadFacts;
  /** Score at `asOf`, by lead. */
  readonly now: Float64Array;
  /** By dimension in the order of the rule set, then by lead. */
  readonly nowByDimension: readonly Float64Array[];
  /** In the order of the rule set's levels. */
  readonly levels: readonly LevelReplay[];
}

/** The measures of REPLAY.md section 4, as `simulate` prints them. */
export interface LevelMeasures {
  readonly id: string;
  readonly reached: number;
  readonly observed: number;
  readonly immature: number;
  readonly unobserved: number;
  readonly converted: number;
  readonly rate: number | null;
  readonly interval: readonly [number, number] | null;
  readonly bounds: readonly [number, number] | null;
  readonly sqls: number;
  readonly recall: number | null;
  readonly won: number;
  readonly amount: number;
  readonly leadTimeDays: number | null;
}
