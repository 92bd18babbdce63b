/** Which behaviours of a history are profiled: every type of activity, and the property values that a type has often. */
import { comparableText } from '../conditions/cell-test.ts';
import { type Column, MISSING } from '../history/history.ts';
import { endsOfKnownRows } from './counted-rows.ts';
import type { ProfileData } from './profile-data.ts';

const MOST_TYPES = 200;
/** Of a property, over all types: what is looked at, most rows first. */
const MOST_CANDIDATES = 200;
/** Of a property within one type; of a number none at all where it has more. A date is no value that people do again. */
const MOST_VALUES = 20;

export interface Behaviour {
  readonly activity: string;
  readonly property: string | null;
  readonly propertyValue: string | null;
}

export interface Behaviours {
  readonly list: readonly Behaviour[];
  /** By lead, the end of the rows that count. */
  readonly ends: Int32Array;
  /** By code of the type: the behaviour that an activity of it is, −1 for none. */
  readonly ofType: Int32Array;
  /** By property: the behaviour of an activity, at `ofType · width + number of the cell`, −1 for none. */
  readonly properties: readonly PropertyBehaviours[];
}

export interface PropertyBehaviours {
  readonly codes: Int32Array;
  /** Code → its number among the values looked at, −1 for none. */
  readonly numberOf: Int32Array;
  readonly width: number;
  readonly behaviour: Int32Array;
}

interface Words {
  /** As most rows spell them. */
  readonly texts: readonly string[];
  /** Code → index in `texts`, −1 where it is not among them. */
  readonly indexOf: Int32Array;
  /** Distinct texts that occur at all. */
  readonly distinct: number;
}

/** In the order of the types by their text, then of the properties, then of the values by theirs. */
export function behavioursOf(data: ProfileData): Behaviours {
  const ends = endsOfKnownRows(data);
  const { type, properties } = data.history.activities;
  const rows = rowsOf(data, ends);
  const types = wordsOf(type, rows, MOST_TYPES);
  const list: Behaviour[] = types.texts.map((activity) => ({ activity, property: null, propertyValue: null }));
  const rowsOfType = new Int32Array(types.texts.length);
  for (const row of rows) {
    const one = types.indexOf[type.codes[row] ?? MISSING] ?? -1;
    if (one >= 0) rowsOfType[one] = (rowsOfType[one] ?? 0) + 1;
  }
  const tables = properties.flatMap((column): readonly PropertyBehaviours[] => {
    if (column.kind === 'date') return [];
    const words = wordsOf(column, rows, MOST_CANDIDATES);
    const width = words.texts.length;
    if (width === 0 || (column.kind === 'number' && words.distinct > MOST_VALUES)) return [];
    const counts = new Int32Array(rowsOfType.length * width);
    for (const row of rows) {
      const one = types.indexOf[type.codes[row] ?? MISSING] ?? -1;
      const value = words.indexOf[column.codes[row] ?? MISSING] ?? -1;
      if (one >= 0 && value >= 0) counts[one * width + value] = (counts[one * width + value] ?? 0) + 1;
    }
    const behaviour = new Int32Array(counts.length).fill(-1);
    types.texts.forEach((activity, one) => {
      for (const value of mostFrequent(counts.subarray(one * width, (one + 1) * width), rowsOfType[one] ?? 0)) {
        behaviour[one * width + value] = list.length;
        list.push({ activity, property: column.name, propertyValue: words.texts[value] ?? '' });
      }
    });
    return [{ codes: column.codes, numberOf: words.indexOf, width, behaviour }];
  });
  return { list, ends, ofType: types.indexOf, properties: tables };
}

function rowsOf({ history }: ProfileData, ends: Int32Array): Int32Array {
  const { offsets } = history.activities;
  let count = 0;
  for (let lead = 0; lead < ends.length; lead += 1) count += (ends[lead] ?? 0) - (offsets[lead] ?? 0);
  const rows = new Int32Array(count);
  let place = 0;
  for (let lead = 0; lead < ends.length; lead += 1) {
    const end = ends[lead] ?? 0;
    for (let row = offsets[lead] ?? 0; row < end; row += 1) {
      rows[place] = row;
      place += 1;
    }
  }
  return rows;
}

/** The texts with the most rows, as conditions compare texts; ordered by themselves, so that no order of rows shows. */
function wordsOf({ cells, codes, kind }: Column, rows: Int32Array, most: number): Words {
  const rowsOfCode = new Int32Array(cells.length);
  for (const row of rows) {
    const code = codes[row] ?? MISSING;
    if (code !== MISSING) rowsOfCode[code] = (rowsOfCode[code] ?? 0) + 1;
  }
  const byText = new Map<string, { rows: number; codes: number[] }>();
  cells.forEach((cell, code) => {
    const held = rowsOfCode[code] ?? 0;
    if (held === 0) return;
    const text = comparableText(cell, kind);
    const found = byText.get(text);
    if (found === undefined) byText.set(text, { rows: held, codes: [code] });
    else {
      found.rows += held;
      found.codes.push(code);
    }
  });
  const kept = [...byText]
    .map(([text, found]) => ({ text, ...found }))
    .sort((left, right) => right.rows - left.rows || (left.text < right.text ? -1 : 1))
    .slice(0, most)
    .sort((left, right) => (left.text < right.text ? -1 : 1));
  const indexOf = new Int32Array(cells.length).fill(-1);
  kept.forEach((one, index) => {
    for (const code of one.codes) indexOf[code] = index;
  });
  const spelling = (some: readonly number[]): string => {
    const best = some.reduce((left, right) => {
      const more = (rowsOfCode[right] ?? 0) - (rowsOfCode[left] ?? 0);
      return more > 0 || (more === 0 && (cells[right] ?? '') < (cells[left] ?? '')) ? right : left;
    });
    return cells[best] ?? '';
  };
  return { texts: kept.map((one) => spelling(one.codes)), indexOf, distinct: byText.size };
}

/** Indexes of at most 20 values, in their order; a value that every activity of the type has says nothing that the type does not. */
function mostFrequent(counts: Int32Array, ofType: number): readonly number[] {
  return Array.from(counts, (rows, value) => ({ rows, value }))
    .filter(({ rows }) => rows > 0 && rows < ofType)
    .sort((left, right) => right.rows - left.rows || left.value - right.value)
    .slice(0, MOST_VALUES)
    .map(({ value }) => value)
    .sort((left, right) => left - right);
}
