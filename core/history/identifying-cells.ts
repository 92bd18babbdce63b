import { type Column, type History, MISSING } from './history.ts';

/**
 * The cells by which other files may name a lead, beside its id: those that no other lead has, in columns where nearly every
 * lead has one of its own, such as e-mail addresses, telephone numbers and ids of other systems. Dates name nobody.
 */
export const identifyingCells = ({ leads }: History, lead: number): readonly string[] =>
  leads.attributes
    .filter(({ kind, name }) => kind !== 'date' && name !== 'created')
    .flatMap((column) => ownCell(column, lead));

/** Of the leads that have a cell at all. */
const LEAST_SHARE_DISTINCT = 0.9;

function ownCell({ cells, codes }: Column, lead: number): readonly string[] {
  const own = codes[lead] ?? MISSING;
  const cell = cells[own];
  if (cell === undefined) return [];
  let filled = 0;
  let holders = 0;
  for (const code of codes) {
    if (code !== MISSING) filled += 1;
    if (code === own) holders += 1;
  }
  return holders === 1 && cells.length >= LEAST_SHARE_DISTINCT * filled ? [cell] : [];
}
