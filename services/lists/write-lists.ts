/** All working lists of a workshop as files in a folder. */
import type { Buffer } from 'node:buffer';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ListName, ListsBasis, SinceGiven, WorkedList } from '../../api/lists.ts';
import { LIST_NAMES } from '../../core/lists/list-name.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { readGivenLists } from '../../db/queries/given-lists.ts';
import { standingSession } from '../replay/standing-session.ts';
import { readListsDefinition } from './lists-basis.ts';
import { listFile, wholeList } from './whole-list.ts';

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

/**
 * Makes the folder; files of the same names are written over once all of the new ones are there whole, and none of them when
 * one cannot be written. Nothing is remembered in the workshop.
 */
export async function writeLists(workshop: ReadableWorkshop, folder: string): Promise<WrittenLists> {
  const { by, ...from } = readListsDefinition(workshop);
  const given = readGivenLists(workshop);
  mkdirSync(folder, { recursive: true });
  const session = standingSession(workshop);
  const lists: WrittenList[] = [];
  const files: NewFile[] = [];
  let last: WorkedList | undefined;
  try {
    for (const list of LIST_NAMES) {
      const worked = session.analyse(wholeList(from, list, given));
      // One file after the other: a workbook takes far more memory than its bytes.
      for (const as of ['csv', 'xlsx'] as const)
        files.push({ name: `${list}.${as}`, bytes: await listFile(as, list, worked.rows, from) });
      lists.push({
        list,
        leads: worked.rows.map(({ lead }) => lead),
        since: worked.since,
        files: [`${list}.csv`, `${list}.xlsx`],
      });
      last = worked;
    }
  } finally {
    session.close();
  }
  replaceFiles(folder, files);
  const leftOut = last?.leftOut ?? { withSales: 0, closed: 0, customer: 0, disqualified: 0 };
  return { by, asOfMs: last?.asOfMs ?? 0, leftOut, lists };
}

interface NewFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Under names of their own first: whoever reads the folder meanwhile, or after a crash, finds whole files. */
function replaceFiles(folder: string, files: readonly NewFile[]): void {
  const fresh = files.map(({ name, bytes }) => ({
    path: join(folder, name),
    aside: join(folder, `.${name}.new`),
    bytes,
  }));
  try {
    for (const { aside, bytes } of fresh) writeFileSync(aside, bytes);
    for (const { aside, path } of fresh) renameSync(aside, path);
  } finally {
    for (const { aside } of fresh) rmSync(aside, { force: true });
  }
}
