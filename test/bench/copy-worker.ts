/** The second thread of the copy: copies its half whenever the round's number has grown. */
import { workerData } from 'node:worker_threads';
import type { CopyTask } from './bandwidth.ts';

const { from, to, rounds } = workerData as CopyTask;
for (let round = 1; ; round += 1) {
  while (Atomics.load(rounds, 0) < round) Atomics.wait(rounds, 0, round - 1);
  to.set(from);
  Atomics.store(rounds, 1, round);
  Atomics.notify(rounds, 1);
}
