/** Working lists as they were last given out. */
import { LIST_NAMES, type ListName } from '../../core/lists/list-name.ts';
import type { GivenList } from '../../core/lists/since-last.ts';
import { requireTransaction } from '../transaction.ts';
import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';

/** In the order of the lists; only those that were given out. */
export function readGivenLists({ database }: ReadableWorkshop): readonly GivenList[] {
  const lists = database
    .prepare<[], { list: ListName; atMs: number }>('SELECT list, at_ms AS atMs FROM given_list')
    .all();
  const leads = database
    .prepare<[string], string>('SELECT lead_id FROM given_lead WHERE list = ? ORDER BY position')
    .pluck();
  return lists
    .sort((left, right) => LIST_NAMES.indexOf(left.list) - LIST_NAMES.indexOf(right.list))
    .map(({ list, atMs }) => ({ list, atMs, leads: leads.all(list) }));
}

/** When each was given out, without its leads: cheap to ask. */
export const givenListsKey = ({ database }: ReadableWorkshop): string =>
  JSON.stringify(database.prepare('SELECT list, at_ms FROM given_list ORDER BY list').raw().all());

/** What was kept of the list before is forgotten. */
export function keepGivenList(workshop: WritableWorkshop, { list, atMs, leads }: GivenList): void {
  requireTransaction(workshop);
  const { database } = workshop;
  database.prepare('DELETE FROM given_list WHERE list = ?').run(list);
  database.prepare('INSERT INTO given_list (list, at_ms) VALUES (?, ?)').run(list, atMs);
  const insert = database.prepare('INSERT INTO given_lead (list, position, lead_id) VALUES (?, CAST(? AS INTEGER), ?)');
  for (const [position, lead] of leads.entries()) insert.run(list, position, lead);
}
