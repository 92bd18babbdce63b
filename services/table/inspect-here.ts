import type { Result } from '../../core/result.ts';
import { withTable } from './open-table.ts';
import type { ReadingChoice } from './reading-choice.ts';
import { type TableControl, UNWATCHED } from './table-control.ts';
import type { TableFault } from './table-fault.ts';
import { headOfTable, type TableHead } from './table-head.ts';

/** In this thread, without limits. */
export const inspectHere = (
  path: string,
  choice: ReadingChoice,
  rows: number,
  control: Pick<TableControl, 'isCancelled'> = UNWATCHED,
): Promise<Result<TableHead, TableFault>> => withTable(path, choice, (source) => headOfTable(source, rows), control);
