/** Long lists, page by page, and the rows of those that several parts of the contract list. */
import type { Outcome } from './core-types.ts';

export interface Page<Row> {
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly Row[];
}

export interface SwapRow {
  readonly lead: string;
  /** The lead's name for people: the attribute that looks most like one, else its id. */
  readonly name: string;
  readonly baselinePeak: number | null;
  readonly scenarioPeak: number | null;
  readonly outcome: Outcome;
  /** When the rule set that reaches it reached it (baseline for lost). */
  readonly reachedAtMs: number | null;
  readonly source: string | null;
}
