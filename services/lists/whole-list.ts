/** A working list from its first lead to its last: how it is asked for, and as a file. */
import { Buffer } from 'node:buffer';
import type { ListedLead, ListName } from '../../api/lists.ts';
import type { GivenList } from '../../core/lists/since-last.ts';
import type { AskedAnalysis } from '../analysis/analyses.ts';
import { listCsv, listWorkbook } from './list-files.ts';
import { listTable } from './list-table.ts';
import type { ListsDefinition } from './lists-basis.ts';

/** Without what it is called: all that a list follows from. */
export type ListsFollowFrom = Omit<ListsDefinition, 'by'>;

export const wholeList = (
  { ruleSet, level, workingHours, promisedHours }: ListsFollowFrom,
  list: ListName,
  given: readonly GivenList[],
): AskedAnalysis<'lists'> => ({
  name: 'lists',
  scope: { level, options: { horizon: 'outcome' } },
  question: { ruleSet, level, workingHours, promisedHours, list, offset: 0, limit: null, given },
});

export type ListFileKind = 'csv' | 'xlsx';

/** `rows`: of the whole list. */
export async function listFile(
  as: ListFileKind,
  list: ListName,
  rows: readonly ListedLead[],
  { workingHours: { timeZone } }: ListsFollowFrom,
): Promise<Buffer> {
  const table = listTable(rows, { list, timeZone });
  return as === 'csv' ? Buffer.from(listCsv(table)) : listWorkbook(list, table);
}
