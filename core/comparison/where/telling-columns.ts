import { type Column, type History, MISSING } from '../../history/history.ts';
import { placeColumns } from './place-columns.ts';

/** Names and addresses: nearly every lead that has one has one of its own. */
const MOST_SHARE_DISTINCT = 0.9;

/** The attributes by which leads can be told apart: neither one value for all nor, in texts, one for each. The source first. */
export function tellingColumns(history: History): readonly Column[] {
  const { source } = placeColumns(history);
  const telling = history.leads.attributes.filter((column) => column !== source && tellsApart(column));
  return source === undefined ? telling : [source, ...telling];
}

/** The creation has months of its own. */
function tellsApart({ name, kind, cells, codes }: Column): boolean {
  if (name === 'created') return false;
  let filled = 0;
  for (const code of codes) if (code !== MISSING) filled += 1;
  if (filled === 0 || (cells.length === 1 && filled === codes.length)) return false;
  return kind !== 'text' || cells.length <= MOST_SHARE_DISTINCT * filled;
}
