import fc from 'fast-check';
import {
  type ActivityFilter,
  type Condition,
  OPERATORS,
  type Operator,
  type Scalar,
  type Subject,
  type Test,
} from '../../core/rule-set/rule-set.ts';
import { pick } from './random-history.ts';
import {
  ACTIVITY_TYPES_ASKED,
  ATTRIBUTES_ASKED,
  DATE_VALUES,
  NUMBER_VALUES,
  PROPERTIES_ASKED,
  TEXT_VALUES,
  WHOLE_VALUES,
  WORD_VALUES,
} from './random-values.ts';

const digit = fc.noBias(fc.nat(2 ** 20));

export const randomAttributeCondition = randomCondition('attribute', (name, op, value) =>
  testOf({ attribute: name }, op, value),
);
const randomPropertyCondition = randomCondition('property', (name, op, value) => testOf({ property: name }, op, value));

/** A condition on the lead that asks one operator, plain or within `not`, on any attribute. */
export function randomTestOf(op: Operator): fc.Arbitrary<Condition<'attribute'>> {
  return fc.tuple(digit, digit, fc.boolean()).map(([name, value, negated]) => {
    const test = testOf({ attribute: pick(ATTRIBUTES_ASKED, name) }, op, valueFor(op, value));
    return negated ? { not: test } : test;
  });
}

/** Passes some activities, seldom none. */
export const randomFilter: fc.Arbitrary<ActivityFilter> = fc
  .tuple(
    fc.option(randomTypes(), { freq: 2, nil: undefined }),
    fc.option(randomPropertyCondition, { freq: 1, nil: undefined }),
  )
  .map(([type, condition]) => ({
    ...(type === undefined ? {} : { type }),
    ...(condition === undefined ? {} : { if: condition }),
  }));

/** One of the entries of `ignore`: never without `type` and `if` both. */
export const randomIgnoreEntry: fc.Arbitrary<ActivityFilter> = fc.oneof(
  randomPropertyCondition.map((condition) => ({ if: condition })),
  randomTypes().map((type) => ({ type })),
  fc.tuple(randomTypes(), randomPropertyCondition).map(([type, condition]) => ({ type, if: condition })),
);

function randomTypes(): fc.Arbitrary<readonly string[]> {
  return fc.noBias(fc.uniqueArray(fc.constantFrom(...ACTIVITY_TYPES_ASKED), { minLength: 1, maxLength: 3 }));
}

/** Tests and their `all`, `any` and `not`, two deep; empty lists too. */
function randomCondition<S extends Subject>(
  subject: S,
  build: (name: string, op: Operator, value: Scalar | readonly Scalar[] | undefined) => Test<S>,
): fc.Arbitrary<Condition<S>> {
  const names = subject === 'attribute' ? ATTRIBUTES_ASKED : PROPERTIES_ASKED;
  const test: fc.Arbitrary<Condition<S>> = fc.tuple(digit, digit, digit).map(([name, op, value]) => {
    const operator = pick(OPERATORS, op);
    return build(pick(names, name), operator, valueFor(operator, value));
  });
  const nested = (part: fc.Arbitrary<Condition<S>>): fc.Arbitrary<Condition<S>> =>
    fc.oneof(
      { weight: 5, arbitrary: part },
      { weight: 1, arbitrary: part.map((not): Condition<S> => ({ not })) },
      { weight: 1, arbitrary: fc.array(part, { maxLength: 3 }).map((all): Condition<S> => ({ all })) },
      { weight: 1, arbitrary: fc.array(part, { maxLength: 3 }).map((any): Condition<S> => ({ any })) },
    );
  return nested(nested(test));
}

function testOf<K extends object>(
  named: K,
  op: Operator,
  value: Scalar | readonly Scalar[] | undefined,
): K & { op: Operator; value?: Scalar | readonly Scalar[] } {
  return { ...named, op, ...(value === undefined ? {} : { value }) };
}

/** A value that the operator may have: one or a list for the text operators, a sorted pair for `between`. */
function valueFor(op: Operator, code: number): Scalar | readonly Scalar[] | undefined {
  switch (op) {
    case 'exists':
    case 'missing':
      return undefined;
    case 'between': {
      const ends = [pick(NUMBER_VALUES, code), pick(NUMBER_VALUES, Math.floor(code / NUMBER_VALUES.length))];
      return ends.sort((left, right) => left - right);
    }
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return pick(NUMBER_VALUES, code);
    case 'before':
    case 'onOrAfter':
      return pick(DATE_VALUES, code);
    case 'is':
    case 'isNot':
      return oneOrSeveral(WHOLE_VALUES, code);
    case 'hasWord':
      return oneOrSeveral(WORD_VALUES, code);
    case 'contains':
    case 'notContains':
    case 'startsWith':
    case 'endsWith':
      return oneOrSeveral(TEXT_VALUES, code);
  }
}

function oneOrSeveral(values: readonly Scalar[], code: number): Scalar | readonly Scalar[] {
  const first = pick(values, code);
  const rest = Math.floor(code / values.length);
  return rest % 3 === 0 ? [first, pick(values, Math.floor(rest / 3))] : first;
}
