/**
 * Run as a process of its own: writes one history after the other, the n-th with `shift` n, each with a log entry, and
 * tells the number of each once it is committed.
 */
import { writeSync } from 'node:fs';
import { writeHistory } from '../../db/history/write-history.ts';
import { openWorkshop } from '../../db/open-workshop.ts';
import { logStep } from '../../db/queries/log.ts';
import { inTransaction } from '../../db/transaction.ts';
import { plainHistory } from './plain-history.ts';

const opened = openWorkshop(process.argv[2] ?? '');
if (!opened.ok) throw new Error(opened.error.detail);
const workshop = opened.value;
for (let n = Number(process.argv[3]); ; n++) {
  const done = inTransaction(workshop, () => {
    writeHistory(workshop, plainHistory(1_000, 5, n));
    logStep(workshop, { atMs: n, kind: 'written' });
  });
  if (!done.ok) throw new Error(done.error.detail);
  writeSync(1, `${n}\n`);
}
