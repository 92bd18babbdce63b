/** A ready-made programme: a rule set with its source's figures, whose rules say what they need of a history by slots. */
import type { ColumnKind } from '../history/history.ts';
import type { Band, Decay, Dimension, Group, Level, Limits, Recycle } from '../rule-set/rule-set.ts';
import type { ActivitySlotId } from './activity-slots.ts';
import type { AttributeSlotId } from './attribute-slots.ts';
import type { ConceptWords } from './concept-words.ts';

export const TEMPLATE_IDS = [
  'explicit-implicit',
  'five-steps',
  'thousands-hundreds-units',
  'authority-budget-timing',
  'two-dimensions',
] as const;
export type TemplateId = (typeof TEMPLATE_IDS)[number];

/** `anyActivity`: the history has activities at all. */
export type SlotId = AttributeSlotId | ActivitySlotId | 'anyActivity';

/** Names of its parts come from outside, by their ids. */
export interface Template {
  readonly id: TemplateId;
  readonly total: Limits;
  readonly dimensions: readonly Omit<Dimension, 'name'>[];
  readonly groups: readonly Omit<Group, 'name'>[];
  readonly rules: readonly TemplateRule[];
  readonly levels: readonly Omit<Level, 'name'>[];
  readonly recycle?: Recycle;
}

export interface TemplateRule {
  readonly id: string;
  readonly dimension: string;
  readonly group?: string;
  readonly disqualifies?: true;
  /** In order of preference: the first that the history has a column for makes the rule; without a history, the first. */
  readonly from: readonly [Source, ...Source[]];
}

export type Source = AttributeSource | BandsSource | PropertySource | ActivitySource | SilenceSource;

export interface AttributeSource {
  readonly kind: 'attribute';
  readonly slot: AttributeSlotId;
  readonly points: number;
  /** What a column of that kind has to hold; a column of another kind cannot be read. */
  readonly reads: Readings;
}

export interface BandsSource {
  readonly kind: 'bands';
  readonly slot: AttributeSlotId;
  readonly bands: readonly Band[];
}

/** What the first activity with such a property gives, once. */
export interface PropertySource {
  readonly kind: 'property';
  readonly slot: AttributeSlotId;
  readonly points: number;
  readonly reads: Readings;
}

export interface ActivitySource extends Repeat {
  readonly kind: 'activity';
  readonly slot: ActivitySlotId;
  readonly points: number;
}

export interface Repeat {
  /** Absent: 1. */
  readonly every?: number;
  readonly max?: number;
  readonly withinDays?: number;
  readonly cooldownDays?: number;
  readonly decay?: Decay;
}

export interface SilenceSource {
  readonly kind: 'silence';
  readonly slot: 'anyActivity';
  readonly points: number;
  readonly afterDays: number;
  readonly max: number;
  readonly decay: Decay;
}

export type Readings = Partial<Readonly<Record<ColumnKind, Reading>>>;

/**
 * `yes`: a yes, or 1 in a column of noughts and ones. `words`: one of these as whole words, or at the end. `choice`: the
 * values that the teams choose; proposed are the most frequent, `example` where there is no history. `known`: any value.
 */
export type Reading =
  | { readonly kind: 'yes' }
  | { readonly kind: 'words'; readonly words: ConceptWords; readonly op: 'hasWord' | 'endsWith' }
  | { readonly kind: 'choice'; readonly example: readonly string[] }
  | { readonly kind: 'between'; readonly low: number; readonly high: number }
  | { readonly kind: 'above'; readonly value: number }
  | { readonly kind: 'known' };
