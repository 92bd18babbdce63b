import type { TimelineEntry } from '../../../api/leads.ts';

export type TimelineRow =
  | { readonly kind: 'horizon'; readonly atMs: number }
  | { readonly kind: 'entry'; readonly entry: TimelineEntry; readonly isBeyond: boolean };

/** The entries in their order, with the horizon where it falls: what stands at it or after it is beyond. */
export const timelineRows = (timeline: readonly TimelineEntry[], horizonMs: number | null): readonly TimelineRow[] => {
  const rows = timeline.map((entry): TimelineRow => ({ kind: 'entry', entry, isBeyond: isBeyond(entry, horizonMs) }));
  if (horizonMs === null) return rows;
  const first = rows.findIndex((row) => row.kind === 'entry' && row.isBeyond);
  return first < 0 ? rows : rows.toSpliced(first, 0, { kind: 'horizon', atMs: horizonMs });
};

/** A level reached and the creation always count; the replay itself says when. */
const isBeyond = (entry: TimelineEntry, horizonMs: number | null): boolean =>
  horizonMs !== null && entry.atMs >= horizonMs && (entry.kind === 'activity' || entry.kind === 'stage');
