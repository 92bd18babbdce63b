import { fail, type Result } from '../../core/result.ts';
import { runJob } from '../jobs/run-job.ts';
import type { TableFault } from './table-fault.ts';
import type { TableWork } from './table-work.ts';
import { endedReading, TABLE_WORKER, tookTooLong, type WorkerLimits } from './worker-limits.ts';

/** Work that has one answer, on a worker that is ended at its limits. `Value`: what the work answers. */
export async function runTableWork<Value>(
  work: TableWork,
  name: string,
  limits: WorkerLimits,
): Promise<Result<Value, TableFault>> {
  const stop = AbortSignal.timeout(limits.longestMs);
  const answer = await runJob<Result<Value, TableFault>>({
    worker: TABLE_WORKER,
    data: work,
    signal: stop,
    onProgress: () => {},
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
    graceMs: 0,
  });
  if (answer.ok) return answer.value;
  return fail(stop.aborted ? tookTooLong(name, limits) : endedReading(name, answer.error.detail));
}
