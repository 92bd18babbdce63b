import { cellMask } from '../conditions/cell-mask.ts';
import type { Table } from '../conditions/table.ts';
import { readNumber } from '../history/cell.ts';
import { type Column, MISSING } from '../history/history.ts';
import { proposedCutPoints } from '../profile/cut-points.ts';
import { roundNumber } from '../profile/round-cut.ts';
import type { Condition, Test } from '../rule-set/rule-set.ts';
import { atomGroups } from './atom-groups.ts';
import { type ChoosingLeads, eitherOf, type Feature, leastLeads } from './feature.ts';
import { type AtomKind, DOMAINS, type EntryLeads, frequentAtoms, WORDS, wholeCells } from './text-atoms.ts';

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
  const isMissing = new Uint8Array(column.cells.length + 1);
  isMissing[0] = 1;
  const missing = attributeFeature(
    `${column.name} is missing`,
    { attribute: column.name, op: 'missing' },
    rowsWhere(isMissing, column, chosen),
  );
  switch (column.kind) {
    case 'number':
      return [missing, ...bandFeatures(column, chosen, leads, table)];
    case 'date':
      return [];
    default:
      return [missing, ...textFeatures(column, chosen, leads, hasWords)];
  }
}

/** Every run of neighbouring bands. */
function bandFeatures(column: Column, chosen: ChoosingLeads, leads: EntryLeads, table: Table): readonly Feature[] {
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
      const asks = { kind: 'bands', attribute, band } as const;
      features.push({
        key: JSON.stringify([attribute, asks]),
        name: bandName(attribute, from, to),
        asks,
        rows: rowsWhere(cellMask({ all: [least, most].filter((one) => one !== null) }, column, table), column, chosen),
      });
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

function textFeatures(column: Column, chosen: ChoosingLeads, leads: EntryLeads, hasWords: boolean): readonly Feature[] {
  const all = { leads: chosen.leads.length, converted: chosen.converted.reduce((sum, one) => sum + one, 0) };
  const attribute = column.name;
  const ofKind = (kind: AtomKind): readonly Feature[] => {
    const atoms = frequentAtoms(column, leads, kind, leastLeads(all.leads));
    const atomByText = new Map(atoms.map((atom) => [atom.text, atom]));
    const sets = [...atoms.map(({ text }) => [text]), ...atomGroups(atoms, all)];
    return sets.map((texts) => {
      const taken = texts.flatMap((text) => atomByText.get(text) ?? []);
      const written = taken.map((atom) => atom.written);
      const mask = new Uint8Array(column.cells.length + 1);
      for (const { codes } of taken) for (const code of codes) mask[code + 1] = 1;
      const value = written.length === 1 ? (written[0] ?? '') : written;
      return attributeFeature(
        `${attribute} ${kind.inWords} ${eitherOf(written)}`,
        { attribute, op: kind.op, value },
        rowsWhere(mask, column, chosen),
      );
    });
  };
  if (isAddress(column, leads)) return ofKind(DOMAINS);
  return [...ofKind(wholeCells(column)), ...(column.kind === 'text' && hasWords ? ofKind(WORDS) : [])];
}

const attributeFeature = (name: string, condition: Test<'attribute'>, rows: Int32Array): Feature => ({
  key: JSON.stringify([condition.attribute, condition]),
  name,
  asks: { kind: 'attribute', attribute: condition.attribute, if: condition },
  rows,
});

/** Most of its cells have an at-sign. */
function isAddress({ kind, cells }: Column, { leads }: EntryLeads): boolean {
  if (kind !== 'text') return false;
  let addresses = 0;
  let others = 0;
  cells.forEach((cell, code) => {
    if ((leads[code + 1] ?? 0) === 0) return;
    if (cell.includes('@')) addresses += 1;
    else others += 1;
  });
  return addresses > others;
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

function rowsWhere(mask: Uint8Array, { codes }: Column, { leads }: ChoosingLeads): Int32Array {
  const rows: number[] = [];
  for (let place = 0; place < leads.length; place += 1) {
    if (mask[(codes[leads[place] ?? 0] ?? MISSING) + 1] === 1) rows.push(place);
  }
  return Int32Array.from(rows);
}
