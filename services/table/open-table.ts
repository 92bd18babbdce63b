/** A file of any kind as a `TableSource`, in this thread. */
import { basename } from 'node:path';
import { fail, ok, type Result } from '../../core/result.ts';
import { foreignFormat } from './foreign-format.ts';
import { inspectText } from './inspect-text.ts';
import { readHead } from './read-head.ts';
import type { ReadingChoice } from './reading-choice.ts';
import { type TableControl, UNWATCHED } from './table-control.ts';
import { type TableFault, tableFault, tableFaultOfError } from './table-fault.ts';
import type { TableSource } from './table-source.ts';
import { readTextRecords } from './text-records.ts';
import { withWorkbook } from './workbook/open-workbook.ts';

/** The source is good until `use` is done. Errors of the file system become faults. */
export async function withTable<Value>(
  path: string,
  choice: ReadingChoice,
  use: (source: TableSource) => Promise<Result<Value, TableFault>>,
  control: Pick<TableControl, 'isCancelled'> = UNWATCHED,
): Promise<Result<Value, TableFault>> {
  const name = basename(path);
  try {
    const head = await readHead(path);
    const foreign = foreignFormat(head.bytes);
    if (foreign?.kind === 'zip') return await withWorkbook(path, name, choice, use);
    if (foreign !== null)
      return fail(tableFault('foreignFormat', `${name} is ${foreign.name}, not a table in text.`, foreign.todo));
    const inspected = await inspectText(path, name, head, choice, control);
    if (!inspected.ok) return inspected;
    const { source, heading, hasLoneReturns, warnings } = inspected.value;
    return await use({
      name,
      heading,
      isSheet: false,
      isFirstLineDialect: source.isFirstLineDialect,
      hasLoneReturns,
      sheets: [],
      sheet: null,
      written: { encoding: source.encoding, ...source.dialect },
      warnings,
      read: async (take, watch) => {
        const read = await readTextRecords(source, take, watch);
        return read.ok ? ok([]) : read;
      },
    });
  } catch (error) {
    const fault = tableFaultOfError(error, name);
    if (fault === null) throw error;
    return fail(fault);
  }
}
