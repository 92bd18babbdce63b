/** What the best customers share: every attribute and every behaviour of a history, level by level, against the base rate. */
import type { LeakSign } from '../quality/finding.ts';
import type { ReplayOptions } from '../replay/replay-result.ts';
import type { ActivityFilter, Condition } from '../rule-set/rule-set.ts';

export interface ProfileQuestion {
  readonly options: ReplayOptions;
  /** Attributes that the workshop keeps out of rules. */
  readonly keptOut: readonly string[];
  /**
   * By attribute (a number or a date): where one band ends and the next begins, ascending, in place of proposed ones; instants
   * in milliseconds for a date. An empty list is one band.
   */
  readonly cutPoints: Readonly<Record<string, readonly number[]>>;
}

export interface Profile {
  readonly asOfMs: number;
  /** Of the cohort, customers left out. */
  readonly leads: number;
  /** With a known outcome. */
  readonly observed: number;
  readonly converted: number;
  /** Too young for an outcome, and never worked by sales: leads that count in no rate. */
  readonly immature: number;
  readonly unobserved: number;
  /** converted / observed; null when nothing was observed. */
  readonly base: number | null;
  readonly baseInterval: readonly [number, number] | null;
  /** Levels that a p-value could be worked out for: so many tests the q-values allow for. */
  readonly tested: number;
  /** Most telling first: by information value. */
  readonly attributes: readonly AttributeProfile[];
  readonly behaviours: readonly BehaviourProfile[];
  /** What most of the converted have and few others do, widest apart first. */
  readonly shared: readonly SharedLevel[];
}

export type AttributeFlag = 'leaking' | 'keptOut' | 'todaysCounter' | 'constant';

export interface AttributeProfile {
  readonly attribute: string;
  readonly kind: 'number' | 'yes/no' | 'date' | 'text';
  /** Over all levels; `byChance`: what an attribute without any relation to the outcome would have on average. */
  readonly informationValue: number;
  readonly byChance: number;
  readonly flags: readonly AttributeFlag[];
  /** Why it is flagged as leaking or as today's counter. */
  readonly signs: readonly LeakSign[];
  /** Where bands end, to be edited; null where the attribute has no bands. */
  readonly cutPoints: readonly number[] | null;
  /** Whether the rates of the bands go one way only; null where they do not, or there are fewer than two. */
  readonly trend: 'rising' | 'falling' | null;
  /**
   * Every lead is in exactly one. Bands in their order, values by the lower limit of their lift; then what is missing, then
   * what has no level of its own.
   */
  readonly levels: readonly AttributeLevel[];
}

/** `value`: the cell; a band (`to` excluded, ends null where open, instants for a date); `others`: every other value. */
export type LevelKind = 'value' | 'band' | 'missing' | 'others';

export interface AttributeLevel extends LevelFigures {
  readonly kind: LevelKind;
  /** As text, `null` where it is missing: `DE`, `< 10`, `10 – 50`, `≥ 50`, `2025-01-01 – 2025-07-01`. */
  readonly value: string | null;
  readonly band: Band | null;
  /** Distinct values in it. */
  readonly values: number;
  /** What a rule would ask; null where no condition says just this. */
  readonly condition: Condition<'attribute'> | null;
  /** Why it should not become a rule; null: it can. */
  readonly notARule: AttributeFlag | 'others' | null;
}

export interface Band {
  readonly from: number | null;
  readonly to: number | null;
}

export interface BehaviourProfile {
  /** The type of the activity. */
  readonly activity: string;
  /** Only activities with this value of this property; null: any. */
  readonly property: string | null;
  readonly propertyValue: string | null;
  /**
   * Most activities of this type come after the hand-over and follow from it: a rule for them foretells nothing. Never with the
   * horizon at the hand-over, since none of those count then.
   */
  readonly followsHandover: boolean;
  /** Over `0`, `1`, `2–3` and `4+`. */
  readonly informationValue: number;
  readonly byChance: number;
  /** `1+` (did it at all), then `0`, `1`, `2–3`, `4+`, of which every lead is in exactly one. */
  readonly levels: readonly BehaviourLevel[];
}

export interface BehaviourLevel extends LevelFigures {
  readonly value: BehaviourTimes;
  /** So often before the lead's horizon. */
  readonly times: { readonly from: number; readonly to: number | null };
  /** The activities that are counted. */
  readonly on: ActivityFilter;
  /** `every` of an activity rule with `max` 1 that gives its points to just these leads; null where none can. */
  readonly every: number | null;
}

export type BehaviourTimes = '1+' | '0' | '1' | '2–3' | '4+';

export interface LevelCounts {
  readonly leads: number;
  readonly observed: number;
  readonly converted: number;
}

export interface LevelFigures extends LevelCounts {
  readonly rate: number | null;
  /** Wilson, 95 %. */
  readonly interval: readonly [number, number] | null;
  /** rate / base; null when either is not known, or nobody converted. */
  readonly lift: number | null;
  readonly liftInterval: readonly [number, number] | null;
  /** Log of the share of the converted over the share of the not converted that are in it. */
  readonly weightOfEvidence: number | null;
  readonly shareOfConverted: number | null;
  readonly shareOfOthers: number | null;
  /** Of no difference between these leads and all others. Null: nobody, or everybody, with a known outcome is in it. */
  readonly pValue: number | null;
  /** Benjamini and Hochberg, over all levels tested; above 0.1 it says nothing. */
  readonly q: number | null;
  /** 1: the highest lower limit of lift of all levels of the profile; null where there is no lift. */
  readonly rank: number | null;
  /** Proposed for a rule: a multiple of 5, from the weight of evidence. */
  readonly points: number;
}

/** Names a level of a profile: the value of an attribute (null: missing), or how often something was done. */
export type LevelReference =
  | { readonly attribute: string; readonly value: string | null }
  | {
      readonly activity: string;
      readonly property: string | null;
      readonly propertyValue: string | null;
      readonly value: BehaviourTimes;
    };

export interface SharedLevel {
  readonly level: LevelReference;
  /** Its attribute tells more than attributes of honest forms do: to be asked whether it was known at the time. */
  readonly isSuspicious: boolean;
  readonly shareOfConverted: number;
  readonly shareOfOthers: number;
  readonly lift: number;
  readonly q: number;
}

export type ProfileFault =
  /** `attribute` is no number or date of this history, so that it has no bands. */
  | { readonly kind: 'noBands'; readonly attribute: string }
  /** Cut points that do not ascend. */
  | { readonly kind: 'notAscending'; readonly attribute: string }
  | { readonly kind: 'unknownLevel'; readonly level: LevelReference };
