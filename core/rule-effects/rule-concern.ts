/** What a rule's author should look at, as values: the screen has the words, `concernSentence` those of the command line. */
import type { Subject } from '../rule-set/rule-set.ts';

export interface Concern {
  readonly ruleId: string;
  /** Of the place in the document, as in `rules[2].if.value`. */
  readonly path: string;
}

export type RuleConcern =
  | NobodyTouched
  | FewKnown
  | UnknownName
  | NeverOccurs
  | ShortContains
  | Leaking
  | TodaysValue
  | SameTest
  | SameLeads
  | PenaltyStays
  | HiddenDebt;

/** No lead of the history gets an award of the rule. */
export interface NobodyTouched extends Concern {
  readonly kind: 'nobodyTouched';
}

/** Of the touched leads so few have a known outcome that their rate tells little. */
export interface FewKnown extends Concern {
  readonly kind: 'fewKnown';
  readonly known: number;
}

/** The history lacks the attribute, property or activity type. */
export interface UnknownName extends Concern {
  readonly kind: 'unknownName';
  readonly of: Subject | 'type';
  readonly name: string;
}

/** No cell of the column passes with this value (null: with the test as a whole). */
export interface NeverOccurs extends Concern {
  readonly kind: 'neverOccurs';
  readonly of: Subject;
  readonly name: string;
  readonly value: string | null;
  /** The test asks for other values too, which do occur. */
  readonly hasOthers: boolean;
}

/** A text of up to three letters is found in the midst of words: "CTO" in "Director". */
export interface ShortContains extends Concern {
  readonly kind: 'shortContains';
  readonly of: Subject;
  readonly name: string;
  readonly values: readonly string[];
}

/** The attribute may have been filled in with the outcome, or the workshop keeps it out of rules. */
export interface Leaking extends Concern {
  readonly kind: 'leaking' | 'keptOut';
  readonly attribute: string;
}

/** The attribute holds what was true at the export, not what was known of the lead at the time. */
export interface TodaysValue extends Concern {
  readonly kind: 'todaysValue';
  readonly attribute: string;
  /** Types of activities that it counts; empty where its heading alone tells. */
  readonly types: readonly string[];
}

/** Another rule, `other`, asks for the very same. */
export interface SameTest extends Concern {
  readonly kind: 'sameTest';
  readonly other: string;
}

/** Another rule of the same kind touches nearly the same leads; `both`: leads that both touch, `either`: that one or both do. */
export interface SameLeads extends Concern {
  readonly kind: 'sameLeads';
  readonly other: string;
  readonly both: number;
  readonly either: number;
}

/** Points taken away for silence stay away whatever the lead does later. */
export interface PenaltyStays extends Concern {
  readonly kind: 'penaltyStays';
}

/** Below the least value of a group, a dimension or the total the points are not seen, and weigh all the same. */
export interface HiddenDebt extends Concern {
  readonly kind: 'hiddenDebt';
  readonly place: 'group' | 'dimension' | 'total';
  /** Of the group or dimension; `total` for the total. */
  readonly id: string;
  readonly name: string;
  readonly min: number;
}

export type ConcernKind = RuleConcern['kind'];
