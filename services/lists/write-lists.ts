/** All working lists of a workshop as files in a folder. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ListName, ListsBasis, SinceGiven, WorkedList } from '../../api/lists.ts';
import { LIST_NAMES } from '../../core/lists/list-name.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { readGivenLists } from '../../db/queries/given-lists.ts';
import { standingSession } from '../replay/standing-session.ts';
import { listCsv, listWorkbook } from './list-files.ts';
import { listTable } from './list-table.ts';
import { readListsDefinition } from './lists-basis.ts';

export interface WrittenLists {
  readonly by: ListsBasis;
  readonly asOfMs: number;
  readonly leftOut: WorkedList['leftOut'];
  readonly lists: readonly WrittenList[];
}

export interface WrittenList {
  readonly list: ListName;
  /** Ids, best first. */
  readonly leads: readonly string[];
  readonly since: SinceGiven | null;
  /** In the folder. */
  readonly files: readonly string[];
}

/** Makes the folder; files of the same names are written over. Nothing is remembered in the workshop. */
export async function writeLists(workshop: ReadableWorkshop, folder: string): Promise<WrittenLists> {
  const { by, ruleSet, level, workingHours, promisedHours } = readListsDefinition(workshop);
  const given = readGivenLists(workshop);
  const session = standingSession(workshop);
  const lists: WrittenList[] = [];
  let last: WorkedList | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    for (const list of LIST_NAMES) {
      const question = { ruleSet, level, workingHours, promisedHours, list, offset: 0, limit: null, given };
      const worked = session.analyse({
        name: 'lists',
        scope: { level, options: { horizon: 'outcome' } },
        question,
      });
      const table = listTable(worked.rows, { list, timeZone: workingHours.timeZone });
      const files = [`${list}.csv`, `${list}.xlsx`];
      writeFileSync(join(folder, `${list}.csv`), listCsv(table));
      // One workbook after the other: each holds its whole list in memory.
      writeFileSync(join(folder, `${list}.xlsx`), await listWorkbook(list, table));
      lists.push({ list, leads: worked.rows.map(({ lead }) => lead), since: worked.since, files });
      last = worked;
    }
  } finally {
    session.close();
  }
  const leftOut = last?.leftOut ?? { withSales: 0, closed: 0, customer: 0, disqualified: 0 };
  return { by, asOfMs: last?.asOfMs ?? 0, leftOut, lists };
}
