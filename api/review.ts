/** The review of what was signed: the part of the contract that speaks of it. */
import * as z from 'zod/mini';
import type { HistoryReview } from '../core/review/review-history.ts';
import type { AgreementDocument } from './promises.ts';

export type { DriftingBand } from '../core/review/band-drift.ts';
export type { InputBand, InputDrift } from '../core/review/input-drift.ts';
export type { ProposalReason } from '../core/review/proposal.ts';
export type { RuleInPeriod, RuleMeaning } from '../core/review/rule-meaning.ts';

const instant = z.number().check(z.gte(-8.64e15), z.lte(8.64e15));

export const REVIEW_INPUTS = {
  /**
   * The version in force against what happened from when it was signed and valid to its last day, or since `fromMs`. `start` as in
   * `agreement.promises`. Of several questions that wait for the same key only the newest is answered.
   */
  'review.get': z.strictObject({
    key: z.string().check(z.maxLength(1_000)),
    start: z.enum(['rules', 'handover']),
    fromMs: z.nullable(instant),
  }),
} as const;

export interface ReviewOutputs {
  readonly 'review.get': ReviewAnswer;
}

/** `signed` null: no version is in force, and there is nothing to review. */
export type ReviewAnswer =
  | { readonly signed: null }
  | (ReviewFigures & {
      readonly signed: ReviewedVersion;
      readonly computedInMs: number;
    });

export interface ReviewedVersion {
  readonly number: number;
  readonly document: AgreementDocument;
  readonly signedAtMs: number;
  /** From when it is reviewed unless asked otherwise: signed by both, and valid by its own words. */
  readonly inForceFromMs: number;
}

export interface ReviewFigures extends HistoryReview {
  readonly asOfMs: number;
  /** False: the history ends before the period begins. */
  readonly isNewer: boolean;
  /** What of the period the history holds; `toMs` is not in it. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Within it, at the agreed level. */
  readonly handedOver: number;
}
