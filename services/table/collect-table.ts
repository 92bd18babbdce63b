/** The records of a source, from its heading to its last, as one table that may be written down on the way. */
import { fail, ok, type Result } from '../../core/result.ts';
import { createTableGatherer, type GatheredTable, MOST_REJECTED } from './gather-table.ts';
import { UNWATCHED } from './table-control.ts';
import { TABLE_FORMAT, type TableDocument } from './table-document.ts';
import { type TableFault, tableFault } from './table-fault.ts';
import type { TableSource } from './table-source.ts';
import type { TableWarning } from './table-warning.ts';
import { warningText } from './warning-text.ts';
import { openTableWriter, type TableWriter } from './write-table.ts';

export interface ReadTable {
  readonly document: TableDocument;
  /** With the counts that add up to the records of the file. */
  readonly gathered: GatheredTable;
}

/** `outPath`: where the table is written; null: nowhere. A fault leaves no file behind. */
export async function collectTable(
  source: TableSource,
  outPath: string | null,
): Promise<Result<ReadTable, TableFault>> {
  const { name, heading } = source;
  let writer: TableWriter | null = null;
  try {
    if (outPath !== null && heading !== null) {
      const opened = openTableWriter(outPath);
      if (!opened.ok) return opened;
      writer = opened.value;
    }
    const gatherer =
      heading === null ? null : createTableGatherer(heading, source.isSheet, (cells) => writer?.row(cells));
    // Without a heading in sight only a fault can come of the reading.
    const read = await source.read((record) => (gatherer === null ? null : gatherer.take(record)), UNWATCHED);
    if (!read.ok) return read;
    const gathered = gatherer?.gathered();
    if (gathered === undefined) return fail(noHeadingFault(name));
    const tooMany = rejectedFault(name, gathered);
    if (tooMany !== null) return fail(tooMany);
    const finished = writer?.finish() ?? ok(null);
    return finished.ok ? ok({ gathered, document: documentOf(source, gathered, read.value) }) : finished;
  } finally {
    writer?.abandon();
  }
}

/** Of a table without a heading that was read to its end all the same. */
export const noHeadingFault = (name: string): TableFault =>
  tableFault(
    'notText',
    `${name} shows no heading in its first 256 KB: they are blank lines, or a quotation mark is opened and not closed.`,
    'Correct that, or export the file anew.',
  );

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
  { written, warnings: before }: TableSource,
  { header, rows, columns, rejected, warnings }: GatheredTable,
  remarks: readonly TableWarning[],
): TableDocument => ({
  format: TABLE_FORMAT,
  encoding: written.encoding,
  delimiter: written.delimiter,
  quote: written.quote,
  header,
  rows,
  columns,
  rejected,
  warnings: [...before, ...warnings, ...remarks].map(warningText),
});
