/** The history of REPLAY.md section 1, column by column: what both engines read and the workshop file stores. */
export interface History {
  /** IANA name; times without an offset were read in it, and calendar days are counted in it. */
  readonly timeZone: string;
  readonly leads: Leads;
  readonly activities: Activities;
  readonly stages: Stages;
}

export interface Leads {
  readonly count: number;
  /** In the order of the file. */
  readonly ids: readonly string[];
  /** Milliseconds since 1970 UTC; a lead without `created` has its default here already. */
  readonly createdAtMs: Float64Array;
  /**
   * Attributes; never one called `id`. The column `created` holds the cells as in the file: missing where the lead took
   * its default, and then conditions read the default's ISO text (`createdAtMs` with milliseconds, UTC).
   */
  readonly attributes: readonly Column[];
}

/** Ordered by lead, then instant, then the order of the file. */
export interface Activities {
  readonly count: number;
  /** Row range of lead i: `offsets[i]` up to, not including, `offsets[i + 1]`. Length: leads + 1. */
  readonly offsets: Int32Array;
  readonly atMs: Float64Array;
  readonly type: Column;
  readonly properties: readonly Column[];
}

/** Ordered by lead, then instant, then the order of the file. */
export interface Stages {
  readonly count: number;
  readonly offsets: Int32Array;
  readonly atMs: Float64Array;
  /** Index in `STAGE_NAMES`. */
  readonly stage: Uint8Array;
  /** NaN where the cell was empty. */
  readonly amount: Float64Array;
  readonly reason: Column;
}

export type ColumnKind = 'number' | 'yes/no' | 'date' | 'text';

/** A dictionary-encoded column: predicates are evaluated once for each distinct cell, never once for each row. */
export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Distinct non-missing cells, trimmed, as in the file. */
  readonly cells: readonly string[];
  /** Row → index in `cells`; −1 where the cell is missing. */
  readonly codes: Int32Array;
}

export const MISSING = -1;
export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;
