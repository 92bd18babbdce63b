/** Entry of the worker that makes a workshop with the demo's history; the file is whole when it answers, or not there. */
import { rmSync } from 'node:fs';
import type { Reply } from '../../api/reply.ts';
import { demoHistory } from '../../core/demo/demo-history.ts';
import { draftRuleSet, starterRuleSet } from '../../core/demo/demo-rule-set.ts';
import type { History } from '../../core/history/history.ts';
import { writeHistory } from '../../db/history/write-history.ts';
import { closeWorkshop, createWorkshop } from '../../db/open-workshop.ts';
import { appendLog } from '../../db/queries/log.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refuse } from '../failure.ts';
import { beginScenario } from '../scenario/begin-scenario.ts';
import { type JobControl, serveJob } from './serve-job.ts';

export interface DemoJobData {
  readonly path: string;
  readonly leads: number;
  readonly seed: number;
  readonly nowMs: number;
}

await serveJob(makeDemo);

function makeDemo(data: DemoJobData, control: JobControl): Reply<null> {
  const { leads, seed } = data;
  const demo = demoHistory({ leads, seed }, (done) => {
    if (done % 256 !== 0) return true;
    control.progress({ phase: 'generating', done, total: leads });
    return !control.isCancelled();
  });
  if (demo === null) return refuse('cancelled', 'Cancelled; nothing was made.');
  control.progress({ phase: 'writing', done: 0, total: null });
  return writeDemo(data, demo.history);
}

function writeDemo({ path, leads, seed, nowMs }: DemoJobData, history: History): Reply<null> {
  const created = createWorkshop(path);
  if (!created.ok) return created;
  const workshop = created.value;
  const written = inTransaction(workshop, () => {
    writeHistory(workshop, history);
    beginScenario(workshop, starterRuleSet(), draftRuleSet(), nowMs);
    appendLog(workshop, { atMs: nowMs, kind: 'demo.made', detail: JSON.stringify({ leads, seed }) });
  });
  closeWorkshop(workshop);
  if (written.ok) return { ok: true, value: null };
  rmSync(path, { force: true });
  return written;
}
