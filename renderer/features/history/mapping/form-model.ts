/** In which form the cells of a column are written, as edits of a mapping; and what has to be said about it before the file can be read. */
import type { ColumnKind } from '../../../../api/core-types.ts';
import type { DelimitedMapping, SourceColumn } from '../../../../api/import.ts';
import { withOptional } from '../../../../core/rule-set/optional-key.ts';
import { ANSWER_FORMS, readAnswer } from '../../../../core/values/read-answer.ts';
import { DATE_FORMS, readDate } from '../../../../core/values/read-date.ts';
import { NUMBER_FORMS, readNumberText } from '../../../../core/values/read-number-text.ts';
import { columnUse } from './mapping-model.ts';

/** `undecided`: the mapping says nothing. `text`: kept as it is written. */
export type FormChoice = (typeof FORM_CHOICES)[number]['choice'] | 'undecided' | 'text';

const FORM_CHOICES = [
  ...DATE_FORMS.map((form) => ({
    choice: `dates.${form}` as const,
    key: 'dates' as const,
    form,
    read: (cell: string) => readDate(cell, form),
  })),
  ...NUMBER_FORMS.map((form) => ({
    choice: `numbers.${form}` as const,
    key: 'numbers' as const,
    form,
    read: (cell: string) => readNumberText(cell, form),
  })),
  ...ANSWER_FORMS.map((form) => ({
    choice: `yesNo.${form}` as const,
    key: 'yesNo' as const,
    form,
    read: (cell: string) => readAnswer(cell, form),
  })),
];

/** What these read and `plain` reads too tells nothing of an order. */
const ORDERS: readonly FormChoice[] = ['dates.dmy', 'dates.mdy', 'dates.ymd'];

const KIND_BY_KEY = { dates: 'date', numbers: 'number', yesNo: 'yes/no' } as const;
type FormKey = keyof typeof KIND_BY_KEY;

export const formChoice = (mapping: DelimitedMapping, column: string): FormChoice => {
  const chosen = FORM_CHOICES.find(({ key, form }) => mapping[key]?.[column] === form);
  if (chosen !== undefined) return chosen.choice;
  return mapping.kinds?.[column] === 'text' ? 'text' : 'undecided';
};

/** The kind that the column is found to have: that of its form, or of its cells as they stand. */
export const foundKind = (mapping: DelimitedMapping, { name, kind }: SourceColumn): ColumnKind => {
  const key = FORM_CHOICES.find((one) => mapping[one.key]?.[name] !== undefined)?.key;
  return key === undefined ? kind : KIND_BY_KEY[key];
};

/** A form brings its kind, so an overruled kind goes; `text` overrules it. */
export const withForm = (mapping: DelimitedMapping, column: string, choice: FormChoice): DelimitedMapping => {
  const free = withoutForm(withoutEntry(mapping, 'kinds', column), column);
  if (choice === 'undecided') return free;
  if (choice === 'text') return { ...free, kinds: { ...free.kinds, [column]: 'text' } };
  const chosen = FORM_CHOICES.find((one) => one.choice === choice);
  return chosen === undefined ? free : { ...free, [chosen.key]: { ...free[chosen.key], [column]: chosen.form } };
};

/** After any other edit: forms that no longer fit the kind or the use of their column go. */
export const withoutContraryForms = (mapping: DelimitedMapping): DelimitedMapping => {
  let settled = mapping;
  for (const { key } of FORM_CHOICES) {
    for (const column of Object.keys(settled[key] ?? {})) {
      const kind = settled.kinds?.[column];
      const needed = formKeyNeeded(settled, column);
      const isContrary = (kind !== undefined && kind !== KIND_BY_KEY[key]) || (needed !== null && needed !== key);
      if (isContrary || (settled.rows === 'stages' && key === 'yesNo')) settled = withoutForm(settled, column);
    }
  }
  return settled;
};

/** What can be chosen for the column: the forms in which some of the cells read; text, where it is an attribute or property. */
export const formsOffered = (
  mapping: DelimitedMapping,
  column: string,
  cells: readonly string[],
): readonly FormChoice[] => {
  const needed = formKeyNeeded(mapping, column);
  const reading = FORM_CHOICES.filter(
    ({ choice, key, read }) =>
      choice === formChoice(mapping, column) ||
      ((needed === null || needed === key) &&
        cells.some(
          (cell) => read(cell.trim()).ok && !(ORDERS.includes(choice) && readAs('dates.plain', cell) !== null),
        )),
  );
  return [...reading.map(({ choice }) => choice), ...(needed === null ? (['text'] as const) : [])];
};

/** How a cell is read: ISO 8601, plain digits, yes or no; null where it is not. */
export const readAs = (choice: FormChoice, cell: string): string | null => {
  const read = FORM_CHOICES.find((one) => one.choice === choice)?.read(cell.trim());
  return read?.ok === true ? read.value : null;
};

/** Cells that tell the forms apart first. */
export const cellsOf = ({ samples, written }: SourceColumn): readonly string[] => {
  const decision = written === undefined || written.as === 'yes/no' ? null : written.decision;
  const telling =
    decision?.kind === 'ambiguous'
      ? [decision.example.cell]
      : decision?.kind === 'contradictory'
        ? decision.sides.flatMap(({ first }) => first.map(({ cell }) => cell))
        : [];
  return [...new Set([...telling, ...samples])];
};

export interface FormFault {
  readonly kind: 'dateForm' | 'numberForm';
  readonly column: string;
}

/** Columns that are read and whose cells may mean one thing or another, until it is said which. */
export const formFaults = (mapping: DelimitedMapping, columns: readonly SourceColumn[]): readonly FormFault[] =>
  columns.flatMap(({ name, written }) => {
    if (written === undefined || written.as === 'yes/no' || formChoice(mapping, name) !== 'undecided') return [];
    const needed = formKeyNeeded(mapping, name);
    const isOpen = written.decision.kind === 'ambiguous' || written.decision.kind === 'contradictory';
    const isAsked =
      needed === null ? isOpen && isOwn(mapping, name) : needed === (written.as === 'date' ? 'dates' : 'numbers');
    return isAsked ? [{ kind: written.as === 'date' ? 'dateForm' : 'numberForm', column: name } as const] : [];
  });

/** Whether the column becomes an attribute or a property. */
const isOwn = (mapping: DelimitedMapping, column: string): boolean =>
  ['attribute', 'property'].includes(columnUse(mapping, column));

/** Whether the column is read by a form at all. */
export const isReadByForm = (mapping: DelimitedMapping, column: string): boolean =>
  formKeyNeeded(mapping, column) !== null || isOwn(mapping, column);

/** Times and amounts need a form of their own; null where any fits. */
function formKeyNeeded({ created, at, stages }: DelimitedMapping, column: string): FormKey | null {
  if ([created, at, ...stages.map((stage) => stage.at)].includes(column)) return 'dates';
  return stages.some(({ amount }) => amount === column) ? 'numbers' : null;
}

const withoutForm = (mapping: DelimitedMapping, column: string): DelimitedMapping =>
  (['dates', 'numbers', 'yesNo'] as const).reduce((left, key) => withoutEntry(left, key, column), mapping);

function withoutEntry(mapping: DelimitedMapping, key: FormKey | 'kinds', column: string): DelimitedMapping {
  const { [column]: gone, ...others } = mapping[key] ?? {};
  if (gone === undefined) return mapping;
  return withOptional(mapping, key, Object.keys(others).length === 0 ? undefined : others);
}
