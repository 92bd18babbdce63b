/** What an operator asks of its value, and how a value is carried over when another operator is chosen. */
import type { Operator, Scalar, Subject, Test } from './rule-set.ts';

export type ValueShape = 'none' | 'texts' | 'number' | 'range' | 'date';

const SHAPES: Readonly<Record<Operator, ValueShape>> = {
  is: 'texts',
  isNot: 'texts',
  contains: 'texts',
  notContains: 'texts',
  startsWith: 'texts',
  endsWith: 'texts',
  hasWord: 'texts',
  lt: 'number',
  lte: 'number',
  gt: 'number',
  gte: 'number',
  between: 'range',
  exists: 'none',
  missing: 'none',
  before: 'date',
  onOrAfter: 'date',
};

export const valueShape = (op: Operator): ValueShape => SHAPES[op];

export const valuesOf = (test: { readonly value?: Scalar | readonly Scalar[] }): readonly Scalar[] => {
  if (test.value === undefined) return [];
  return isList(test.value) ? test.value : [test.value];
};

/** `fallback` stands where the old value does not fit: the history's most frequent value, or an empty text. */
export const withOperator = <S extends Subject>(test: Test<S>, op: Operator, fallback: string): Test<S> => {
  const { value: _before, ...rest } = { ...test, op };
  const bare = rest as Test<S>;
  const [first] = valuesOf(test);
  const number = Number(first ?? Number.NaN);
  switch (valueShape(op)) {
    case 'none':
      return bare;
    case 'texts':
      return {
        ...bare,
        value: test.value !== undefined && valueShape(test.op) === 'texts' ? test.value : String(first ?? fallback),
      };
    case 'number':
      return { ...bare, value: Number.isFinite(number) ? number : 0 };
    case 'range':
      return { ...bare, value: Number.isFinite(number) ? [number, number] : [0, 0] };
    case 'date':
      return { ...bare, value: typeof first === 'string' && /^\d{4}-\d{2}-\d{2}/u.test(first) ? first : fallback };
  }
};

/** One value stands alone, several in a list, as people write rule sets by hand. */
export const withValues = <S extends Subject>(test: Test<S>, values: readonly Scalar[]): Test<S> => {
  const [only] = values;
  return { ...test, value: values.length === 1 && only !== undefined ? only : values };
};

const isList = (value: Scalar | readonly Scalar[]): value is readonly Scalar[] => Array.isArray(value);
