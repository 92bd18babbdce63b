/** Reads a table that anybody may have sent: workbooks on a worker with limits of memory and time, text in this thread. */
import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { Result } from '../../core/result.ts';
import type { ReadTable } from './collect-table.ts';
import { passGate } from './pass-gate.ts';
import { readTable, type TableRequest } from './read-table.ts';
import { runTableWork } from './run-table-work.ts';
import type { TableFault } from './table-fault.ts';
import { WORKER_LIMITS, type WorkerLimits } from './worker-limits.ts';
import { partialPath } from './write-table.ts';

/** The gate is passed before the worker is started: what fails there is refused at once. */
export async function readTableApart(
  request: TableRequest,
  limits: WorkerLimits = WORKER_LIMITS,
): Promise<Result<ReadTable, TableFault>> {
  const { path, outPath } = request;
  const name = basename(path);
  const gate = await passGate(path, name);
  if (!gate.ok) return gate;
  if (gate.value === 'text') return readTable(request);
  const read = await runTableWork<ReadTable>({ kind: 'read', request }, name, limits);
  if (!read.ok && outPath !== null) rmSync(partialPath(outPath), { force: true });
  return read;
}
