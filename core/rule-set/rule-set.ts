/**
 * A rule set as the app works with it: the document of REPLAY.md section 2, checked and completed
 * (`parseRuleSet` fills in every default, turns a lone `type` into a list and drops `null` keys).
 */
export interface RuleSet {
  readonly format: 'accord.rule-set/1';
  readonly name: string;
  readonly description: string;
  readonly total: Limits;
  readonly dimensions: readonly Dimension[];
  readonly groups: readonly Group[];
  readonly ignore: readonly ActivityFilter[];
  readonly rules: readonly Rule[];
  readonly levels: readonly Level[];
  readonly recycle?: Recycle;
}

/** Both ends included; an absent end does not limit. */
export interface Limits {
  readonly min?: number;
  readonly max?: number;
}

export interface Dimension extends Limits {
  readonly id: string;
  readonly name: string;
}

export interface Group extends Limits {
  readonly id: string;
  readonly name: string;
  readonly dimension: string;
  readonly combine: 'sum' | 'best';
}

/** An activity passes when its type is one of `type` (absent: any) and `if` holds (absent: always). */
export interface ActivityFilter {
  readonly type?: readonly string[];
  readonly if?: Condition<'property'>;
}

export type Rule = AttributeRule | BandsRule | CounterRule | ActivityRule | InactivityRule;
export type RuleKind = Rule['kind'];

interface AnyRule {
  readonly id: string;
  readonly name: string;
  readonly dimension: string;
  readonly group?: string;
  readonly enabled: boolean;
  readonly disqualifies: boolean;
}

export interface AttributeRule extends AnyRule {
  readonly kind: 'attribute';
  readonly points: number;
  readonly if: Condition<'attribute'>;
}

export interface BandsRule extends AnyRule {
  readonly kind: 'bands';
  readonly attribute: string;
  readonly bands: readonly Band[];
  readonly if?: Condition<'attribute'>;
}

/** `from` included, `to` excluded; an absent end is open. */
export interface Band {
  readonly from?: number;
  readonly to?: number;
  readonly points: number;
}

export interface CounterRule extends AnyRule {
  readonly kind: 'counter';
  readonly attribute: string;
  readonly points: number;
  readonly max?: number;
  readonly if?: Condition<'attribute'>;
}

export interface ActivityRule extends AnyRule {
  readonly kind: 'activity';
  readonly points: number;
  readonly on: ActivityFilter;
  readonly if?: Condition<'attribute'>;
  readonly distinctBy?: string;
  readonly every: number;
  readonly withinDays?: number;
  readonly cooldownDays?: number;
  readonly max?: number;
  readonly decay: Decay;
}

export interface InactivityRule extends AnyRule {
  readonly kind: 'inactivity';
  readonly points: number;
  readonly afterDays: number;
  readonly if?: Condition<'attribute'>;
  readonly on: ActivityFilter;
  readonly max: number;
  readonly decay: Decay;
}

export type Decay =
  | { readonly kind: 'none' }
  | { readonly kind: 'expire'; readonly days: number }
  | { readonly kind: 'linear'; readonly days: number }
  | { readonly kind: 'half-life'; readonly days: number }
  | { readonly kind: 'steps'; readonly percent: number; readonly everyDays: number; readonly compound: boolean };

export type Route = string;

export interface Level {
  readonly id: string;
  readonly name: string;
  /** The threshold of the total. */
  readonly total: number;
  /** The least value of a dimension, by dimension id. */
  readonly dimensions: Readonly<Record<string, number>>;
  readonly route?: Route;
  readonly followUpHours?: number;
}

export interface Recycle {
  readonly on: readonly StageName[];
  readonly clear: readonly string[];
}

export const STAGE_NAMES = ['mql', 'sal', 'sql', 'opportunity', 'won', 'lost', 'rejected', 'recycled'] as const;
export type StageName = (typeof STAGE_NAMES)[number];

/** What a condition reads: an attribute of the lead, or a property of the activity. */
export type Subject = 'attribute' | 'property';

export type Condition<S extends Subject> =
  | { readonly all: readonly Condition<S>[] }
  | { readonly any: readonly Condition<S>[] }
  | { readonly not: Condition<S> }
  | Test<S>;

export type Scalar = string | number | boolean;

export const OPERATORS = [
  'is',
  'isNot',
  'contains',
  'notContains',
  'startsWith',
  'endsWith',
  'hasWord',
  'lt',
  'lte',
  'gt',
  'gte',
  'between',
  'exists',
  'missing',
  'before',
  'onOrAfter',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** `value` is absent for `exists` and `missing`, `[low, high]` for `between`, one or several for text operators. */
export type Test<S extends Subject> = { readonly [K in S]: string } & {
  readonly op: Operator;
  readonly value?: Scalar | readonly Scalar[];
};
