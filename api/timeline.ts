/** The timeline of the workshop: the part of the contract that speaks of it. */
import * as z from 'zod/mini';
import type { TimelineEntry, TimelineKind } from './core-types.ts';

export const TIMELINE_INPUTS = {
  /** What happened, of the kinds asked for (null: of all), page by page. */
  'timeline.list': z.strictObject({
    kinds: z.nullable(z.array(z.enum(['history', 'scenario', 'panel', 'agreement', 'review', 'note', 'seat']))),
    newestFirst: z.boolean(),
    offset: z.int().check(z.nonnegative()),
    limit: z.int().check(z.nonnegative(), z.maximum(500)),
  }),
} as const;

export interface TimelineOutputs {
  readonly 'timeline.list': TimelinePage;
}

export interface TimelinePage {
  /** Entries of the kinds asked for. */
  readonly total: number;
  readonly rows: readonly TimelineEntry[];
  /** Entries of each kind, whatever was asked for. */
  readonly countByKind: Readonly<Record<TimelineKind, number>>;
}
