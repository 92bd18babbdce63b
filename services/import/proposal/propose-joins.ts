/**
 * Which leads the rows of a linked file speak of: the column of it whose cells are found among those of a column of leads.
 * The ids go first; where hardly any of them is found, an attribute such as an e-mail address, or the number of a deal that
 * the lead's own row names.
 */
import type { DelimitedMapping } from '../../../api/import.ts';
import { withOptional } from '../../../core/rule-set/optional-key.ts';
import { foldText } from '../../../core/text.ts';

/** The distinct cells of a column, as written, and how many of its rows have one. */
export interface ColumnCells {
  readonly name: string;
  readonly cells: ReadonlySet<string>;
  readonly given: number;
}

export interface JoinedFile {
  readonly mapping: DelimitedMapping;
  readonly columns: readonly ColumnCells[];
}

/** What leads may be found by: the id (`attribute` null), or an attribute. */
export interface LeadKey extends Omit<ColumnCells, 'name'> {
  readonly attribute: string | null;
}

/** So many of a column's distinct cells have to be found. */
const LEAST_SHARE = 0.2;
/** Cells of a key tell leads apart, but for a few of them: a country is found in every lead, and names none. */
const LEAST_DISTINCT = 0.8;
/** Other keys have to find so much more than what the heading says. */
const CLEARLY_BETTER = 2;

/** The mappings, in order; those of leads as they are. `held`: the keys of leads that the workshop has. */
export function proposeJoins(files: readonly JoinedFile[], held: readonly LeadKey[]): readonly DelimitedMapping[] {
  const keys = [...held, ...files.flatMap(keysOf)]
    .filter(({ cells, given }) => cells.size >= given * LEAST_DISTINCT)
    .map(({ attribute, cells }) => ({ attribute, cells: foldedSet(cells) }));
  return files.map(({ mapping, columns }) => {
    if (mapping.rows === 'leads' || mapping.leadBy !== undefined || keys.length === 0) return mapping;
    const said = bestOf(
      columns.filter(({ name }) => name === mapping.lead),
      keys.filter(({ attribute }) => attribute === null),
    );
    const found = bestOf(columns, keys);
    if (found === null || (said !== null && found.share < said.share * CLEARLY_BETTER)) return mapping;
    return withOptional({ ...mapping, lead: found.column }, 'leadBy', found.attribute ?? undefined);
  });
}

const keysOf = ({ mapping, columns }: JoinedFile): readonly LeadKey[] =>
  mapping.rows !== 'leads'
    ? []
    : columns
        .filter(({ name }) => name !== '' && (name === mapping.lead || !mapping.leaveOut.includes(name)))
        .map(({ name, cells, given }) => ({ attribute: name === mapping.lead ? null : name, cells, given }));

function bestOf(columns: readonly ColumnCells[], keys: readonly Omit<LeadKey, 'given'>[]) {
  let best: { readonly column: string; readonly attribute: string | null; readonly share: number } | null = null;
  for (const { name, cells } of columns) {
    const folded = [...foldedSet(cells)];
    if (name === '' || !isIdLike(folded)) continue;
    for (const { attribute, cells: known } of keys) {
      const share = folded.filter((cell) => known.has(cell)).length / folded.length;
      if (share >= LEAST_SHARE && share > (best?.share ?? 0)) best = { column: name, attribute, share };
    }
  }
  return best;
}

/** Addresses, numbers and codes of a system. Words and small numbers are found by chance. */
const isIdLike = (cells: readonly string[]): boolean =>
  cells.filter((cell) => cell.includes('@') || /^(?=.*\d)[\w-]{4,}$/.test(cell)).length > cells.length / 2;

const foldedSet = (cells: ReadonlySet<string>): ReadonlySet<string> => {
  const folded = new Set<string>();
  for (const cell of cells) {
    const one = foldText(cell);
    if (one !== '') folded.add(one);
  }
  return folded;
};
