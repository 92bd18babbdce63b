/** What the history says about each promise. */
import type { MedianSurvival } from '../statistics/median-survival.ts';
import type { FollowUpCounts } from './follow-up-counts.ts';
import type { ShareFigure, Verdict } from './promise-verdict.ts';

export interface JudgedPromise<F extends PromiseFigure = PromiseFigure> {
  readonly whose: 'marketing' | 'sales';
  /** Id of the level that the promise speaks of. */
  readonly level: string;
  readonly figure: F;
  readonly unit: 'week' | 'month';
  /** Oldest first; none where the history does not record what they would be told by. */
  readonly spans: readonly JudgedSpan[];
  readonly spansHeld: number;
  readonly spansJudged: number;
  readonly verdict: Verdict;
}

/** A week or month of the calendar, by when its leads were handed over. */
export interface JudgedSpan {
  readonly startMs: number;
  /** Not in it. */
  readonly endMs: number;
  /** Leads that can be judged: of a volume all; of a capacity those that had to be followed up. */
  readonly due: number;
  /** Of them, served as promised: of a volume all; of a capacity those that were followed up, who may be more. */
  readonly kept: number;
  /** Null: cannot be judged (nobody due, too few, or a week that is not whole). */
  readonly isHeld: boolean | null;
}

export type PromiseFigure =
  | VolumeFigure
  | ConversionFigure
  | DataFigure
  | NeverFigure
  | FollowUpFigure
  | CapacityFigure
  | AttemptsFigure
  | FeedbackFigure;

export type PromiseKind = PromiseFigure['kind'];

/** Leads a week, of whole weeks; null without any. */
export interface VolumeFigure {
  readonly kind: 'volume';
  readonly weeks: number;
  readonly mean: number | null;
  readonly p10: number | null;
  readonly p90: number | null;
}

export interface ConversionFigure {
  readonly kind: 'conversion';
  readonly share: ShareFigure;
  /** Too young to tell, and never worked by sales: neither counts as a failure. */
  readonly immature: number;
  readonly unobserved: number;
  /** Of the months that can be judged. */
  readonly lowestMonth: { readonly startMs: number; readonly share: ShareFigure } | null;
}

export interface DataFigure {
  readonly kind: 'data';
  readonly share: ShareFigure;
  /** Leads without the attribute, in the order of the promise. */
  readonly missing: readonly { readonly attribute: string; readonly leads: number }[];
}

export interface NeverFigure {
  readonly kind: 'never';
  readonly handedOver: number;
  /** Of them, against one of the promises or more. */
  readonly leads: number;
  /** The same by promise, in their order: a lead may be against several. */
  readonly against: readonly { readonly name: string; readonly leads: number }[];
}

export interface FollowUpFigure extends FollowUpCounts {
  readonly kind: 'followUp';
  /** Working hours until followed up, by Kaplan and Meier: open leads count as far as they are known. */
  readonly medianHours: MedianSurvival;
}

export interface CapacityFigure {
  readonly kind: 'capacity';
  /** Whole weeks, and those in which more came than sales promises to follow up. */
  readonly weeks: number;
  readonly weeksOver: number;
  /** Leads a week; null without a whole week. */
  readonly cameMean: number | null;
  readonly followedMean: number | null;
}

export interface AttemptsFigure {
  readonly kind: 'attempts';
  readonly share: ShareFigure;
  /** Of the leads due. */
  readonly meanAttempts: number | null;
  /** Not due: too young; settled before so many attempts were needed; never given to sales. */
  readonly pending: number;
  readonly settled: number;
  readonly notGiven: number;
}

export interface FeedbackFigure {
  readonly kind: 'feedback';
  readonly share: ShareFigure;
  /** Of the leads due that are not kept: lost or rejected in time, but without a reason. */
  readonly withoutReason: number;
  /** Not due: too young; never given to sales. */
  readonly pending: number;
  readonly notGiven: number;
  /** Until answered, by Kaplan and Meier. */
  readonly medianDays: MedianSurvival;
}
