/** One lead with all that happened to it, and how its score came about. */
import type { Ledger, Look, Outcome, StageName } from './core-types.ts';
import type { LevelName } from './frame.ts';

export interface LeadDetail {
  readonly lead: string;
  readonly name: string;
  readonly createdAtMs: number;
  readonly outcome: Outcome;
  readonly attributes: readonly { readonly name: string; readonly value: string | null }[];
  /** Oldest first; what lies beyond the horizon is marked. */
  readonly timeline: readonly TimelineEntry[];
  readonly looks: readonly Look[];
  /** Score now, explained. */
  readonly ledger: Ledger;
  readonly levels: readonly {
    readonly id: string;
    readonly name: LevelName;
    readonly total: number;
    readonly reachedAtMs: number | null;
    readonly peak: number | null;
  }[];
  readonly horizonMs: number | null;
}

export type TimelineEntry =
  | { readonly kind: 'created'; readonly atMs: number }
  | {
      readonly kind: 'activity';
      readonly atMs: number;
      readonly type: string;
      readonly properties: readonly { readonly name: string; readonly value: string }[];
    }
  | {
      readonly kind: 'stage';
      readonly atMs: number;
      readonly stage: StageName;
      readonly amount: number | null;
      readonly reason: string | null;
    }
  | { readonly kind: 'level'; readonly atMs: number; readonly level: string; readonly total: number };
