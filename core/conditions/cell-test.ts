/** One test of a condition against one cell (REPLAY.md, conditions). */
import { readNumber, readYesNo } from '../history/cell.ts';
import type { ColumnKind } from '../history/history.ts';
import type { Operator, Scalar } from '../rule-set/rule-set.ts';
import { foldText, holdsWords, wordsOf } from '../text.ts';
import { readInstant } from '../time/instant.ts';

/** Whether a cell passes; `null` is a missing cell. */
export type CellTest = (cell: string | null) => boolean;

/** `value` has the form that `parseRuleSet` demands of the operator. Dates without an offset are read in `timeZone`. */
export function cellTest(
  op: Operator,
  value: Scalar | readonly Scalar[] | undefined,
  kind: ColumnKind,
  timeZone: string,
): CellTest {
  const values = value === undefined ? [] : Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar];
  switch (op) {
    case 'exists':
      return (cell) => cell !== null;
    case 'missing':
      return (cell) => cell === null;
    case 'is':
      return present(isTest(values, kind, timeZone));
    case 'isNot':
      return negated(present(isTest(values, kind, timeZone)));
    case 'contains':
      return present(textTest(values, kind, (text, part) => text.includes(part)));
    case 'notContains':
      return negated(present(textTest(values, kind, (text, part) => text.includes(part))));
    case 'startsWith':
      return present(textTest(values, kind, (text, part) => text.startsWith(part)));
    case 'endsWith':
      return present(textTest(values, kind, (text, part) => text.endsWith(part)));
    case 'hasWord': {
      const wanted = values.map((one) => wordsOf(foldText(scalarText(one))));
      return present((cell) => {
        const words = wordsOf(comparableText(cell, kind));
        return wanted.some((one) => holdsWords(words, one));
      });
    }
    case 'lt':
      return present(numberTest((number) => number < asNumber(values[0])));
    case 'lte':
      return present(numberTest((number) => number <= asNumber(values[0])));
    case 'gt':
      return present(numberTest((number) => number > asNumber(values[0])));
    case 'gte':
      return present(numberTest((number) => number >= asNumber(values[0])));
    case 'between':
      return present(numberTest((number) => number >= asNumber(values[0]) && number <= asNumber(values[1])));
    case 'before':
      return present(instantTest(values[0], timeZone, (atMs, limitMs) => atMs < limitMs));
    case 'onOrAfter':
      return present(instantTest(values[0], timeZone, (atMs, limitMs) => atMs >= limitMs));
  }
}

/**
 * What text operators and `distinctBy` compare: a number as its shortest text, yes/no as such, all of it folded. A cell
 * that does not read in its column's kind (an import may overrule the kind) is compared as it stands.
 */
export function comparableText(cell: string, kind: ColumnKind): string {
  const number = kind === 'number' ? readNumber(cell) : null;
  if (number !== null) return numberText(number);
  const answer = kind === 'yes/no' ? readYesNo(cell) : null;
  return answer ?? foldText(cell);
}

const present =
  (test: (cell: string) => boolean): CellTest =>
  (cell) =>
    cell !== null && test(cell);
const negated =
  (test: CellTest): CellTest =>
  (cell) =>
    !test(cell);

function textTest(values: readonly Scalar[], kind: ColumnKind, holds: (text: string, value: string) => boolean) {
  const folded = values.map((value) => foldText(scalarText(value)));
  return (cell: string): boolean => {
    const text = comparableText(cell, kind);
    return folded.some((value) => holds(text, value));
  };
}

function isTest(values: readonly Scalar[], kind: ColumnKind, timeZone: string): (cell: string) => boolean {
  const tests = values.map((value) => isOneTest(value, kind, timeZone));
  return (cell) => tests.some((test) => test(cell));
}

/** Compared in the column's kind where both sides can be read in it, as text otherwise. */
function isOneTest(value: Scalar, kind: ColumnKind, timeZone: string): (cell: string) => boolean {
  const text = scalarText(value).trim();
  const asText = textTest([value], kind, (left, right) => left === right);
  const bothRead = (read: (cell: string) => string | number | null) => {
    const wanted = read(text);
    return (cell: string): boolean => {
      const found = wanted === null ? null : read(cell);
      return found === null ? asText(cell) : found === wanted;
    };
  };
  if (kind === 'number') return bothRead(readNumber);
  if (kind === 'yes/no') return bothRead(readYesNo);
  if (kind === 'date') return bothRead((cell) => readInstant(cell, timeZone));
  return asText;
}

const numberTest =
  (holds: (number: number) => boolean) =>
  (cell: string): boolean => {
    const number = readNumber(cell);
    return number !== null && holds(number);
  };

function instantTest(value: Scalar | undefined, timeZone: string, holds: (atMs: number, limitMs: number) => boolean) {
  const limitMs = readInstant(String(value).trim(), timeZone);
  return (cell: string): boolean => {
    const atMs = readInstant(cell, timeZone);
    return atMs !== null && limitMs !== null && holds(atMs, limitMs);
  };
}

const asNumber = (value: Scalar | undefined): number => Number(value);
/** The shortest text that reads back the same; −0 is 0. */
const numberText = (number: number): string => String(number === 0 ? 0 : number);

function scalarText(value: Scalar): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? numberText(value) : value;
}
