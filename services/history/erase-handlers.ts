/** Erasing a lead while the app is open: nobody may be left who holds it, in memory or in a file. */
import type { AppEvent } from '../../api/bridge.ts';
import { readHistoryCounts } from '../../db/history/read-history.ts';
import { findLead } from '../../db/history/read-lead-rows.ts';
import { leaveNoRemains } from '../../db/queries/erasure.ts';
import type { Handler } from '../dispatch.ts';
import { refuse, reply } from '../failure.ts';
import type { ActiveJobs } from '../jobs/active-jobs.ts';
import type { EraseJobData } from '../jobs/erase-worker.ts';
import type { ReplayClient } from '../replay/replay-client.ts';
import { removeKept } from '../replay/shelf/packed-shelf.ts';
import type { OpenWorkshop } from '../workshop/open-workshop.ts';
import type { HistoryCounting } from './history-counting.ts';

export interface EraseParts {
  readonly open: OpenWorkshop;
  readonly jobs: ActiveJobs;
  readonly replay: ReplayClient;
  readonly counting: HistoryCounting;
  readonly eraseWorker: URL;
  readonly now: () => number;
  readonly emit: (event: AppEvent) => void;
}

export function createEraseHandlers({ open, jobs, replay, counting, eraseWorker, now, emit }: EraseParts): {
  readonly 'leads.erase': Handler<'leads.erase'>;
} {
  return {
    'leads.erase': async ({ id, jobId }) => {
      const opened = open.writable();
      if (!opened.ok) return opened;
      const workshop = opened.value;
      if (findLead(workshop, id) === null)
        return refuse('notFound', `There is no lead ${id}; nothing was changed.`, 'id');
      // They read the file, which keeps the write-ahead log from being emptied.
      await Promise.all([replay.close(), counting.stop()]);
      const data: EraseJobData = { workshopPath: workshop.path, id, nowMs: now() };
      const erased = await jobs.run<{ readonly leads: number }>(jobId, { worker: eraseWorker, data });
      if (!workshop.database.open) return erased;
      // Work that was ended by force may have been stored already: the file knows.
      if (!erased.ok && findLead(workshop, id) !== null) return erased;
      // Whoever asked meanwhile was answered from the history that held the lead, and may have kept it packed.
      await Promise.all([replay.close(), counting.stop()]);
      leaveNoRemains(workshop, () => removeKept(workshop.path));
      emit({ kind: 'changed', what: 'history' });
      return reply({ leads: readHistoryCounts(workshop).leads });
    },
  };
}
