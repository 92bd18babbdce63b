/** The kernel alone, on one thread and on two: every lead replayed and its records written, nothing read off them. */
import type { History } from '../../core/history/history.ts';
import type { Measured } from './measured.ts';
import { bytesOf, KERNEL_WORKER, type PackedBytes, type PackedStandard, packStandard } from './pack-standard.ts';
import { standardRuleSet, withActivityPoints } from './standard-rule-set.ts';

export interface KernelRows {
  readonly rows: readonly Measured[];
  readonly bytes: PackedBytes;
  readonly close: () => void;
}

export function kernelRows(history: History, size: '100k' | '1m'): KernelRows {
  const one = packStandard(history, null);
  const two = packStandard(history, KERNEL_WORKER);
  const runs = [kernelRun(one), kernelRun(two)];
  for (const run of runs) run();
  return {
    rows: runs.map((run, index) => ({ name: `kernel-${size}-${index + 1}w`, run })),
    bytes: bytesOf(one),
    close: () => {
      one.packed.close();
      two.packed.close();
    },
  };
}

/** Runs it with other figures each time; of levels that need a replay each, for the first. */
export function kernelRun({ packed, planOf }: PackedStandard): () => void {
  const plans = [8, 3].map((points) => planOf(withActivityPoints(standardRuleSet(), points)));
  let moves = 0;
  return () => {
    moves += 1;
    const plan = plans[moves % plans.length];
    const [replay] = plan?.replays ?? [];
    if (plan === undefined || replay === undefined) throw new Error('nothing to replay');
    packed.levers.write(plan, replay);
    packed.threads.work({
      endChunk: packed.store.chunks.length,
      kernel: packed.kernelFor(plan),
      count: null,
    });
  };
}
