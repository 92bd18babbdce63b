/**
 * Readers of the parts of a JSON document. Each notes its faults and gives a stand-in for a faulty value (NaN, an empty
 * text, an empty list), which no later comparison objects to: one mistake makes one fault. A document with any fault is
 * refused as a whole, so no stand-in is ever seen outside.
 */
import { type FaultList, itemPath, keyPath, shown } from './rule-set-faults.ts';

/** Optional keys are undefined when absent or null. */
export interface Fields {
  readonly path: string;
  readonly faults: FaultList;
  readonly has: (key: string) => boolean;
  readonly value: (key: string) => unknown;
  readonly at: (key: string) => string;
}

export interface Range {
  readonly least: number;
  readonly most: number;
  readonly above?: number;
  readonly whole?: true;
  readonly twoDecimals?: true;
  readonly words: string;
}

const LARGEST = 1_000_000;
const LARGEST_DAYS = 36_500;
const SMALLEST_DAYS = 1 / 24;

export const POINTS: Range = {
  least: -LARGEST,
  most: LARGEST,
  twoDecimals: true,
  words: 'a number from -1,000,000 to 1,000,000 with at most two decimals',
};
export const HOURS: Range = {
  least: 0,
  most: LARGEST,
  twoDecimals: true,
  words: 'a number from 0 to 1,000,000 with at most two decimals',
};
export const TIMES: Range = { least: 1, most: LARGEST, whole: true, words: 'a whole number from 1 to 1,000,000' };
export const INACTIVITY_TIMES: Range = { least: 1, most: 1_000, whole: true, words: 'a whole number from 1 to 1,000' };
export const COUNT: Range = { least: 0, most: Number.MAX_VALUE, words: 'a number of at least 0' };
export const PERCENT: Range = { least: 0, above: 0, most: 100, words: 'a number above 0 and at most 100' };
export const DAYS: Range = {
  least: SMALLEST_DAYS,
  most: LARGEST_DAYS,
  words: 'a number of days from 1/24 (an hour) to 36,500',
};
export const DAYS_OR_NONE: Range = { least: 0, most: LARGEST_DAYS, words: 'a number of days from 0 to 36,500' };
export const ANY_NUMBER: Range = { least: -Number.MAX_VALUE, most: Number.MAX_VALUE, words: 'a number' };

/** Opens an object whose keys are all known and whose required ones are there; null (and one fault) for anything else. */
export function readObject(
  value: unknown,
  path: string,
  faults: FaultList,
  required: readonly string[],
  optional: readonly string[],
): Fields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.add(path, `This has to be an object in braces; it is ${shown(value === null ? undefined : value)}.`);
    return null;
  }
  const entries = new Map<string, unknown>(Object.entries(value));
  const known = [...required, ...optional];
  for (const key of entries.keys()) {
    if (!known.includes(key))
      faults.add(
        keyPath(path, key),
        `Accord does not know the key ${shown(key)} here. Remove it, or use one of: ${known.join(', ')}.`,
      );
  }
  const given = (key: string): unknown => entries.get(key) ?? undefined;
  for (const key of required) {
    if (given(key) === undefined) faults.add(keyPath(path, key), `The key "${key}" is missing here; add it.`);
  }
  return { path, faults, has: (key) => given(key) !== undefined, value: given, at: (key) => keyPath(path, key) };
}

/** A required key that is absent was told by `readObject`: it reads as the empty text. */
export function textField(fields: Fields, key: string): string {
  return fields.has(key) ? readText(fields.value(key), fields.at(key), fields.faults) : '';
}

/** A text that names something, so an empty one is refused. */
export function nameField(fields: Fields, key: string): string {
  return fields.has(key) ? readName(fields.value(key), fields.at(key), fields.faults) : '';
}

export function numberField(fields: Fields, key: string, range: Range): number {
  return fields.has(key) ? readNumber(fields.value(key), fields.at(key), fields.faults, range) : Number.NaN;
}

export function flagField(fields: Fields, key: string, otherwise: boolean): boolean {
  const value = fields.value(key);
  if (value === undefined) return otherwise;
  if (typeof value === 'boolean') return value;
  fields.faults.add(fields.at(key), `This has to be true or false (without quotation marks); it is ${shown(value)}.`);
  return otherwise;
}

export function choiceField<T extends string>(fields: Fields, key: string, choices: readonly T[]): T | undefined {
  if (!fields.has(key)) return undefined;
  return readChoice(fields.value(key), fields.at(key), fields.faults, choices);
}

/** An absent list reads as empty; a list that is there must hold something unless `mayBeEmpty`. */
export function listField<T>(
  fields: Fields,
  key: string,
  mayBeEmpty: boolean,
  readItem: (value: unknown, path: string) => T,
): readonly T[] {
  return fields.has(key) ? readList(fields.value(key), fields.at(key), fields.faults, mayBeEmpty, readItem) : [];
}

export function readText(value: unknown, path: string, faults: FaultList): string {
  if (typeof value === 'string') return value;
  faults.add(path, `This has to be a text in quotation marks; it is ${shown(value)}.`);
  return '';
}

export function readName(value: unknown, path: string, faults: FaultList): string {
  const text = readText(value, path, faults);
  if (typeof value === 'string' && text.trim() === '') faults.add(path, 'This text is empty; write a name.');
  return text;
}

export function readNumber(value: unknown, path: string, faults: FaultList, range: Range): number {
  // Adding 0 turns -0 into 0, which JSON cannot tell apart either.
  if (typeof value === 'number' && isWithin(value, range)) return value + 0;
  faults.add(path, `This has to be ${range.words}; it is ${shown(value)}.`);
  return Number.NaN;
}

export function readChoice<T extends string>(
  value: unknown,
  path: string,
  faults: FaultList,
  choices: readonly T[],
): T | undefined {
  const choice = choices.find((one) => one === value);
  if (choice === undefined) faults.add(path, `This has to be one of: ${choices.join(', ')}; it is ${shown(value)}.`);
  return choice;
}

export function readList<T>(
  value: unknown,
  path: string,
  faults: FaultList,
  mayBeEmpty: boolean,
  readItem: (value: unknown, path: string) => T,
): readonly T[] {
  if (!Array.isArray(value)) {
    faults.add(path, `This has to be a list in square brackets; it is ${shown(value)}.`);
    return [];
  }
  const items: readonly unknown[] = value;
  if (items.length === 0 && !mayBeEmpty)
    faults.add(path, 'This list is empty; put at least one entry into it, or remove the key where it is optional.');
  return items.map((item, index) => readItem(item, itemPath(path, index)));
}

/** Notes each id that an earlier item of the same list has. */
export function refuseRepeatedIds(
  items: readonly { readonly id: string }[],
  path: string,
  what: string,
  faults: FaultList,
): void {
  const firstIndexById = new Map<string, number>();
  for (const [index, { id }] of items.entries()) {
    const first = firstIndexById.get(id);
    if (first === undefined) firstIndexById.set(id, index);
    else if (id !== '')
      faults.add(
        keyPath(itemPath(path, index), 'id'),
        `The ${what} ${itemPath(path, first)} has the id ${shown(id)} already; give this one another.`,
      );
  }
}

function isWithin(value: number, range: Range): boolean {
  if (!Number.isFinite(value) || value < range.least || value > range.most) return false;
  if (range.above !== undefined && value <= range.above) return false;
  if (range.whole && !Number.isInteger(value)) return false;
  return !range.twoDecimals || Number(value.toFixed(2)) === value;
}
