/** Entry of the second thread of a replay: runs the loop over the leads it is given and says so through shared memory. */
import { parentPort } from 'node:worker_threads';
import { runKernel } from '../../core/replay/kernel.ts';
import type { KernelTask } from '../replay/two-threads.ts';

parentPort?.on('message', ({ input, output, from, to, done }: KernelTask) => {
  runKernel(input, output, from, to);
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
});
