/** The keys of a mapping that say how cells are written: `dates`, `numbers`, `yesNo`. */
import type { DelimitedMapping } from '../../../api/import.ts';
import type { Fields } from '../../../core/rule-set/document-reader.ts';
import { readChoice, readObject } from '../../../core/rule-set/document-reader.ts';
import { type FaultList, keyPath, shown } from '../../../core/rule-set/rule-set-faults.ts';
import { ANSWER_FORMS } from '../../../core/values/read-answer.ts';
import { DATE_FORMS } from '../../../core/values/read-date.ts';
import { NUMBER_FORMS } from '../../../core/values/read-number-text.ts';

export type MappedForms = Pick<DelimitedMapping, 'dates' | 'numbers' | 'yesNo'>;

export const FORM_KEYS = ['dates', 'numbers', 'yesNo'] as const;

export const readForms = (fields: Fields, faults: FaultList): MappedForms => ({
  ...(fields.has('dates') ? { dates: readByColumn(fields, 'dates', faults, DATE_FORMS) } : {}),
  ...(fields.has('numbers') ? { numbers: readByColumn(fields, 'numbers', faults, NUMBER_FORMS) } : {}),
  ...(fields.has('yesNo') ? { yesNo: readByColumn(fields, 'yesNo', faults, ANSWER_FORMS) } : {}),
});

/** An object whose keys are columns. */
export function readByColumn<T extends string>(
  fields: Fields,
  key: string,
  faults: FaultList,
  choices: readonly T[],
): Readonly<Record<string, T>> {
  const value = fields.value(key);
  const isObject = typeof value === 'object' && value !== null;
  const columns = readObject(value, fields.at(key), faults, [], isObject ? Object.keys(value) : []);
  if (columns === null || !isObject) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([column, choice]) => {
      const read = readChoice(choice, columns.at(column), faults, choices);
      return read === undefined ? [] : [[column, read] as const];
    }),
  );
}

const KIND_BY_KEY = { dates: 'date', numbers: 'number', yesNo: 'yes/no' } as const;

/** A column has one form, which fits its kind and its use. */
export function refuseContraryForms(mapping: DelimitedMapping, faults: FaultList): void {
  const keyByColumn = new Map<string, string>();
  const kinds = new Map(Object.entries(mapping.kinds ?? {}).map(([column, kind]) => [column.trim(), kind]));
  const uses = usesOf(mapping);
  for (const key of FORM_KEYS) {
    for (const name of Object.keys(mapping[key] ?? {})) {
      const [column, path] = [name.trim(), keyPath(key, name)];
      const [other, kind, use] = [keyByColumn.get(column), kinds.get(column), uses.get(column)];
      keyByColumn.set(column, key);
      if (other !== undefined)
        faults.add(path, `"${other}" has a form for ${shown(name)} already; remove one of them.`);
      if (kind !== undefined && kind !== KIND_BY_KEY[key])
        faults.add(path, `"kinds" says that this column is ${kind}; remove one of them.`);
      if (use !== undefined && use !== key)
        faults.add(path, `The mapping uses this column for ${USE_WORDS[use]}; a form of "${use}" fits, or none.`);
    }
  }
}

const USE_WORDS = { dates: 'a time', numbers: 'an amount' } as const;

function usesOf({ created, at, stages }: DelimitedMapping): ReadonlyMap<string, 'dates' | 'numbers'> {
  const dated = [created, at, ...stages.map((stage) => stage.at)];
  return new Map([
    ...stages.flatMap(({ amount }) => (amount === undefined ? [] : [[amount.trim(), 'numbers'] as const])),
    ...dated.flatMap((column) => (column === undefined ? [] : [[column.trim(), 'dates'] as const])),
  ]);
}
