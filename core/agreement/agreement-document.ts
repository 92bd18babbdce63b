/**
 * What both teams sign: the definition with its rules, and what each promises. A promise that is not made is null. Shares are per
 * cent. Texts are the people's own words; in the definition values stand between pairs of asterisks.
 */
import type { Condition, RuleSet } from '../rule-set/rule-set.ts';
import type { WorkingHours } from '../working-time/working-hours.ts';

export const AGREEMENT_FORMAT = 'accord.agreement/1';

export interface AgreementDocument {
  readonly format: typeof AGREEMENT_FORMAT;
  readonly name: string;
  /** In words; `definitionParts` tells values from words. */
  readonly definition: string;
  /** Whole, so that the document can be replayed by itself. */
  readonly ruleSet: RuleSet;
  /** Id of the level at which a lead is qualified and handed over. */
  readonly level: string;
  readonly marketing: MarketingPromises;
  readonly sales: SalesPromises;
  /** How disputes go, in words. */
  readonly disputes: string;
  /** Every promised hour, week and month is counted in them. */
  readonly workingHours: WorkingHours;
  /** ISO dates in the zone of the working hours; `validTo` is the last day, null: until replaced. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly nextReview: string;
}

export interface MarketingPromises {
  readonly volume: VolumePromise | null;
  readonly conversion: ConversionPromise | null;
  readonly data: DataPromise | null;
  readonly never: readonly NeverPromise[];
}

/** So many leads a week, both ends included, in at least `weeks` of `ofWeeks` weeks. */
export interface VolumePromise {
  readonly least: number;
  readonly most: number;
  readonly weeks: number;
  readonly ofWeeks: number;
}

/** At least so many of those that sales works become SQLs within the days of its first stage. */
export interface ConversionPromise {
  readonly leastPercent: number;
  readonly withinDays: number;
}

/** At least so many of the leads have every one of the attributes. */
export interface DataPromise {
  readonly attributes: readonly string[];
  readonly leastPercent: number;
}

/** Leads for which it holds are never handed over. */
export interface NeverPromise {
  readonly name: string;
  readonly if: Condition<'attribute'>;
}

export interface SalesPromises {
  /** One a level at most. */
  readonly followUp: readonly FollowUpPromise[];
  readonly capacity: CapacityPromise | null;
  readonly attempts: AttemptsPromise | null;
  readonly feedback: FeedbackPromise | null;
  /** What happens with rejected and recycled leads, in words. */
  readonly returned: string;
}

/** The first stage that sales records comes within working hours of reaching the level. */
export interface FollowUpPromise {
  readonly level: string;
  readonly withinHours: number;
  readonly leastPercent: number;
}

/** Up to so many leads a week are followed up, in at least `weeks` of `ofWeeks` weeks. */
export interface CapacityPromise {
  readonly perWeek: number;
  readonly weeks: number;
  readonly ofWeeks: number;
}

/** At least so many activities of the types (acts of sales) within the days, unless the lead is settled sooner. */
export interface AttemptsPromise {
  readonly least: number;
  readonly withinDays: number;
  readonly activities: readonly string[];
  readonly leastPercent: number;
}

/** A stage that answers within the days; `lost` and `rejected` answer only with a reason. */
export interface FeedbackPromise {
  readonly withinDays: number;
  readonly leastPercent: number;
}
