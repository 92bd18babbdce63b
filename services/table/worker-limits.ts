/** What the worker that reads a workbook may take, and the faults of those that took more. */
import { type TableFault, tableFault } from './table-fault.ts';

export interface WorkerLimits {
  readonly longestMs: number;
  readonly memoryMb: number;
}

export const WORKER_LIMITS: WorkerLimits = { longestMs: 120_000, memoryMb: 400 };

/** Beside the other jobs, whatever it was built as. */
export const TABLE_WORKER = new URL(
  import.meta.url.endsWith('.ts') ? '../jobs/table-worker.ts' : './table-worker.js',
  import.meta.url,
);

const SAVE_AS_CSV = 'Save its sheet as CSV UTF-8 and read that file.';

export const tookTooLong = (name: string, { longestMs }: WorkerLimits): TableFault =>
  tableFault('tooLarge', `${name} was not read to its end within ${longestMs / 1_000} seconds.`, SAVE_AS_CSV);

/** `why`: what ended the worker, in a sentence. */
export const endedReading = (name: string, why: string): TableFault =>
  tableFault('tooLarge', `${name} could not be read: ${why}`, SAVE_AS_CSV);
