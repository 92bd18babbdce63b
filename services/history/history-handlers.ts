/** What the open workshop's history holds. */

import type { ImportReport } from '../../api/import.ts';
import { listImports, type StoredImport } from '../../db/queries/imports.ts';
import type { Handler } from '../dispatch.ts';
import { refuse, reply } from '../failure.ts';
import type { OpenWorkshop } from '../workshop/open-workshop.ts';
import type { ProfileOf } from './history-counting.ts';

export function createHistoryHandlers({
  open,
  profileOf,
}: {
  readonly open: OpenWorkshop;
  readonly profileOf: ProfileOf;
}): {
  readonly [M in 'history.summary' | 'history.values']: Handler<M>;
} {
  return {
    'history.summary': async () => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      const imports = listImports(workshop.value).map(reportOf);
      const profile = await profileOf(workshop.value);
      return profile.ok ? reply({ ...profile.value.summary, imports }) : profile;
    },
    'history.values': async ({ table, column, limit }) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      const profile = await profileOf(workshop.value);
      if (!profile.ok) return profile;
      const values = profile.value.values(table, column, limit);
      return values === null ? refuse('notFound', `The ${table} have no column '${column}'.`, 'column') : reply(values);
    },
  };
}

/** Mappings and headings stay here. */
const reportOf = ({ sources, ...report }: StoredImport): ImportReport => ({
  ...report,
  sources: sources.map(({ name, sizeBytes, sha256, encoding }) => ({ name, sizeBytes, sha256, encoding })),
});
