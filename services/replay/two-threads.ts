/** A replay on two threads over shared memory: the caller's own, which waits at the end, and one more. */
import { Worker } from 'node:worker_threads';
import { runKernel } from '../../core/replay/kernel.ts';
import type { KernelInput, KernelOutput } from '../../core/replay/kernel-state.ts';
import { type RunReplay, runOnOneThread } from '../../core/replay/replay.ts';
import { sharedInt32 } from '../../core/replay/shared-columns.ts';

export interface KernelTask {
  readonly input: KernelInput;
  readonly output: KernelOutput;
  readonly from: number;
  readonly to: number;
  /** Shared: 1 at index 0 once the leads are done. */
  readonly done: Int32Array;
}

/** Only for a thread that may wait (a worker). The second thread ends with the first. */
export function createTwoThreads(workerUrl: URL): RunReplay {
  let helper: Worker | undefined;
  const helperThread = (): Worker => {
    if (helper !== undefined) return helper;
    const started = new Worker(workerUrl);
    const lost = (): void => {
      if (helper === started) helper = undefined;
    };
    started.on('error', lost);
    started.on('exit', lost);
    started.unref();
    helper = started;
    return started;
  };
  return (input, output, leadCount) => {
    const { offsets } = input.stream;
    const entries = offsets[leadCount] ?? 0;
    if (entries < FEW_ENTRIES) {
      runOnOneThread(input, output, leadCount);
      return;
    }
    const middle = leadWithEntry(offsets, leadCount, entries / 2);
    const done = sharedInt32(1);
    helperThread().postMessage({ input, output, from: middle, to: leadCount, done } satisfies KernelTask);
    const startedMs = performance.now();
    runKernel(input, output, 0, middle);
    const ownMs = performance.now() - startedMs;
    // A lost helper must not hang the app: after ample time its half is done here. Both would write the same numbers.
    const patienceMs = PATIENCE_MS + 4 * ownMs;
    if (Atomics.wait(done, 0, 0, patienceMs) === 'timed-out') runKernel(input, output, middle, leadCount);
  };
}

/** Below this a second thread costs more than it brings. */
const FEW_ENTRIES = 50_000;
/** The first task waits for the thread to start. */
const PATIENCE_MS = 1_000;

/** The first lead from which on no more than the later half of the entries lies. */
function leadWithEntry(offsets: Int32Array, leadCount: number, entry: number): number {
  let low = 0;
  let high = leadCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < entry) low = middle + 1;
    else high = middle;
  }
  return low;
}
