/** A new workshop filled with the seeded demo: history, baseline and the scenario on the table. */
import { rmSync } from 'node:fs';
import type { Reply } from '../../api/reply.ts';
import { type DemoHistory, demoHistory } from '../../core/demo/demo-history.ts';
import { draftRuleSet, starterRuleSet } from '../../core/demo/demo-rule-set.ts';
import type { DemoCounts } from '../../core/demo/demo-truth.ts';
import { writeHistory } from '../../db/history/write-history.ts';
import { closeWorkshop, createWorkshop, type WritableWorkshop } from '../../db/open-workshop.ts';
import { setCost } from '../../db/queries/costs.ts';
import { logStep } from '../../db/queries/log.ts';
import { writeSettings } from '../../db/queries/settings.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refuse, reply } from '../failure.ts';
import type { JobControl } from '../jobs/serve-job.ts';
import { beginScenario } from '../scenario/begin-scenario.ts';
import { replyOf } from '../workshop/open-workshop.ts';

/** `path`: of a file that is not there yet. */
export interface DemoRequest {
  readonly path: string;
  readonly leads: number;
  readonly seed: number;
  readonly nowMs: number;
}

/** About as many leads for each one that sales can follow up a week as make its capacity matter. */
const LEADS_PER_WEEKLY_FOLLOW_UP = 290;

/** All of the workshop, or no file. Cancelling is noticed between leads. */
export function writeDemoWorkshop(request: DemoRequest, control: JobControl): Reply<DemoCounts> {
  const demo = demoHistory(request, (done) => {
    if (done % 100 !== 0) return true;
    control.progress({ phase: 'generating', done, total: request.leads });
    return !control.isCancelled();
  });
  if (demo === null) return refuse('cancelled', 'Cancelled; no file was made.');
  control.progress({ phase: 'writing', done: 0, total: null });
  const created = createWorkshop(request.path);
  if (!created.ok) return replyOf(created);
  let kept = false;
  try {
    const stored = replyOf(inTransaction(created.value, () => fill(created.value, request, demo)));
    if (!stored.ok) return stored;
    kept = !control.isCancelled();
    return kept ? reply(demo.truth.counts) : refuse('cancelled', 'Cancelled; no file was made.');
  } finally {
    closeWorkshop(created.value);
    if (!kept) rmSync(request.path, { force: true });
  }
}

function fill(workshop: WritableWorkshop, { leads, seed, nowMs }: DemoRequest, { history, truth }: DemoHistory): void {
  writeSettings(workshop, {
    capacityPerWeek: Math.max(1, Math.round(leads / LEADS_PER_WEEKLY_FOLLOW_UP)),
    currency: 'EUR',
  });
  writeHistory(workshop, history);
  for (const cost of truth.costs) setCost(workshop, cost);
  beginScenario(workshop, starterRuleSet(), draftRuleSet(), nowMs);
  logStep(workshop, { atMs: nowMs, kind: 'demo.made', detail: { leads, seed } });
}
