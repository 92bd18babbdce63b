import { cellMask } from '../conditions/cell-mask.ts';
import { comparableText } from '../conditions/cell-test.ts';
import type { Table } from '../conditions/table.ts';
import { readNumber } from '../history/cell.ts';
import { type Column, MISSING } from '../history/history.ts';
import { proposedCutPoints } from '../profile/cut-points.ts';
import { roundNumber } from '../profile/round-cut.ts';
import { emailDomain } from '../quality/email-kind.ts';
import type { Condition, Operator } from '../rule-set/rule-set.ts';
import { foldText, wordsOf } from '../text.ts';
import { type Atom, atomGroups } from './atom-groups.ts';
import { type ChoosingLeads, eitherOf, type Feature, leastLeads } from './feature.ts';

/** Beyond so many frequent values or words the most frequent are looked at. */
const MOST_ATOMS = 60;

/**
 * What rules could ask of one attribute: values, words, domains of addresses, bands of numbers, and that it is missing. Without
 * `hasWords` no words: those of names say who a lead is, not what it is like.
 */
export function attributeFeatures(
  column: Column,
  chosen: ChoosingLeads,
  table: Table,
  hasWords: boolean,
): readonly Feature[] {
  const leads = leadsByEntry(column, chosen);
  const featureOf = (name: string, condition: Condition<'attribute'>, ask?: Feature['asks']): Feature => ({
    key: JSON.stringify([column.name, ask ?? condition]),
    name,
    asks: ask ?? { kind: 'attribute', attribute: column.name, if: condition },
    rows: rowsWhere(cellMask(condition, column, table), column, chosen),
  });
  const missing = featureOf(`${column.name} is missing`, { attribute: column.name, op: 'missing' });
  switch (column.kind) {
    case 'number':
      return [missing, ...bandFeatures(column, leads, featureOf)];
    case 'date':
      return [];
    default:
      return [missing, ...textFeatures(column, chosen, leads, featureOf, hasWords)];
  }
}

type FeatureOf = (name: string, condition: Condition<'attribute'>, ask?: Feature['asks']) => Feature;

/** Every run of neighbouring bands. */
function bandFeatures(column: Column, leads: EntryLeads, featureOf: FeatureOf): readonly Feature[] {
  const cuts = proposedCutPoints(observedByValue(column, leads), roundNumber);
  const ends = [undefined, ...cuts, undefined];
  const features: Feature[] = [];
  for (let first = 0; first < ends.length - 1; first += 1) {
    for (let last = first + 1; last < ends.length; last += 1) {
      const from = ends[first];
      const to = ends[last];
      if (from === undefined && to === undefined) continue;
      const attribute = column.name;
      const least: Condition<'attribute'> | null = from === undefined ? null : { attribute, op: 'gte', value: from };
      const most: Condition<'attribute'> | null = to === undefined ? null : { attribute, op: 'lt', value: to };
      const band = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
      features.push(
        featureOf(
          bandName(attribute, from, to),
          { all: [least, most].filter((one) => one !== null) },
          { kind: 'bands', attribute, band },
        ),
      );
    }
  }
  return features;
}

function observedByValue({ cells }: Column, { leads }: EntryLeads) {
  const observed = new Map<number, number>();
  cells.forEach((cell, code) => {
    const value = readNumber(cell);
    if (value !== null) observed.set(value, (observed.get(value) ?? 0) + (leads[code + 1] ?? 0));
  });
  return [...observed]
    .map(([value, count]) => ({ value, observed: count }))
    .sort((one, other) => one.value - other.value);
}

function bandName(attribute: string, from: number | undefined, to: number | undefined): string {
  if (from === undefined) return `${attribute} below ${to}`;
  return to === undefined ? `${attribute} from ${from}` : `${attribute} from ${from} to below ${to}`;
}

