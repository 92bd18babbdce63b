import { fail, ok, type Result } from '../../core/result.ts';
import { noHeadingFault } from './collect-table.ts';
import { createRecordSorter, type SortedRecords, type TableSink } from './sort-records.ts';
import type { TableFault } from './table-fault.ts';
import type { ReadWatch, TableSource } from './table-source.ts';

export interface SortedTable extends SortedRecords {
  /** An `EncodingName`; of a workbook 'xlsx'. */
  readonly encoding: string;
  /** Of a workbook the one that was read. */
  readonly sheet: string | null;
}

/** Gives a whole table to `sink`, in order. Errors of the file system are thrown. */
export async function sortTable(
  source: TableSource,
  sink: TableSink,
  watch: ReadWatch,
): Promise<Result<SortedTable, TableFault>> {
  const { name, heading, isSheet, written, sheet } = source;
  const sorter = heading === null ? null : createRecordSorter(heading, isSheet, sink);
  // Without a heading in sight only a fault can come of the reading.
  const read = await source.read((record) => {
    sorter?.sort(record);
    return null;
  }, watch);
  if (!read.ok) return read;
  if (sorter === null) return fail(noHeadingFault(name));
  const sorted = sorter.sorted();
  return ok({
    ...sorted,
    encoding: written.encoding,
    sheet,
    warnings: [...source.warnings, ...sorted.warnings, ...read.value],
  });
}
