/** Working lists: pages for the screen, and one list whole as a file for a CRM. */
import type { AppEvent } from '../../api/bridge.ts';
import type { ExportedList } from '../../api/lists.ts';
import type { GivenList } from '../../core/lists/since-last.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { givenListsKey, readGivenLists } from '../../db/queries/given-lists.ts';
import { type AnalysisParts, createAsk } from '../analysis/analysis-handlers.ts';
import type { Handler } from '../dispatch.ts';
import { reply } from '../failure.ts';
import type { ActiveJobs } from '../jobs/active-jobs.ts';
import type { ListsJobData } from '../jobs/lists-worker.ts';
import { readListsDefinition } from './lists-basis.ts';

type ListsMethod = 'lists.page' | 'lists.export';

export interface ListsParts extends AnalysisParts {
  readonly jobs: ActiveJobs;
  readonly listsWorker: URL;
  readonly now: () => number;
  readonly emit: (event: AppEvent) => void;
}

export function createListsHandlers(parts: ListsParts): { readonly [M in ListsMethod]: Handler<M> } {
  const { open, jobs, listsWorker, now, emit } = parts;
  const ask = createAsk(parts);
  const givenIn = createGivenIn();
  return {
    'lists.page': async ({ key, ...page }) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      const { by, level, ...definition } = readListsDefinition(workshop.value);
      const answer = await ask('lists', { level, options: { horizon: 'outcome' }, key }, (readable) =>
        reply({ ...definition, ...page, level, given: givenIn(readable) }),
      );
      return answer.ok ? reply({ ...answer.value, by }) : answer;
    },
    'lists.export': async ({ list, as, jobId }) => {
      const opened = open.readable();
      if (!opened.ok) return opened;
      const { path: workshopPath, access } = opened.value;
      const { by: _, ...from } = readListsDefinition(opened.value);
      const data: ListsJobData = { workshopPath, access, request: { from, list, as, atMs: now() } };
      const given = await jobs.run<ExportedList>(jobId, { worker: listsWorker, data });
      if (given.ok && given.value.isRemembered) emit({ kind: 'changed', what: 'lists' });
      return given;
    },
  };
}

/** Long lists are read once, not for every page. */
function createGivenIn(): (workshop: ReadableWorkshop) => readonly GivenList[] {
  let known: { readonly key: string; readonly given: readonly GivenList[] } | undefined;
  return (workshop) => {
    const key = `${workshop.path} ${givenListsKey(workshop)}`;
    if (known?.key !== key) known = { key, given: readGivenLists(workshop) };
    return known.given;
  };
}
