/** The timeline of a workshop: what happened, when, and who said or did it. */
import type { Team } from '../seat.ts';

/** What a step was about, in the order of a workshop. */
export const TIMELINE_KINDS = ['history', 'scenario', 'panel', 'agreement', 'review', 'note', 'seat'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

export interface TimelineEntry {
  /** Of one timeline, unique. */
  readonly id: string;
  readonly atMs: number;
  readonly kind: TimelineKind;
  /** What happened, as `agreement.signed`: chooses the words, `timeline.what.<what>`. */
  readonly what: string;
  /** Who spoke, under the name of then; null: nobody in particular. */
  readonly team: Team | null;
  readonly person: string | null;
  /** For the words. */
  readonly detail: TimelineDetail;
}

export type TimelineDetail = Readonly<Record<string, string | number | boolean | null>>;

const KIND_BY_BEGINNING: Readonly<Record<string, TimelineKind>> = {
  workshop: 'history',
  demo: 'history',
  history: 'history',
  costs: 'history',
  lead: 'history',
  scenario: 'scenario',
  baseline: 'scenario',
  version: 'scenario',
  view: 'scenario',
  panel: 'panel',
  judgement: 'panel',
  ballot: 'panel',
  agreement: 'agreement',
  signature: 'agreement',
  review: 'review',
  lists: 'review',
  note: 'note',
  seat: 'seat',
};

/** By what stands before the first dot; whatever is not known is a matter of the history. */
export const timelineKindOf = (what: string): TimelineKind => KIND_BY_BEGINNING[what.split('.')[0] ?? ''] ?? 'history';

/** Oldest first; what happened in the same millisecond keeps its order. */
export const inOrderOfTime = (entries: readonly TimelineEntry[]): readonly TimelineEntry[] =>
  [...entries].sort((one, other) => one.atMs - other.atMs);
