/**
 * A lead erased for good, as the law lets people ask: its rows, the cells that only it held, what a panel said of it,
 * rows of imports that name it, and what was kept of the history beside the file. The log says that a lead was erased, and
 * not which. Copies made before, such as backups, are not touched: whoever erases is told to look for them.
 */
import type { Reply } from '../../api/reply.ts';
import { identifyingCells } from '../../core/history/identifying-cells.ts';
import { withoutLead } from '../../core/history/without-lead.ts';
import { readHistory } from '../../db/history/read-history.ts';
import { findLead } from '../../db/history/read-lead-rows.ts';
import { writeHistory } from '../../db/history/write-history.ts';
import { eraseTraces, leaveNoRemains } from '../../db/queries/erasure.ts';
import { logStep } from '../../db/queries/log.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { WritableWorkshop } from '../../db/workshop.ts';
import { refuse, reply } from '../failure.ts';
import type { JobControl } from '../jobs/serve-job.ts';
import { removeKept } from '../replay/shelf/packed-shelf.ts';

/** Leads left. `notFound` when there is no lead of this id, `cancelled` when it was; then nothing is changed. */
export function eraseLead(
  workshop: WritableWorkshop,
  id: string,
  nowMs: number,
  control: JobControl = UNWATCHED,
): Reply<{ readonly leads: number }> {
  try {
    return erase(workshop, id, nowMs, control);
  } catch (error) {
    if (error instanceof Cancelled) return refuse('cancelled', 'Cancelled; nothing was changed.');
    throw error;
  }
}

function erase(
  workshop: WritableWorkshop,
  id: string,
  nowMs: number,
  control: JobControl,
): Reply<{ readonly leads: number }> {
  const lead = findLead(workshop, id);
  if (lead === null) return refuse('notFound', `There is no lead ${id}; nothing was changed.`, 'id');
  const erased = leaveNoRemains(workshop, () =>
    inTransaction(workshop, () => {
      control.progress({ phase: 'reading', done: 0, total: null });
      const history = readHistory(workshop);
      const left = withoutLead(history, lead);
      writeHistory(workshop, left, (done) => {
        if (control.isCancelled()) throw new Cancelled();
        control.progress({ phase: 'writing', done, total: left.activities.count });
      });
      eraseTraces(workshop, id, identifyingCells(history, lead));
      logStep(workshop, { atMs: nowMs, kind: 'lead.erased' });
      return left.leads.count;
    }),
  );
  if (!erased.ok) return erased;
  removeKept(workshop.path);
  return reply({ leads: erased.value });
}

const UNWATCHED: JobControl = { progress: () => {}, isCancelled: () => false };

/** Takes the transaction back by being thrown. */
class Cancelled extends Error {}
