/** Which columns are kept as keyed hashes only. */
import type { DelimitedMapping } from '../../../../api/import.ts';
import { withOptional } from '../../../../core/rule-set/optional-key.ts';
import { columnUse } from './mapping-model.ts';

const HASHABLE = ['lead', 'attribute', 'property'] as const;

/** Times, types and what tells of stages have to be read. */
export const isHashable = (mapping: DelimitedMapping, column: string): boolean =>
  column !== '' && HASHABLE.some((use) => use === columnUse(mapping, column));

export const isHashed = ({ hash }: DelimitedMapping, column: string): boolean => hash?.includes(column) === true;

export const withHash = (mapping: DelimitedMapping, column: string, isOn: boolean): DelimitedMapping => {
  const others = (mapping.hash ?? []).filter((name) => name !== column);
  const hash = isOn ? [...others, column] : others;
  return withOptional(mapping, 'hash', hash.length === 0 ? undefined : hash);
};

/** After any other edit: a column that has to be read, or is not kept, is hashed no more. */
export const withoutContraryHash = (mapping: DelimitedMapping): DelimitedMapping =>
  (mapping.hash ?? []).reduce(
    (left, column) => (isHashable(left, column) ? left : withHash(left, column, false)),
    mapping,
  );
