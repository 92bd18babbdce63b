/** What the table worker is asked to do. */
import type { Result } from '../../core/result.ts';
import { inspectHere } from './inspect-here.ts';
import { readTable, type TableRequest } from './read-table.ts';
import type { ReadingChoice } from './reading-choice.ts';
import type { TableFault } from './table-fault.ts';

export type TableWork =
  | { readonly kind: 'read'; readonly request: TableRequest }
  | {
      readonly kind: 'inspect';
      readonly path: string;
      readonly choice: ReadingChoice;
      readonly rows: number;
    };

/** In the worker's thread. */
export const doTableWork = (work: TableWork): Promise<Result<unknown, TableFault>> =>
  work.kind === 'read' ? readTable(work.request) : inspectHere(work.path, work.choice, work.rows);
