/** What the open workshop's history holds. */

import type { ImportReport } from '../../api/import.ts';
import type { Reply } from '../../api/reply.ts';
import { historyVersion, readHistory } from '../../db/history/read-history.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { listImports, type StoredImport } from '../../db/queries/imports.ts';
import { readSettings } from '../../db/queries/settings.ts';
import type { Handler } from '../dispatch.ts';
import { refuse, reply } from '../failure.ts';
import type { OpenWorkshop } from '../workshop/open-workshop.ts';
import { type HistoryProfile, profileHistory } from './history-profile.ts';

export type ProfileOf = (workshop: ReadableWorkshop) => HistoryProfile;

/** Remembers the profile of the history asked for last: counting ten million rows takes a second. */
export function createProfileOf(): ProfileOf {
  let held: { readonly key: string; readonly profile: HistoryProfile } | null = null;
  return (workshop) => {
    const { maturityDays } = readSettings(workshop);
    const key = JSON.stringify([workshop.path, historyVersion(workshop), maturityDays]);
    if (held?.key !== key) held = { key, profile: profileHistory(readHistory(workshop), maturityDays) };
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
      const imports = listImports(found.value.workshop).map(reportOf);
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

/** Mappings and headings stay here. */
const reportOf = ({ sources, ...report }: StoredImport): ImportReport => ({
  ...report,
  sources: sources.map(({ name, sizeBytes, sha256, encoding }) => ({ name, sizeBytes, sha256, encoding })),
});
