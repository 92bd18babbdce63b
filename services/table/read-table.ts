/** Reads a file of any kind as one table, in this thread, and writes it down where that is wanted. */
import { basename } from 'node:path';
import { fail, ok, type Result } from '../../core/result.ts';
import { collectTable, type ReadTable } from './collect-table.ts';
import { foreignFormat } from './foreign-format.ts';
import { inspectText, type StatedText } from './inspect-text.ts';
import { readHead } from './read-head.ts';
import { type TableFault, tableFault, tableFaultOfError } from './table-fault.ts';
import { readTextRecords } from './text-records.ts';
import { readWorkbook } from './workbook/read-workbook.ts';

export interface TableRequest extends StatedText {
  readonly path: string;
  /** Where the table is written; null: nowhere. */
  readonly outPath: string | null;
}

/** A fault leaves no file behind; rejected rows are no fault. */
export async function readTable(request: TableRequest): Promise<Result<ReadTable, TableFault>> {
  const { path, outPath } = request;
  const name = basename(path);
  try {
    const head = await readHead(path);
    const foreign = foreignFormat(head.bytes);
    if (foreign?.kind === 'zip') return await readWorkbook(path, name, request, outPath);
    if (foreign !== null)
      return fail(tableFault('foreignFormat', `${name} is ${foreign.name}, not a table in text.`, foreign.todo));
    const inspected = await inspectText(path, name, head, request);
    if (!inspected.ok) return inspected;
    const { source, heading, warnings } = inspected.value;
    const { encoding, dialect } = source;
    return await collectTable(
      {
        name,
        heading,
        isSheet: false,
        written: { encoding, ...dialect },
        warnings,
        read: async (take) => {
          const read = await readTextRecords(source, take);
          return read.ok ? ok([]) : read;
        },
      },
      outPath,
    );
  } catch (error) {
    const fault = tableFaultOfError(error, name);
    if (fault === null) throw error;
    return fail(fault);
  }
}
