/** Reads a table that anybody may have sent: workbooks on a worker with limits of memory and time, text in this thread. */
import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { fail, type Result } from '../../core/result.ts';
import { runJob } from '../jobs/run-job.ts';
import type { ReadTable } from './collect-table.ts';
import { foreignFormat } from './foreign-format.ts';
import { readHead } from './read-head.ts';
import { readTable, type TableRequest } from './read-table.ts';
import { type TableFault, tableFault, tableFaultOfError } from './table-fault.ts';
import { openZip } from './workbook/open-zip.ts';
import { partialPath } from './write-table.ts';

/** Beside the other jobs, whatever it was built as. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? '../jobs/table-worker.ts' : './table-worker.js',
  import.meta.url,
);
const LONGEST_MS = 120_000;
const MEMORY_MB = 400;

/** The gate is passed before the worker is started: what fails there is refused at once. */
export async function readTableApart(
  request: TableRequest,
  limits: { readonly longestMs: number; readonly memoryMb: number } = { longestMs: LONGEST_MS, memoryMb: MEMORY_MB },
): Promise<Result<ReadTable, TableFault>> {
  const name = basename(request.path);
  const gate = await passGate(request.path, name);
  if (gate !== 'workbook') return gate === 'text' ? readTable(request) : fail(gate);
  const stop = AbortSignal.timeout(limits.longestMs);
  const answer = await runJob<Result<ReadTable, TableFault>>({
    worker: WORKER,
    data: request,
    signal: stop,
    onProgress: () => {},
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
    graceMs: 0,
  });
  if (answer.ok) return answer.value;
  if (request.outPath !== null) rmSync(partialPath(request.outPath), { force: true });
  return fail(
    tableFault(
      'tooLarge',
      stop.aborted
        ? `${name} was not read to its end within ${limits.longestMs / 1_000} seconds.`
        : `${name} could not be read: ${answer.error.detail}`,
      'Save its sheet as CSV UTF-8 and read that file.',
    ),
  );
}

async function passGate(path: string, name: string): Promise<'workbook' | 'text' | TableFault> {
  try {
    const foreign = foreignFormat((await readHead(path)).bytes);
    if (foreign?.kind !== 'zip') return 'text';
    const zip = await openZip(path, name);
    if (!zip.ok) return zip.error;
    zip.value.file.close();
    return 'workbook';
  } catch (error) {
    const fault = tableFaultOfError(error, name);
    if (fault === null) throw error;
    return fault;
  }
}
