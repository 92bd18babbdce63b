/**
 * Run as a process of its own: proposes version after version, each signed by both teams, as the app does it. After each step that
 * is committed it tells how many the file holds. A version that an earlier run left unsigned is signed first.
 */
import { writeSync } from 'node:fs';
import { openWorkshop } from '../../db/open-workshop.ts';
import { inTransaction } from '../../db/transaction.ts';
import { readAgreementState } from '../../services/agreement/agreement-state.ts';
import { sign } from '../../services/agreement/agreement-steps.ts';
import { proposeVersion } from './signed-workshop.ts';

const opened = openWorkshop(process.argv[2] ?? '');
if (!opened.ok) throw new Error(opened.error.detail);
const workshop = opened.value;
const { versions } = readAgreementState(workshop);
let number = versions[0]?.number ?? 0;
let signed = versions[0]?.signatures.length ?? 2;
let steps = versions.reduce((sum, { signatures }) => sum + 1 + signatures.length, 0);
for (;;) {
  if (signed === 2) {
    number += 1;
    signed = 0;
    proposeVersion(workshop, `reason ${number}`);
  } else {
    const step = { number, seatId: signed + 1, atMs: 1_000 + number };
    const done = inTransaction(workshop, () => sign(workshop, step));
    if (!done.ok || done.value !== null) throw new Error(`${number}: ${JSON.stringify(done)}`);
    signed += 1;
  }
  steps += 1;
  writeSync(1, `${steps}\n`);
}