function textFeatures(
  column: Column,
  chosen: ChoosingLeads,
  leads: EntryLeads,
  featureOf: FeatureOf,
  hasWords: boolean,
): readonly Feature[] {
  const all = { leads: chosen.leads.length, converted: chosen.converted.reduce((sum, one) => sum + one, 0) };
  const attribute = column.name;
  const ofAtoms = (textsOf: (cell: string) => readonly string[], op: Operator, words: string): readonly Feature[] => {
    const atoms = frequentAtoms(column, leads, textsOf, leastLeads(all.leads));
    const sets = [...atoms.map(({ text }) => [text]), ...atomGroups(atoms, all)];
    return sets.map((texts) => {
      const spelled = texts.map((text) => spelling(text, column, leads, textsOf));
      const value = spelled.length === 1 ? (spelled[0] ?? '') : spelled;
      return featureOf(`${attribute} ${words} ${eitherOf(spelled)}`, { attribute, op, value });
    });
  };
  if (isAddress(column)) return ofAtoms(domainOf, 'endsWith', 'ends with');
  return [
    ...ofAtoms((cell) => [comparableText(cell, column.kind)], 'is', 'is'),
    ...(column.kind === 'text' && hasWords ? ofAtoms(lettersOf, 'hasWord', 'has the word') : []),
  ];
}

const domainOf = (cell: string): readonly string[] => {
  const domain = emailDomain(cell);
  return domain === null ? [] : [`@${foldText(domain)}`];
};

/** Words of a text of several: those with two letters in a row, without the small ones between (of, und, di). */
const lettersOf = (cell: string): readonly string[] => {
  const words = wordsOf(cell);
  if (words.length < 2) return words.map(foldText);
  const isWritten = /\p{Lu}/u.test(cell);
  return words
    .filter((word) => /\p{L}{2}/u.test(word) && !(isWritten && word.length < 4 && /^\p{Ll}+$/u.test(word)))
    .map(foldText);
};

/** Most of the column's first cells are e-mail addresses. */
function isAddress({ kind, cells }: Column): boolean {
  const some = cells.slice(0, 200);
  return kind === 'text' && 2 * some.filter((cell) => emailDomain(cell) !== null).length > some.length;
}

/** Leads to choose on by cell of a column. Entry 0: missing; c + 1: the cell c. */
interface EntryLeads {
  readonly leads: Int32Array;
  readonly converted: Int32Array;
}

function leadsByEntry({ cells, codes }: Column, chosen: ChoosingLeads): EntryLeads {
  const counts = { leads: new Int32Array(cells.length + 1), converted: new Int32Array(cells.length + 1) };
  chosen.leads.forEach((lead, place) => {
    const entry = (codes[lead] ?? MISSING) + 1;
    counts.leads[entry] = (counts.leads[entry] ?? 0) + 1;
    counts.converted[entry] = (counts.converted[entry] ?? 0) + (chosen.converted[place] ?? 0);
  });
  return counts;
}

/** Each once a cell; in the order of their texts. */
function frequentAtoms(
  { cells }: Column,
  { leads, converted }: EntryLeads,
  textsOf: (cell: string) => readonly string[],
  least: number,
): readonly Atom[] {
  const byText = new Map<string, { text: string; leads: number; converted: number }>();
  cells.forEach((cell, code) => {
    const count = leads[code + 1] ?? 0;
    if (count === 0) return;
    for (const text of new Set(textsOf(cell))) {
      const atom = byText.get(text) ?? { text, leads: 0, converted: 0 };
      atom.leads += count;
      atom.converted += converted[code + 1] ?? 0;
      byText.set(text, atom);
    }
  });
  return [...byText.values()]
    .filter((atom) => atom.leads >= least)
    .sort((left, right) => right.leads - left.leads || (left.text < right.text ? -1 : 1))
    .slice(0, MOST_ATOMS)
    .sort((left, right) => (left.text < right.text ? -1 : 1));
}

/** As most leads have a whole cell of that text; a word or a domain stays folded. */
function spelling(
  text: string,
  column: Column,
  { leads }: EntryLeads,
  textsOf: (cell: string) => readonly string[],
): string {
  let best: { readonly cell: string; readonly leads: number } | null = null;
  for (const [code, cell] of column.cells.entries()) {
    const count = leads[code + 1] ?? 0;
    if (count === 0 || foldText(cell) !== text || !textsOf(cell).includes(text)) continue;
    if (best === null || count > best.leads || (count === best.leads && cell < best.cell))
      best = { cell, leads: count };
  }
  return best?.cell ?? text;
}

function rowsWhere(mask: Uint8Array, { codes }: Column, { leads }: ChoosingLeads): Int32Array {
  const rows: number[] = [];
  for (let place = 0; place < leads.length; place += 1) {
    if (mask[(codes[leads[place] ?? 0] ?? MISSING) + 1] === 1) rows.push(place);
  }
  return Int32Array.from(rows);
}
