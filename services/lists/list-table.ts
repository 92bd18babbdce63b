/** A working list as a table that a CRM imports as a queue or as tasks. */
import type { ListedLead, ListName } from '../../api/lists.ts';
import { nextOf, subjectOf, whyOf } from '../../core/lists/list-words.ts';
import { requireZone } from '../../core/time/zone.ts';

/** A moment stands as what the clock on the wall showed, in UTC: spreadsheets know no zones. */
export type ListCell = string | number | Date | null;

export const LIST_COLUMNS = [
  'owner',
  'due date',
  'subject',
  'why',
  'lead',
  'name',
  'list',
  'level',
  'score',
  'reached',
  'last activity',
  'channel',
  'next level',
  'change',
] as const;

export interface ListTableParts {
  readonly list: ListName;
  /** In whose wall clock moments are written. */
  readonly timeZone: string;
}

/** A row a lead, in the order of `LIST_COLUMNS`. */
export function listTable(rows: readonly ListedLead[], { list, timeZone }: ListTableParts): ListCell[][] {
  const zone = requireZone(timeZone);
  const wall = (atMs: number | null): Date | null => (atMs === null ? null : new Date(atMs + zone.offsetMsAt(atMs)));
  return rows.map((row) => [
    row.owner,
    wall(row.dueAtMs),
    subjectOf(list, row.name, row.level?.name ?? null),
    whyOf(row.reasons),
    row.lead,
    row.name,
    list,
    row.level?.name ?? null,
    Math.round(row.score * 100) / 100,
    wall(row.reachedAtMs),
    wall(row.lastActivityAtMs),
    row.channel,
    nextOf(row.next),
    changeOf(row),
  ]);
}

function changeOf({ change }: ListedLead): string | null {
  if (change === null) return null;
  return change.kind === 'new' ? 'new' : `moved from ${change.from}`;
}
