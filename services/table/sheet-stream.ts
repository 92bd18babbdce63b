/** A sheet on its way from the worker that reads it to the thread that wants it. */
import type { Result } from '../../core/result.ts';
import type { ReadingChoice } from './reading-choice.ts';
import type { RejectedRow, TableSink } from './sort-records.ts';
import type { SortedTable } from './sort-table.ts';
import type { TableFault } from './table-fault.ts';

export interface StreamWork {
  readonly kind: 'stream';
  readonly path: string;
  readonly choice: ReadingChoice;
  /** One number in shared memory: batches that were sent and not yet taken. The worker waits while they are many. */
  readonly backlog: Int32Array<SharedArrayBuffer>;
}

export interface SheetBatch {
  readonly kind: 'batch';
  readonly rows: readonly (readonly string[])[];
  /** Of each of the rows. */
  readonly lines: readonly number[];
  readonly rejected: readonly RejectedRow[];
  /** Bytes of the file since the last batch. */
  readonly readBytes: number;
}

export type SheetMessage =
  | { readonly kind: 'header'; readonly names: readonly string[] }
  | SheetBatch
  | { readonly kind: 'end'; readonly result: Result<SortedTable, TableFault> };

const BATCH_RECORDS = 1_000;
const BATCH_CHARACTERS = 1 << 18;

/** Gathers what a table is sorted into; `send` gets a batch whenever one is full, and with `flush` the rest. */
export function createBatchSink(send: (message: SheetMessage) => void) {
  let rows: (readonly string[])[] = [];
  let lines: number[] = [];
  let rejected: RejectedRow[] = [];
  let characters = 0;
  let readBytes = 0;
  const flush = (): void => {
    send({ kind: 'batch', rows, lines, rejected, readBytes });
    [rows, lines, rejected, characters, readBytes] = [[], [], [], 0, 0];
  };
  const added = (cells: readonly string[]): void => {
    for (const cell of cells) characters += cell.length;
    if (rows.length + rejected.length >= BATCH_RECORDS || characters >= BATCH_CHARACTERS) flush();
  };
  const sink: TableSink = {
    header: (names) => send({ kind: 'header', names }),
    row: (cells, line) => {
      rows.push(cells);
      lines.push(line);
      added(cells);
    },
    rejected: (row) => {
      rejected.push(row);
      added(row.cells);
    },
  };
  return {
    sink,
    onRead: (bytes: number): void => {
      readBytes += bytes;
    },
    flush,
  };
}
