import { comparableText } from '../conditions/cell-test.ts';
import { conditionMask } from '../conditions/row-mask.ts';
import { activityTable } from '../conditions/table.ts';
import { type Column, type History, MISSING } from '../history/history.ts';
import type { ActivityFilter, Condition } from '../rule-set/rule-set.ts';
import { foldText } from '../text.ts';
import { brief, type ChoosingLeads, type Feature, leastLeads } from './feature.ts';

/** How often is asked for; a card may add up several, so that more is never worth less. */
const TIMES = [1, 2, 3, 5, 10] as const;
/** A property with more distinct values than so many is read by the parts of its paths, or not at all. */
const MOST_VALUES = 40;
const MOST_ATOMS = 60;

/** 1: the activity counts for no rule, as one of the filters takes it. */
export function ignoredActivities(history: History, ignore: readonly ActivityFilter[]): Uint8Array {
  const table = activityTable(history);
  const ignored = new Uint8Array(history.activities.count);
  for (const filter of ignore) {
    const conditions: Condition<'property'>[] = filter.if === undefined ? [] : [filter.if];
    if (filter.type !== undefined) conditions.push({ property: 'type', op: 'is', value: filter.type });
    conditionMask({ all: conditions }, table).forEach((passes, row) => {
      if (passes === 1) ignored[row] = 1;
    });
  }
  return ignored;
}

/** What rules could ask of one type of activity: how often it came before the horizon, at all or with one value of a property. */
export function behaviourFeatures(
  history: History,
  type: string,
  chosen: ChoosingLeads,
  ignored: Uint8Array,
): readonly Feature[] {
  const seen = seenActivities(history, type, chosen, ignored);
  const features = timesFeatures(type, type, { type: [type] }, seen.place, chosen.leads.length);
  const least = leastLeads(chosen.leads.length);
  for (const property of history.activities.properties) {
    for (const { name, condition, mask } of partsOf(property, seen, least)) {
      const places = seen.place.filter((_, index) => mask[(property.codes[seen.row[index] ?? 0] ?? MISSING) + 1] === 1);
      features.push(
        ...timesFeatures(type, `${type} with ${name}`, { type: [type], if: condition }, places, chosen.leads.length),
      );
    }
  }
  return features;
}

/** Activities of the type that the leads to choose on had before their horizon: the lead's place, and the activity's row. */
interface SeenActivities {
  readonly place: Int32Array;
  readonly row: Int32Array;
}

function seenActivities(
  { activities }: History,
  type: string,
  { leads, horizonMs }: ChoosingLeads,
  ignored: Uint8Array,
): SeenActivities {
  const wanted = foldText(type);
  const isType = activities.type.cells.map((cell) => foldText(cell) === wanted);
  const place: number[] = [];
  const row: number[] = [];
  for (let index = 0; index < leads.length; index += 1) {
    const lead = leads[index] ?? 0;
    const end = activities.offsets[lead + 1] ?? 0;
    for (let at = activities.offsets[lead] ?? 0; at < end; at += 1) {
      if ((activities.atMs[at] ?? 0) >= (horizonMs[index] ?? 0)) break;
      if (isType[activities.type.codes[at] ?? MISSING] !== true || ignored[at] === 1) continue;
      place.push(index);
      row.push(at);
    }
  }
  return { place: Int32Array.from(place), row: Int32Array.from(row) };
}

/** `places`: one entry an activity, ascending. */
function timesFeatures(type: string, name: string, on: ActivityFilter, places: Int32Array, leads: number): Feature[] {
  const times = new Int32Array(leads);
  for (const place of places) times[place] = (times[place] ?? 0) + 1;
  return TIMES.map((every) => {
    const rows: number[] = [];
    for (let place = 0; place < leads; place += 1) if ((times[place] ?? 0) >= every) rows.push(place);
    return {
      key: JSON.stringify(['activity', on, every]),
      name: every === 1 ? `${name}, at least once` : `${name}, at least ${every} times`,
      asks: { kind: 'activity', type, on, every },
      rows: Int32Array.from(rows),
    };
  });
}

interface PropertyPart {
  readonly name: string;
  readonly condition: Condition<'property'>;
  /** By cell: entry 0 missing, c + 1 the cell c. */
  readonly mask: Uint8Array;
}

/** Values that enough leads have; of addresses of pages the parts of their paths. In the order of their texts. */
function partsOf(property: Column, { place, row }: SeenActivities, least: number): readonly PropertyPart[] {
  if (property.kind !== 'text' && property.kind !== 'yes/no') return [];
  const met = new Map<number, Set<number>>();
  row.forEach((at, index) => {
    const code = property.codes[at] ?? MISSING;
    if (code === MISSING) return;
    const leads = met.get(code) ?? new Set();
    met.set(code, leads.add(place[index] ?? 0));
  });
  const cells = [...met.keys()].map((code) => ({ code, folded: foldText(property.cells[code] ?? '') }));
  const isPath = isPathLike(cells.map(({ folded }) => folded));
  const codesByText = new Map<string, number[]>();
  for (const { code, folded } of cells) {
    for (const text of isPath ? pathParts(folded) : [comparableText(property.cells[code] ?? '', property.kind)]) {
      const codes = codesByText.get(text);
      if (codes === undefined) codesByText.set(text, [code]);
      else codes.push(code);
    }
  }
  if (!isPath && codesByText.size > MOST_VALUES) return [];
  const leadsOf = (codes: readonly number[]): number =>
    new Set(codes.flatMap((code) => [...(met.get(code) ?? [])])).size;
  return [...codesByText]
    .map(([text, codes]) => ({ text, codes, leads: leadsOf(codes) }))
    .filter(({ leads }) => leads >= least)
    .sort((left, right) => right.leads - left.leads || (left.text < right.text ? -1 : 1))
    .slice(0, MOST_ATOMS)
    .map(({ text, codes: own }) => {
      // `contains` finds more than the cells that the part was taken from.
      const codes = isPath ? cells.flatMap(({ code, folded }) => (folded.includes(text) ? [code] : [])) : own;
      const mask = new Uint8Array(property.cells.length + 1);
      for (const code of codes) mask[code + 1] = 1;
      const shown = isPath ? text : spellingOf(own, met, property);
      const condition = { property: property.name, op: isPath ? 'contains' : 'is', value: shown } as const;
      return { name: `${property.name} ${isPath ? 'containing ' : ''}${brief(shown)}`, condition, mask };
    });
}

function spellingOf(
  codes: readonly number[],
  met: ReadonlyMap<number, ReadonlySet<number>>,
  { cells }: Column,
): string {
  const ranked = codes
    .map((code) => ({ cell: cells[code] ?? '', leads: met.get(code)?.size ?? 0 }))
    .sort((left, right) => right.leads - left.leads || (left.cell < right.cell ? -1 : 1));
  return ranked[0]?.cell ?? '';
}

const isPathLike = (cells: readonly string[]): boolean =>
  cells.length > 0 && 2 * cells.filter((cell) => /^(?:https?:\/)?\//u.test(cell)).length > cells.length;

/** `/en/pricing?x=1` → `/en`, `/pricing`. The host of an address is no part of its path. */
function pathParts(folded: string): readonly string[] {
  const path = folded.replace(/^https?:\/\/[^/]*/u, '').replace(/[?#].*$/u, '');
  return [
    ...new Set(
      path
        .split('/')
        .filter((part) => part.length > 1)
        .map((part) => `/${part}`),
    ),
  ];
}
