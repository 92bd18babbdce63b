/** Any file as a plain one: UTF-8, comma, RFC 4180, the heading on its first line, every cell as it was. */
import { basename } from 'node:path';
import { fail, ok, type Result } from '../../core/result.ts';
import { createFileHash, type FileFacts, hashFile } from './hash-file.ts';
import { withTable } from './open-table.ts';
import { passGate } from './pass-gate.ts';
import type { ReadingChoice } from './reading-choice.ts';
import { createRowLines } from './row-lines.ts';
import type { RejectedRow, TableSink } from './sort-records.ts';
import { type SortedTable, sortTable } from './sort-table.ts';
import { streamSheet } from './stream-sheet.ts';
import type { TableControl } from './table-control.ts';
import { type TableFault, tableFaultOfError } from './table-fault.ts';
import { WORKER_LIMITS, type WorkerLimits } from './worker-limits.ts';
import { openTableWriter } from './write-table.ts';

export interface CleanControl extends TableControl {
  /** What is written instead of the names; called once, before any row. */
  readonly mapHeader?: (names: readonly string[]) => readonly string[];
  /** What is written instead of an accepted row. Runs in the thread that called. */
  readonly mapRow?: (cells: readonly string[]) => readonly string[];
  /** In the order of the source; none of them is kept here, and there is no limit to them. */
  readonly onRejected?: (row: RejectedRow) => void;
}

/** `sizeBytes` and `sha256` are of the source. `rows + rejected + blankRecords`, and one for a heading, are all its records. */
export interface CleanedTable extends SortedTable, FileFacts {
  /** Of each row that was written the line it begins on in a text, in a sheet its row; 1 is the first. */
  readonly lineOfRow: Uint32Array<ArrayBuffer>;
}

/**
 * Reads all of `path` and writes it to `outPath`; a fault, cancellation ('cancelled') and whatever `control` throws leave
 * no file. Cancellation is noticed every 1 MB of a text, and of a workbook ten times a second. Texts are read in this
 * thread; workbooks on a worker with limits, which has to pass the gate first.
 */
export async function cleanTable(
  path: string,
  choice: ReadingChoice,
  outPath: string,
  control: CleanControl,
  limits: WorkerLimits = WORKER_LIMITS,
): Promise<Result<CleanedTable, TableFault>> {
  const gate = await passGate(path, basename(path));
  if (!gate.ok) return gate;
  const opened = openTableWriter(outPath, 'scratch');
  if (!opened.ok) return opened;
  const writer = opened.value;
  const { mapHeader, mapRow } = control;
  const lines = createRowLines();
  const sink: TableSink = {
    header: (names) => writer.row(mapHeader?.(names) ?? names),
    row: (cells, line) => {
      writer.row(mapRow?.(cells) ?? cells);
      lines.push(line);
    },
    rejected: (row) => control.onRejected?.(row),
  };
  // A disk that is full is not written to until the end of the source.
  const asked = { isCancelled: () => writer.hasFailed() || control.isCancelled(), onRead: control.onRead };
  try {
    const sorted =
      gate.value === 'text'
        ? await sortText(path, choice, sink, asked)
        : await sortWorkbook(path, choice, sink, asked, limits);
    if (!sorted.ok && !writer.hasFailed()) return sorted;
    const finished = writer.finish();
    if (!finished.ok) return finished;
    return sorted.ok ? ok({ ...sorted.value, lineOfRow: lines.all() }) : sorted;
  } finally {
    writer.abandon();
  }
}

type Sorted = Promise<Result<SortedTable & FileFacts, TableFault>>;

async function sortText(path: string, choice: ReadingChoice, sink: TableSink, control: TableControl): Sorted {
  const hash = createFileHash();
  const { isCancelled, onRead } = control;
  const watch = { isCancelled, onRead, onBytes: hash.add };
  const sorted = await withTable(path, choice, (source) => sortTable(source, sink, watch), control);
  return sorted.ok ? ok({ ...sorted.value, ...hash.facts() }) : sorted;
}

async function sortWorkbook(
  path: string,
  choice: ReadingChoice,
  sink: TableSink,
  control: TableControl,
  limits: WorkerLimits,
): Sorted {
  const name = basename(path);
  const facts = await factsOf(path, name, control);
  if (!facts.ok) return facts;
  const sorted = await streamSheet({ path, name, choice }, sink, control, limits);
  return sorted.ok ? ok({ ...sorted.value, ...facts.value }) : sorted;
}

async function factsOf(path: string, name: string, control: TableControl): Promise<Result<FileFacts, TableFault>> {
  try {
    return await hashFile(path, name, control);
  } catch (error) {
    const fault = tableFaultOfError(error, name);
    if (fault === null) throw error;
    return fail(fault);
  }
}
