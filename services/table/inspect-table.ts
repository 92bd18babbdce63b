/** The head of a file that anybody may have sent: workbooks on a worker with limits of memory and time, text in this thread. */
import { basename } from 'node:path';
import type { Result } from '../../core/result.ts';
import { inspectHere } from './inspect-here.ts';
import { passGate } from './pass-gate.ts';
import type { ReadingChoice } from './reading-choice.ts';
import { runTableWork } from './run-table-work.ts';
import type { TableControl } from './table-control.ts';
import type { TableFault } from './table-fault.ts';
import type { TableHead } from './table-head.ts';
import { WORKER_LIMITS, type WorkerLimits } from './worker-limits.ts';

/**
 * At most `rows` accepted rows, and no more of the file than they need; where neither a mark nor `choice` says the
 * encoding of a text, it is read once in search of a byte that is not UTF-8; `control` can stop that.
 */
export async function inspectTable(
  path: string,
  choice: ReadingChoice,
  { rows, control }: { readonly rows: number; readonly control?: Pick<TableControl, 'isCancelled'> },
  limits: WorkerLimits = WORKER_LIMITS,
): Promise<Result<TableHead, TableFault>> {
  const name = basename(path);
  const gate = await passGate(path, name);
  if (!gate.ok) return gate;
  return gate.value === 'text'
    ? inspectHere(path, choice, rows, control)
    : runTableWork({ kind: 'inspect', path, choice, rows }, name, limits);
}
