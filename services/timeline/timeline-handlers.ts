import type { TimelinePage } from '../../api/timeline.ts';
import { TIMELINE_KINDS, type TimelineKind } from '../../core/timeline/timeline-entry.ts';
import type { Handler } from '../dispatch.ts';
import { reply } from '../failure.ts';
import type { OpenWorkshop } from '../workshop/open-workshop.ts';
import { readTimeline } from './read-timeline.ts';

export function createTimelineHandlers({ open }: { readonly open: OpenWorkshop }): {
  readonly 'timeline.list': Handler<'timeline.list'>;
} {
  return {
    'timeline.list': async ({ kinds, newestFirst, offset, limit }) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      const all = readTimeline(workshop.value);
      const asked = kinds === null ? [...all] : all.filter(({ kind }) => kinds.includes(kind));
      if (newestFirst) asked.reverse();
      const countByKind = Object.fromEntries(
        TIMELINE_KINDS.map((kind) => [kind, all.filter((entry) => entry.kind === kind).length]),
      ) as Record<TimelineKind, number>;
      const page: TimelinePage = { total: asked.length, rows: asked.slice(offset, offset + limit), countByKind };
      return reply(page);
    },
  };
}
