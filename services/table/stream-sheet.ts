/** Reads a sheet on a worker with limits of memory and time, and takes its rows in this thread as they come. */
import { Worker } from 'node:worker_threads';
import { fail, type Result } from '../../core/result.ts';
import { errorCode } from '../../db/workshop-fault.ts';
import type { ReadingChoice } from './reading-choice.ts';
import type { SheetMessage, StreamWork } from './sheet-stream.ts';
import type { TableSink } from './sort-records.ts';
import type { SortedTable } from './sort-table.ts';
import { cancelledFault, type TableControl } from './table-control.ts';
import type { TableFault } from './table-fault.ts';
import { endedReading, TABLE_WORKER, tookTooLong, type WorkerLimits } from './worker-limits.ts';

const ASK_EVERY_MS = 100;

/** Cancellation ends the worker at once. What `sink` or `control` throws is thrown on, once the worker has gone. */
export function streamSheet(
  { path, name, choice }: { readonly path: string; readonly name: string; readonly choice: ReadingChoice },
  sink: TableSink,
  control: TableControl,
  limits: WorkerLimits,
): Promise<Result<SortedTable, TableFault>> {
  const backlog = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const worker = new Worker(TABLE_WORKER, {
    workerData: { kind: 'stream', path, choice, backlog } satisfies StreamWork,
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Result<SortedTable, TableFault>>();
  let end: (() => void) | null = null;
  const endWith = (how: () => void): void => {
    end ??= how;
    void worker.terminate();
  };
  const attempt = (work: () => void): void => {
    if (end !== null) return;
    try {
      if (control.isCancelled()) endWith(() => resolve(fail(cancelledFault(name))));
      else work();
    } catch (error) {
      endWith(() => reject(error));
    }
  };
  const take = (message: SheetMessage): void => {
    switch (message.kind) {
      case 'header':
        sink.header(message.names);
        return;
      case 'batch': {
        for (const [index, cells] of message.rows.entries()) sink.row(cells, message.lines[index] ?? 0);
        for (const row of message.rejected) sink.rejected(row);
        control.onRead(message.readBytes);
        Atomics.sub(backlog, 0, 1);
        Atomics.notify(backlog, 0);
        return;
      }
      case 'end':
        endWith(() => resolve(message.result));
    }
  };
  const asking = setInterval(() => attempt(() => {}), ASK_EVERY_MS);
  const longest = setTimeout(() => endWith(() => resolve(fail(tookTooLong(name, limits)))), limits.longestMs);
  worker.on('message', (message: SheetMessage) => attempt(() => take(message)));
  worker.on('error', (thrown) => endWith(() => resolve(fail(endedReading(name, crashText(thrown))))));
  worker.on('exit', () => {
    clearInterval(asking);
    clearTimeout(longest);
    if (end === null) resolve(fail(endedReading(name, 'the work stopped without an answer.')));
    else end();
  });
  return promise;
}

const crashText = (thrown: unknown): string =>
  errorCode(thrown) === 'ERR_WORKER_OUT_OF_MEMORY'
    ? 'Not enough memory for this.'
    : (thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : 'The work stopped.').slice(0, 200);
