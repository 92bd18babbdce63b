/** Reads a file of any kind as one table, in this thread, and writes it down where that is wanted. */
import type { Result } from '../../core/result.ts';
import { collectTable, type ReadTable } from './collect-table.ts';
import { withTable } from './open-table.ts';
import type { ReadingChoice, StatedText } from './reading-choice.ts';
import type { TableFault } from './table-fault.ts';

export interface TableRequest extends StatedText, Partial<Pick<ReadingChoice, 'sheet'>> {
  readonly path: string;
  /** Where the table is written; null: nowhere. */
  readonly outPath: string | null;
}

/** A fault leaves no file behind; rejected rows are no fault. */
export const readTable = ({ path, outPath, sheet, ...stated }: TableRequest): Promise<Result<ReadTable, TableFault>> =>
  withTable(path, { ...stated, sheet: sheet ?? null }, (source) => collectTable(source, outPath));
