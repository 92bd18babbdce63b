/** What the open workshop's history holds. */
import type { Reply } from '../../api/reply.ts';
import { historyVersion, readHistory } from '../../db/history/read-history.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { listImports } from '../../db/queries/imports.ts';
import type { Handler } from '../dispatch.ts';
import { refuse, reply } from '../failure.ts';
import type { OpenWorkshop } from '../workshop/open-workshop.ts';
import { type HistoryProfile, profileHistory } from './history-profile.ts';

export type ProfileOf = (workshop: ReadableWorkshop) => HistoryProfile;

/** Remembers the profile of the history asked for last: counting ten million rows takes a second. */
export function createProfileOf(): ProfileOf {
  let held: { readonly path: string; readonly version: number; readonly profile: HistoryProfile } | null = null;
  return (workshop) => {
    const version = historyVersion(workshop);
    if (held?.path !== workshop.path || held.version !== version) {
      held = { path: workshop.path, version, profile: profileHistory(readHistory(workshop)) };
    }
    return held.profile;
  };
}

export function createHistoryHandlers({
  open,
  profileOf,
}: {
  readonly open: OpenWorkshop;
  readonly profileOf: ProfileOf;
}): {
  readonly [M in 'history.summary' | 'history.values']: Handler<M>;
} {
  const profile = (): Reply<{ readonly workshop: ReadableWorkshop; readonly profile: HistoryProfile }> => {
    const workshop = open.readable();
    return workshop.ok ? reply({ workshop: workshop.value, profile: profileOf(workshop.value) }) : workshop;
  };
  return {
    'history.summary': async () => {
      const found = profile();
      if (!found.ok) return found;
      const imports = listImports(found.value.workshop).map(({ mapping: _, ...report }) => report);
      return reply({ ...found.value.profile.summary, imports });
    },
    'history.values': async ({ table, column, limit }) => {
      const found = profile();
      if (!found.ok) return found;
      const values = found.value.profile.values(table, column, limit);
      return values === null ? refuse('notFound', `The ${table} have no column '${column}'.`, 'column') : reply(values);
    },
  };
}
