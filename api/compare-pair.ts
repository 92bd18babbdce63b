/** Two sides in depth: the part of the contract that speaks of their difference. */
import * as z from 'zod/mini';
import type { Comparison } from '../core/comparison/pair/comparison.ts';
import type { OlderAndNewer } from '../core/comparison/pair/older-newer.ts';
import type { AmountDifference } from '../core/comparison/pair/revenue-difference.ts';
import { analysisQuestion, comparedSide, splitInstant } from './compared.ts';
import type { Page, SwapRow } from './page.ts';

export type { Comparison } from '../core/comparison/pair/comparison.ts';
export type { Finding } from '../core/comparison/pair/finding.ts';

const count = z.int().check(z.nonnegative());

export const COMPARE_PAIR_INPUTS = {
  /** B told against A. `splitMs`: where newer leads begin, which judge what was chosen on the older ones; null: proposed. */
  'compare.pair': z.strictObject({
    ...analysisQuestion,
    a: comparedSide,
    b: comparedSide,
    splitMs: splitInstant,
  }),
  /** The leads kept by both, lost (A alone reaches the level) or gained (B alone), by name. */
  'compare.swap': z.strictObject({
    ...analysisQuestion,
    a: comparedSide,
    b: comparedSide,
    list: z.enum(['gained', 'lost', 'kept']),
    offset: count,
    limit: z.int().check(z.nonnegative(), z.maximum(500)),
  }),
} as const;

export interface ComparePairOutputs {
  readonly 'compare.pair': PairCompared;
  /** `baselinePeak` is the score by A, `scenarioPeak` that by B. */
  readonly 'compare.swap': Page<SwapRow> & { readonly computedInMs: number };
}

export interface PairCompared extends Comparison {
  readonly asOfMs: number;
  /** In the cohort, customers left out. */
  readonly leads: number;
  readonly weekly: WeeklyDifference;
  readonly revenue: RevenueCompared;
  /** Null where there are no two periods. */
  readonly periods: OlderAndNewer | null;
  readonly computedInMs: number;
}

/** Leads that reach the level a week, on the mean; `difference` is B less A. */
export interface WeeklyDifference {
  readonly a: number;
  readonly b: number;
  readonly difference: number;
}

/** Amounts of won deals, B less A; their interval is a bootstrap's. */
export interface RevenueCompared {
  readonly total: AmountDifference;
  /** By lead that reaches the level; null where one side has none. */
  readonly perLead: AmountDifference | null;
  /** The total without the largest of the deals that tell A and B apart. */
  readonly withoutLargest: {
    readonly lead: string;
    readonly difference: number;
    readonly isSignFlipped: boolean;
  } | null;
  /** Won deals that only one of the two reaches. */
  readonly deals: number;
  /** These by name, the largest first; null where there are 30 and more. */
  readonly listed: readonly NamedDeal[] | null;
}

/** `amount` is below 0 where A alone reaches the lead. */
export interface NamedDeal {
  readonly lead: string;
  readonly name: string;
  readonly amount: number;
}
