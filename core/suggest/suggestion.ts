/** Points learned from the history: what is asked, and what comes back. Plain data, safe for structured clone and JSON. */
import type { ReplayOptions } from '../replay/replay-result.ts';
import type { Rule, RuleSet } from '../rule-set/rule-set.ts';

export interface SuggestionQuestion {
  readonly options: ReplayOptions;
  readonly constraints: SuggestionConstraints;
  readonly periods: AskedPeriods;
  /** The rules that the cards are compared with; their `ignore` holds for the cards too. Null: there are none. */
  readonly present: RuleSet | null;
  /** Attributes that the workshop keeps out of rules. */
  readonly keptOut: readonly string[];
  /** A whole number; where leads are drawn, equal seeds draw the same. */
  readonly seed: number;
}

export type Sign = 'positive' | 'negative' | 'any';

export interface SuggestionConstraints {
  /** At most so many rules, the fixed ones among them; 1 to 30. */
  readonly rules: number;
  /** The largest size of a rule's points; at least `multipleOf`. */
  readonly maxPoints: number;
  /** Points are whole multiples of it. */
  readonly multipleOf: number;
  /** Rules that every card has, with these points. */
  readonly fixed: readonly Rule[];
  /** Attributes that no card may read. */
  readonly forbidden: readonly string[];
  /** By attribute, and by type of activity: which way the points of its rules may go; what is not named may go any way. */
  readonly signByAttribute: Readonly<Record<string, Sign>>;
  readonly signByActivity: Readonly<Record<string, Sign>>;
}

export const DEFAULT_CONSTRAINTS: SuggestionConstraints = {
  rules: 8,
  maxPoints: 50,
  multipleOf: 5,
  fixed: [],
  forbidden: [],
  signByAttribute: {},
  signByActivity: {},
};

export const MOST_RULES = 30;

/** Absent: a split by time is proposed. */
export interface AskedPeriods {
  /** Cards are learned from leads created before it … */
  readonly chooseBeforeMs?: number;
  /** … and judged on leads created at or after it. Outcomes that were not known then teach nothing. */
  readonly judgeAfterMs?: number;
}

export interface Suggestion {
  readonly periods: Periods;
  /** Best by the criterion first, at most five; every one a complete rule set. */
  readonly cards: readonly SuggestedCard[];
  /** The present rules on the same leads, at their own first level; null: there are none. */
  readonly present: Judged | null;
  /** What no card may read, and why. */
  readonly leftOut: readonly LeftOut[];
  /** How many features were there to choose from. */
  readonly features: number;
}

/**
 * `time`: learned from the older, judged on the newer. `drawn`: a history without dates, so that 70 of 100 leads were drawn to
 * learn from and the others to judge on. `all`: too few for a newer period; the card is judged on the leads it was learned
 * from, less the optimism that resampling shows (Harrell, Lee and Mark, 1996).
 */
export type Periods =
  | { readonly kind: 'time'; readonly chooseBeforeMs: number; readonly judgeAfterMs: number }
  | { readonly kind: 'drawn' }
  | { readonly kind: 'all' };

export interface SuggestedCard extends Judged {
  readonly ruleSet: RuleSet;
  /** Nats; the higher the better, 0 is no rule (`LearnedCard`). Cards are near-equal when theirs are. */
  readonly criterion: number;
  /**
   * The card at the threshold at which it reaches as many of the older leads as the present rules do, as nearly as its scores
   * allow: what is better at the same work for sales. Null: there are no present rules.
   */
  readonly atPresentVolume: Judged | null;
}

export interface Judged {
  readonly chosenOn: PeriodFigures;
  readonly judgedOn: PeriodFigures;
}

/** Over the leads of a period with a known outcome. */
export interface PeriodFigures {
  readonly n: number;
  readonly converted: number;
  /** converted / n. */
  readonly base: number | null;
  /** Chance that of two leads, one converted and one not, the converted has the higher peak; null: one kind is missing. */
  readonly auc: number | null;
  /** 95 %, DeLong. */
  readonly aucInterval: readonly [number, number] | null;
  readonly threshold: number;
  /** Leads whose peak reaches the threshold, and what share of them converted. */
  readonly reached: number;
  readonly rate: number | null;
  /** 95 %, Wilson. */
  readonly rateInterval: readonly [number, number] | null;
  /** Share of the converted that reach the threshold. */
  readonly recall: number | null;
}

export type LeftOut =
  | {
      readonly attribute: string;
      /** `name`: people are told by it; `todaysTotal`: counted up to the export, so not known at the time. */
      readonly why: 'leaking' | 'todaysTotal' | 'keptOut' | 'forbidden' | 'name' | 'date';
    }
  /** Mostly after the hand-over, so a consequence of it. */
  | { readonly activity: string; readonly why: 'late' };

export type SuggestionFault =
  /** Fewer than `needed` converted or not converted leads with a known outcome in the whole history. */
  | { readonly kind: 'tooSmall'; readonly converted: number; readonly notConverted: number; readonly needed: number }
  /** The same of the period that was asked for. */
  | {
      readonly kind: 'tooFewToChoose';
      readonly converted: number;
      readonly notConverted: number;
      readonly needed: number;
    }
  /** No lead of the newer period has a known outcome. */
  | { readonly kind: 'nothingToJudge' }
  | { readonly kind: 'badPeriods'; readonly detail: string }
  | { readonly kind: 'badConstraint'; readonly detail: string }
  /** Nothing that rules may read tells the converted from the others any better than chance. */
  | { readonly kind: 'nothingFound'; readonly leftOut: readonly LeftOut[] };
