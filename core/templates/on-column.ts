import type { Operator, Scalar, Subject, Test } from '../rule-set/rule-set.ts';

/** A test of one column; a list of one value is that value. */
export function onColumn<S extends Subject>(
  subject: S,
  column: string,
  op: Operator,
  value?: Scalar | readonly Scalar[],
): Test<S> {
  const named = { [subject]: column } as { readonly [K in S]: string };
  return value === undefined ? { ...named, op } : { ...named, op, value: oneOrSeveral(value) };
}

const oneOrSeveral = (value: Scalar | readonly Scalar[]): Scalar | readonly Scalar[] =>
  typeof value === 'object' && value.length === 1 ? (value[0] ?? value) : value;
