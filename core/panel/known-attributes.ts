/** Which attributes a judge may see: what people are called by, what knew the outcome and what is kept out are not among them. */
import { type Column, type History, MISSING } from '../history/history.ts';
import { namingColumns, plainHeading } from '../history/naming.ts';

/** Why an attribute is on no card. */
export type LeftOutBecause = 'names' | 'leaks' | 'keptOut';

export interface LeftOut {
  readonly attribute: string;
  readonly because: LeftOutBecause;
}

export interface KnownAttributes {
  readonly shown: readonly Column[];
  readonly leftOut: readonly LeftOut[];
}

/** `leaking`: attributes that were filled in after the outcome, or count up to today. `created` is told as an age. */
export function knownAttributes(
  history: History,
  { keptOut, leaking }: { readonly keptOut: readonly string[]; readonly leaking: readonly string[] },
): KnownAttributes {
  const named = namingColumns(history);
  const people: ReadonlySet<Column | undefined> = new Set([
    named.name,
    named.first,
    named.last,
    named.company,
    named.email,
  ]);
  const reasonFor = (column: Column): LeftOutBecause | null => {
    if (people.has(column) || isIdentifying(column)) return 'names';
    if (keptOut.includes(column.name)) return 'keptOut';
    return leaking.includes(column.name) ? 'leaks' : null;
  };
  const judged = history.leads.attributes
    .filter(({ name }) => name !== 'created')
    .map((column) => ({ column, because: reasonFor(column) }));
  return {
    shown: judged.filter(({ because }) => because === null).map(({ column }) => column),
    leftOut: judged.flatMap(({ column, because }) => (because === null ? [] : [{ attribute: column.name, because }])),
  };
}

const HEADINGS = /mail|phone|mobile|linkedin|website|domain|address|surname|firstname|lastname|fullname|contactname/u;
const ADDRESS = /\S@\S/u;

/** Of the leads that have a cell at all, as where an erased lead is looked for (`identifyingCells`). */
const LEAST_SHARE_DISTINCT = 0.9;
/** With fewer cells every number is one of its own. */
const LEAST_FILLED = 10;

/** By its heading, by cells that are addresses, or because nearly every lead has one of its own. */
function isIdentifying({ name, kind, cells, codes }: Column): boolean {
  if (HEADINGS.test(plainHeading(name))) return true;
  if (cells.some((cell) => ADDRESS.test(cell))) return true;
  if (kind === 'date' || kind === 'yes/no') return false;
  let filled = 0;
  for (const code of codes) if (code !== MISSING) filled += 1;
  return filled >= LEAST_FILLED && cells.length >= LEAST_SHARE_DISTINCT * filled;
}
