import { type Column, type History, MISSING } from '../../history/history.ts';
import { namingColumns } from '../../history/naming.ts';

/** Numbers of other systems and the like: most leads that have one have one of their own. */
const MOST_SHARE_DISTINCT = 0.5;
/** In a short history many values are no sign of that. */
const FEW_VALUES = 12;

/**
 * The attributes by which leads can be told apart, the source first: neither one value for all nor, in texts, one for most; and not
 * those that people are known by.
 */
export function tellingColumns(history: History): readonly Column[] {
  const { source, ...people } = namingColumns(history);
  const names = new Set(Object.values(people));
  const telling = history.leads.attributes.filter(
    (column) => column !== source && !names.has(column) && tellsApart(column),
  );
  return source === undefined ? telling : [source, ...telling];
}

/** The creation has months of its own. */
function tellsApart({ name, kind, cells, codes }: Column): boolean {
  if (name === 'created') return false;
  let filled = 0;
  for (const code of codes) if (code !== MISSING) filled += 1;
  if (filled === 0 || (cells.length === 1 && filled === codes.length)) return false;
  return kind !== 'text' || cells.length <= Math.max(FEW_VALUES, MOST_SHARE_DISTINCT * filled);
}
