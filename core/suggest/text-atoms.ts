import { comparableText } from '../conditions/cell-test.ts';
import type { Column } from '../history/history.ts';
import { emailDomain } from '../quality/email-kind.ts';
import type { Operator } from '../rule-set/rule-set.ts';
import { foldText, wordsOf } from '../text.ts';
import type { Atom } from './atom-groups.ts';

/** How rules ask for a part of a cell: the whole of it, a word in it, the domain of an address. */
export interface AtomKind {
  readonly op: Operator;
  readonly inWords: string;
  /** Everything in the cell that the operator would find, folded. */
  readonly textsOf: (cell: string) => readonly string[];
  /** Those of them that are worth a rule. */
  readonly offeredOf: (cell: string) => readonly string[];
}

/** An atom with the cells that the operator finds it in, and as it is written. */
export interface WrittenAtom extends Atom {
  readonly codes: readonly number[];
  readonly written: string;
}

/** Leads to choose on by cell of a column. Entry 0: missing; c + 1: the cell c. */
export interface EntryLeads {
  readonly leads: Int32Array;
  readonly converted: Int32Array;
}

export const wholeCells = (column: Column): AtomKind => {
  const textsOf = (cell: string): readonly string[] => [comparableText(cell, column.kind)];
  return { op: 'is', inWords: 'is', textsOf, offeredOf: textsOf };
};

export const WORDS: AtomKind = {
  op: 'hasWord',
  inWords: 'has the word',
  textsOf: (cell) => wordsOf(foldText(cell)),
  offeredOf: (cell) => tellingWords(cell).map(foldText),
};

export const DOMAINS: AtomKind = {
  op: 'endsWith',
  inWords: 'ends with',
  textsOf: (cell) => {
    const folded = foldText(cell);
    const at = folded.lastIndexOf('@');
    return at < 0 ? [] : [folded.slice(at)];
  },
  offeredOf: (cell) => {
    const domain = emailDomain(cell);
    return domain === null ? [] : [`@${foldText(domain)}`];
  },
};

/** Beyond so many frequent values or words the most frequent are looked at. */
const MOST_ATOMS = 60;

/** What at least so many of the leads have; in the order of their texts. */
export function frequentAtoms(
  { cells }: Column,
  { leads, converted }: EntryLeads,
  { textsOf, offeredOf }: AtomKind,
  least: number,
): readonly WrittenAtom[] {
  const drafts = new Map<string, Draft>();
  cells.forEach((cell, code) => {
    const count = leads[code + 1] ?? 0;
    if (count === 0) return;
    const offered = new Set(offeredOf(cell));
    const whole = foldText(cell);
    for (const text of new Set(textsOf(cell))) {
      const draft = drafts.get(text) ?? emptyDraft(text);
      drafts.set(text, draft);
      draft.leads += count;
      draft.converted += converted[code + 1] ?? 0;
      draft.codes.push(code);
      draft.isOffered ||= offered.has(text);
      // As most leads have a whole cell of that text; within longer cells it stays folded.
      if (text === whole && (count > draft.writtenBy || (count === draft.writtenBy && cell < draft.written))) {
        draft.written = cell;
        draft.writtenBy = count;
      }
    }
  });
  return [...drafts.values()]
    .filter((draft) => draft.isOffered && draft.leads >= least)
    .sort((left, right) => right.leads - left.leads || (left.text < right.text ? -1 : 1))
    .slice(0, MOST_ATOMS)
    .sort((left, right) => (left.text < right.text ? -1 : 1));
}

interface Draft {
  readonly text: string;
  readonly codes: number[];
  leads: number;
  converted: number;
  isOffered: boolean;
  written: string;
  writtenBy: number;
}

const emptyDraft = (text: string): Draft => ({
  text,
  codes: [],
  leads: 0,
  converted: 0,
  isOffered: false,
  written: text,
  writtenBy: 0,
});

/** Words of a text of several: those with two letters in a row, without the small ones between (of, und, di). */
function tellingWords(cell: string): readonly string[] {
  const words = wordsOf(cell);
  if (words.length < 2) return words;
  const isWritten = /\p{Lu}/u.test(cell);
  return words.filter((word) => /\p{L}{2}/u.test(word) && !(isWritten && word.length < 4 && /^\p{Ll}+$/u.test(word)));
}
