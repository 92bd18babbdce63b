/**
 * What can be wrong with a history, as values: counts, shares, examples. No sentences; the screen has the words. Leads are
 * named by their index in the history.
 */
import type { StageName } from '../rule-set/rule-set.ts';

export interface QualityReport {
  /** Leads of the history, and those of them with a known outcome. */
  readonly leads: number;
  readonly known: number;
  readonly converted: number;
  /** Most weighty first (see `quality-report.ts`). */
  readonly findings: readonly QualityFinding[];
}

export type QualityFinding =
  | MissingValues
  | ConstantColumns
  | NotAnswered
  | SharedEmails
  | NearNames
  | OutcomeBeforeCreation
  | ActivitiesBeforeCreation
  | StageOrder
  | NeverWorked
  | Immature
  | EmailAddresses
  | LeakingAttribute
  | LateActivities
  | RecordingChanges;

export interface Finding {
  readonly touched: Touched;
  /** By how much it could move the conversion, 0 to 1; the rule is in `quality-report.ts`. */
  readonly weight: number;
}

/** The leads that a finding is about. */
export interface Touched {
  readonly leads: number;
  /** Those with a known outcome, and those of them that converted. */
  readonly known: number;
  readonly converted: number;
  /** The first few, in the order of the history. */
  readonly examples: readonly number[];
  /** By calendar month of creation; `of` is all leads of the month. Months without leads are left out. */
  readonly byMonth: readonly { readonly startMs: number; readonly leads: number; readonly of: number }[];
  /** Most leads first, those with none left out; null: the lead has no source. Empty where no attribute is a source. */
  readonly bySource: readonly { readonly source: string | null; readonly leads: number; readonly of: number }[];
}

/** Attributes with leads that have no value, most leads first. `touched`: leads that miss one which at least 5 % miss, or any where there is none. */
export interface MissingValues extends Finding {
  readonly kind: 'missingValues';
  readonly columns: readonly MissingColumn[];
}

export interface MissingColumn {
  readonly attribute: string;
  readonly missing: number;
  readonly knownMissing: number;
  readonly convertedMissing: number;
}

/** Attributes with one value for every lead, which can tell nothing. */
export interface ConstantColumns extends Finding {
  readonly kind: 'constantColumns';
  readonly columns: readonly { readonly attribute: string; readonly value: string }[];
}

/** A text that may stand for "not answered"; proposed, since nobody but the owner of the data knows. */
export interface NotAnswered extends Finding {
  readonly kind: 'notAnswered';
  /** As it is written most often. */
  readonly text: string;
  readonly cells: number;
  readonly columns: readonly { readonly attribute: string; readonly leads: number }[];
}

/** Leads that share an address. `groups`: distinct addresses that more than one lead has. */
export interface SharedEmails extends Finding {
  readonly kind: 'sharedEmails';
  readonly groups: number;
}

/** Leads of one company with nearly the same name and not the same address; proposed. */
export interface NearNames extends Finding {
  readonly kind: 'nearNames';
  readonly groups: number;
}

/** The first sql, opportunity or won lies on a day before creation: customers already (REPLAY.md section 1). */
export interface OutcomeBeforeCreation extends Finding {
  readonly kind: 'outcomeBeforeCreation';
  /** Those of them with a `won` before creation. */
  readonly won: number;
}

export interface ActivitiesBeforeCreation extends Finding {
  readonly kind: 'activitiesBeforeCreation';
  readonly rows: number;
}

/** A later step on a day before an earlier one, by their first dates. */
export interface StageOrder extends Finding {
  readonly kind: 'stageOrder';
  readonly pairs: readonly { readonly first: StageName; readonly before: StageName; readonly leads: number }[];
}

export interface NeverWorked extends Finding {
  readonly kind: 'neverWorked';
}

export interface Immature extends Finding {
  readonly kind: 'immature';
}

export interface EmailAddresses extends Finding {
  readonly kind: 'emailAddresses';
  readonly email: 'free' | 'disposable' | 'role' | 'malformed';
  /** Most leads first. */
  readonly domains: readonly { readonly domain: string; readonly leads: number }[];
}

/** An attribute that may have been filled in after the outcome, with every sign of it. */
export interface LeakingAttribute extends Finding {
  readonly kind: 'leakingAttribute';
  readonly attribute: string;
  readonly signs: readonly LeakSign[];
}

export type LeakSign =
  /** `set`: all leads of the side, `filled`: those of them with a value. */
  | {
      readonly kind: 'filledWithOutcome' | 'filledWithHandover';
      readonly filled: number;
      readonly set: number;
      readonly filledOthers: number;
      readonly others: number;
    }
  | { readonly kind: 'valueOfConverted'; readonly value: string; readonly known: number; readonly converted: number }
  /** `byChance`: what an attribute without any relation to the outcome would have on average. */
  | { readonly kind: 'informationValue'; readonly value: number; readonly byChance: number }
  /** The number is above what the lead's own activities of these types before the outcome amount to. */
  | {
      readonly kind: 'todaysTotal';
      readonly types: readonly string[];
      readonly compared: number;
      readonly exceeding: number;
    }
  /** A guess from the heading alone. */
  | { readonly kind: 'heading'; readonly word: string; readonly suggests: 'judgement' | 'total' };

/** Types of activities that mostly happen after the hand-over; among leads that were handed over. */
export interface LateActivities extends Finding {
  readonly kind: 'lateActivities';
  readonly types: readonly LateType[];
}

export interface LateType {
  readonly type: string;
  readonly rows: number;
  readonly afterHandover: number;
  readonly afterOutcome: number;
}

/** Sources, activity types and stages that begin or end within the history while the others go on. `touched`: leads created meanwhile. */
export interface RecordingChanges extends Finding {
  readonly kind: 'recordingChanges';
  readonly changes: readonly RecordingChange[];
}

export interface RecordingChange {
  readonly what: 'source' | 'type' | 'stage';
  readonly name: string;
  readonly change: 'starts' | 'stops';
  /** First month with rows, or first without. */
  readonly monthMs: number;
  readonly rows: number;
  /** How many rows the silent months would hold at the share of the other months. */
  readonly expected: number;
}
