import { readNumber, readYesNo } from '../history/cell.ts';
import type { ActivityFilter, Condition, Operator, Scalar, Subject, Test } from '../rule-set/rule-set.ts';
import { foldText, trimText, wordsOf } from '../text.ts';
import { readInstant } from '../time/instant.ts';
import type { ActivityRow, Cell, Cells } from './lead-rows.ts';

/** REPLAY.md "Conditions": whether a condition holds on the cells of a lead or of an activity. */
export function holds<S extends Subject>(condition: Condition<S> | undefined, cells: Cells, timeZone: string): boolean {
  if (condition === undefined) return true;
  if ('all' in condition) return condition.all.every((part) => holds(part, cells, timeZone));
  if ('any' in condition) return condition.any.some((part) => holds(part, cells, timeZone));
  if ('not' in condition) return !holds(condition.not, cells, timeZone);
  return testHolds(condition.op, valuesOf(condition), cells(subjectOf(condition)), timeZone);
}

/** `on` and the entries of `ignore`: "its `type` and `if`"; types are compared as text is. */
export function matches(filter: ActivityFilter, activity: ActivityRow, timeZone: string): boolean {
  const type = activity.property('type');
  const typeFits =
    filter.type === undefined || (type !== null && filter.type.some((name) => foldText(name) === foldText(type.text)));
  return typeFits && holds(filter.if, activity.property, timeZone);
}

/**
 * The number that bands, counters and `lt` … `between` read; null where there is none. No yes/no or date reads as a
 * number, so the kind matters only where the import overruled it; a cell that its kind cannot read counts as text then.
 */
export const numberOf = (cell: Cell | null): number | null => (cell === null ? null : readNumber(cell.text));

/** What text operators and `distinctBy` compare, folded; null where the value is missing. */
export function foldedTextOf(cell: Cell | null): string | null {
  if (cell === null) return null;
  if (cell.kind === 'number') return foldText(String(readNumber(cell.text) ?? cell.text));
  if (cell.kind === 'yes/no') return foldText(readYesNo(cell.text) ?? cell.text);
  return foldText(cell.text);
}

const subjectOf = <S extends Subject>(test: Test<S>): string =>
  'attribute' in test ? String(test.attribute) : 'property' in test ? String(test.property) : '';

function valuesOf<S extends Subject>(test: Test<S>): readonly Scalar[] {
  const value: Scalar | readonly Scalar[] | undefined = test.value;
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [value];
}

function testHolds(op: Operator, values: readonly Scalar[], cell: Cell | null, timeZone: string): boolean {
  switch (op) {
    case 'exists':
      return cell !== null;
    case 'missing':
      return cell === null;
    case 'is':
      return cell !== null && values.some((value) => equals(cell, value, timeZone));
    case 'isNot':
      return !testHolds('is', values, cell, timeZone);
    case 'contains':
      return textHolds(cell, values, (text, part) => text.includes(part));
    case 'notContains':
      return !testHolds('contains', values, cell, timeZone);
    case 'startsWith':
      return textHolds(cell, values, (text, part) => text.startsWith(part));
    case 'endsWith':
      return textHolds(cell, values, (text, part) => text.endsWith(part));
    case 'hasWord':
      return textHolds(cell, values, hasWords);
    case 'lt':
      return numberHolds(cell, values, (number, [value]) => number < value);
    case 'lte':
      return numberHolds(cell, values, (number, [value]) => number <= value);
    case 'gt':
      return numberHolds(cell, values, (number, [value]) => number > value);
    case 'gte':
      return numberHolds(cell, values, (number, [value]) => number >= value);
    case 'between':
      return numberHolds(cell, values, (number, [low, high]) => low <= number && number <= high);
    case 'before':
      return dateHolds(cell, values, timeZone, (atMs, valueMs) => atMs < valueMs);
    case 'onOrAfter':
      return dateHolds(cell, values, timeZone, (atMs, valueMs) => atMs >= valueMs);
  }
}

/** `is`: in the column's kind where cell and value can both be read in it, else as text. */
function equals(cell: Cell, value: Scalar, timeZone: string): boolean {
  const ofCell = inKind(cell, cell.text, timeZone);
  const ofValue = inKind(cell, value, timeZone);
  if (ofCell !== null && ofValue !== null) return ofCell === ofValue;
  return foldedTextOf(cell) === foldText(textOfValue(value));
}

function inKind(cell: Cell, value: Scalar, timeZone: string): number | string | null {
  switch (cell.kind) {
    case 'number':
      return numberOfValue(value);
    case 'yes/no':
      if (typeof value === 'boolean') return value ? 'yes' : 'no';
      return typeof value === 'string' ? readYesNo(trimText(value)) : null;
    case 'date':
      return typeof value === 'string' ? readInstant(trimText(value), timeZone) : null;
    case 'text':
      return null;
  }
}

function textOfValue(value: Scalar): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

function numberOfValue(value: Scalar | undefined): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? readNumber(trimText(value)) : null;
}

function textHolds(
  cell: Cell | null,
  values: readonly Scalar[],
  relation: (text: string, value: string) => boolean,
): boolean {
  const text = foldedTextOf(cell);
  return text !== null && values.some((value) => relation(text, foldText(textOfValue(value))));
}

/** The words of the value stand in the text "as whole, consecutive words". */
function hasWords(text: string, value: string): boolean {
  const words = wordsOf(text);
  const wanted = wordsOf(value);
  return words.some((_word, first) => wanted.every((word, index) => words[first + index] === word));
}

function numberHolds(
  cell: Cell | null,
  values: readonly Scalar[],
  relation: (number: number, values: readonly [number, number]) => boolean,
): boolean {
  const number = numberOf(cell);
  const first = numberOfValue(values[0]);
  const second = values.length > 1 ? numberOfValue(values[1]) : first;
  return number !== null && first !== null && second !== null && relation(number, [first, second]);
}

function dateHolds(
  cell: Cell | null,
  values: readonly Scalar[],
  timeZone: string,
  relation: (atMs: number, valueMs: number) => boolean,
): boolean {
  const atMs = cell === null ? null : readInstant(cell.text, timeZone);
  const valueMs = typeof values[0] === 'string' ? readInstant(trimText(values[0]), timeZone) : null;
  return atMs !== null && valueMs !== null && relation(atMs, valueMs);
}
