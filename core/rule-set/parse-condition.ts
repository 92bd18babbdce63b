import { wordsOf } from '../text.ts';
import { readInstant } from '../time/instant.ts';
import { ANY_NUMBER, nameField, readChoice, readList, readNumber, readObject } from './document-reader.ts';
import { type Condition, OPERATORS, type Operator, type Scalar, type Subject, type Test } from './rule-set.ts';
import { type FaultList, itemPath, keyPath, shown } from './rule-set-faults.ts';

/** Deeper than anybody reads, and shallow enough for every engine to recurse. */
const DEEPEST = 64;
const JOINS = ['all', 'any', 'not'] as const;

/** A condition on leads (`attribute`) or on activities (`property`); undefined where it is faulty. */
export function parseCondition<S extends Subject>(
  value: unknown,
  path: string,
  faults: FaultList,
  subject: S,
  depth = 1,
): Condition<S> | undefined {
  if (depth > DEEPEST) {
    faults.add(
      path,
      `Conditions are nested more than ${DEEPEST} deep here; write this one with fewer levels of all, any and not.`,
    );
    return undefined;
  }
  const join = typeof value === 'object' && value !== null ? JOINS.find((key) => Object.hasOwn(value, key)) : undefined;
  if (join === undefined) return parseTest(value, path, faults, subject);
  const fields = readObject(value, path, faults, [join], []);
  if (fields === null || !fields.has(join)) return undefined;
  const inner = (one: unknown, onePath: string) => parseCondition(one, onePath, faults, subject, depth + 1);
  if (join === 'not') {
    const negated = inner(fields.value('not'), fields.at('not'));
    return negated === undefined ? undefined : { not: negated };
  }
  const joined = readList(fields.value(join), fields.at(join), faults, true, inner).filter((one) => one !== undefined);
  return join === 'all' ? { all: joined } : { any: joined };
}

function parseTest<S extends Subject>(
  value: unknown,
  path: string,
  faults: FaultList,
  subject: S,
): Condition<S> | undefined {
  const other = subject === 'attribute' ? 'property' : 'attribute';
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, other) && !Object.hasOwn(value, subject)) {
    faults.add(
      keyPath(path, other),
      subject === 'attribute'
        ? 'This condition reads the lead, so it names an "attribute", not a "property". Conditions on activities stand in "on".'
        : 'This condition reads the activity, so it names a "property", not an "attribute". Conditions on the lead stand in the rule\'s own "if".',
    );
    return undefined;
  }
  const fields = readObject(value, path, faults, [subject, 'op'], ['value']);
  if (fields === null) return undefined;
  const name = nameField(fields, subject);
  const op = fields.has('op') ? readChoice(fields.value('op'), fields.at('op'), faults, OPERATORS) : undefined;
  if (op === undefined) return undefined;
  if (op === 'exists' || op === 'missing') return test(subject, name, op);
  if (!fields.has('value')) {
    faults.add(fields.at('value'), `The operator "${op}" needs a value; add the key "value".`);
    return undefined;
  }
  return test(subject, name, op, readOperand(fields.value('value'), fields.at('value'), faults, op));
}

function test<S extends Subject>(subject: S, name: string, op: Operator, value?: Scalar | readonly Scalar[]): Test<S> {
  const named = { [subject]: name } as { readonly [K in S]: string };
  return value === undefined ? { ...named, op } : { ...named, op, value };
}

function readOperand(
  value: unknown,
  path: string,
  faults: FaultList,
  op: Exclude<Operator, 'exists' | 'missing'>,
): Scalar | readonly Scalar[] {
  switch (op) {
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return readNumber(value, path, faults, ANY_NUMBER);
    case 'between':
      return readBetween(value, path, faults);
    case 'before':
    case 'onOrAfter':
      return readDate(value, path, faults);
    default:
      if (!Array.isArray(value)) return readComparand(value, path, faults, op);
      return readList(value, path, faults, false, (item, at) => readComparand(item, at, faults, op));
  }
}

function readBetween(value: unknown, path: string, faults: FaultList): readonly number[] {
  if (!Array.isArray(value) || value.length !== 2) {
    faults.add(path, `"between" takes a list of two numbers, [lowest, highest]; this is ${shown(value)}.`);
    return [];
  }
  const ends: readonly unknown[] = value;
  const [low = Number.NaN, high = Number.NaN] = ends.map((end, index) =>
    readNumber(end, itemPath(path, index), faults, ANY_NUMBER),
  );
  if (low > high) faults.add(path, `The first number of "between" is above the second (${low} > ${high}); swap them.`);
  return [low, high];
}

function readDate(value: unknown, path: string, faults: FaultList): string {
  if (typeof value === 'string' && readInstant(value.trim(), 'UTC') !== null) return value;
  faults.add(path, `This has to be a date such as "2025-03-31" or "2025-03-31T14:30:00Z"; it is ${shown(value)}.`);
  return '';
}

function readComparand(value: unknown, path: string, faults: FaultList, op: Operator): Scalar {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value + 0;
  if (typeof value !== 'string') {
    faults.add(path, `"${op}" compares with a text, a number, true or false; this is ${shown(value)}.`);
    return '';
  }
  if (value.trim() === '')
    faults.add(
      path,
      `"${op}" cannot compare with an empty text; to ask whether a value is absent use the operator "missing".`,
    );
  else if (op === 'hasWord' && wordsOf(value).length === 0)
    faults.add(
      path,
      `"hasWord" looks for whole words, and ${shown(value)} holds none; use "contains" to look for signs.`,
    );
  return value;
}
