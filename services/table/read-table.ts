/** Reads a file of any kind as one table, in this thread, and writes it down where that is wanted. */
import { basename } from 'node:path';
import { fail, ok, type Result } from '../../core/result.ts';
import { foreignFormat } from './foreign-format.ts';
import { createTableGatherer, type GatheredTable, MOST_REJECTED, type TableGatherer } from './gather-table.ts';
import { inspectText, type StatedText } from './inspect-text.ts';
import { readHead } from './read-head.ts';
import { TABLE_FORMAT, type TableDocument } from './table-document.ts';
import { type TableFault, tableFault, tableFaultOfError } from './table-fault.ts';
import type { TableRecord } from './table-record.ts';
import { readTextRecords } from './text-records.ts';
import { openTableWriter, type TableWriter } from './write-table.ts';

export interface TableRequest extends StatedText {
  readonly path: string;
  /** Where the table is written; null: nowhere. */
  readonly outPath: string | null;
}

export interface ReadTable {
  readonly document: TableDocument;
  /** With the counts that add up to the records of the file. */
  readonly gathered: GatheredTable;
}

/** A fault leaves no file behind; rejected rows are no fault. */
export async function readTable(request: TableRequest): Promise<Result<ReadTable, TableFault>> {
  const name = basename(request.path);
  let writer: TableWriter | null = null;
  try {
    const head = await readHead(request.path);
    const foreign = foreignFormat(head.bytes);
    if (foreign !== null)
      return fail(tableFault('foreignFormat', `${name} is ${foreign.name}, not a table in text.`, foreign.todo));
    const inspected = await inspectText(request.path, name, head, request);
    if (!inspected.ok) return inspected;
    const { source, heading, warnings } = inspected.value;
    if (request.outPath !== null && heading !== null) {
      const opened = openTableWriter(request.outPath);
      if (!opened.ok) return opened;
      writer = opened.value;
    }
    const gatherer = heading === null ? null : createTableGatherer(heading, false, (cells) => writer?.row(cells));
    const read = await readTextRecords(source, takeInto(gatherer));
    if (!read.ok) return read;
    const gathered = gatherer?.gathered();
    if (gathered === undefined)
      return fail(
        tableFault('notText', `${name} holds nothing but blank lines.`, 'Choose a file with a heading and rows.'),
      );
    const tooMany = rejectedFault(name, gathered);
    if (tooMany !== null) return fail(tooMany);
    const finished = writer?.finish() ?? ok(null);
    if (!finished.ok) return finished;
    const { encoding, dialect } = source;
    return ok({ gathered, document: documentOf(gathered, { encoding, ...dialect }, warnings) });
  } catch (error) {
    const fault = tableFaultOfError(error, name);
    if (fault === null) throw error;
    return fail(fault);
  } finally {
    writer?.abandon();
  }
}

/** Without a heading in sight only a fault can come of the reading. */
const takeInto =
  (gatherer: TableGatherer | null) =>
  (record: TableRecord): 'enough' | null =>
    gatherer === null ? null : gatherer.take(record);

function rejectedFault(name: string, { rejected }: GatheredTable): TableFault | null {
  const [first] = rejected;
  if (first === undefined || rejected.length <= MOST_REJECTED) return null;
  return tableFault(
    'notText',
    `${name} has more than ${MOST_REJECTED} rows that cannot be read; the first is on line ${first.line}: ${first.reason}.`,
    'Check the delimiter (--delimiter) and the heading (--header).',
  );
}

const documentOf = (
  { header, rows, columns, rejected, warnings }: GatheredTable,
  written: { readonly encoding: string; readonly delimiter: string | null; readonly quote: string | null },
  sourceWarnings: readonly string[],
): TableDocument => ({
  format: TABLE_FORMAT,
  encoding: written.encoding,
  delimiter: written.delimiter,
  quote: written.quote,
  header,
  rows,
  columns,
  rejected,
  warnings: [...sourceWarnings, ...warnings],
});
