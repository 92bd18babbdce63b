/** Reads a mapping file as far as the screen needs it; the app checks it in full when it is run. */
import type { ColumnKind } from '../../../../api/core-types.ts';
import type { DelimitedMapping, StageMapping } from '../../../../api/import.ts';
import { STAGE_NAMES } from '../../../../core/rule-set/rule-set.ts';
import { ANSWER_FORMS } from '../../../../core/values/read-answer.ts';
import { DATE_FORMS } from '../../../../core/values/read-date.ts';
import { NUMBER_FORMS } from '../../../../core/values/read-number-text.ts';
import { ROW_KINDS } from './mapping-model.ts';

const KINDS: readonly ColumnKind[] = ['number', 'yes/no', 'date', 'text'];

/** Null for a text that is no mapping. */
export const readMapping = (text: string): DelimitedMapping | null => {
  const document = entriesOf(parsed(text));
  const rows = ROW_KINDS.find((kind) => kind === document.get('rows'));
  const lead = document.get('lead');
  if (document.get('format') !== 'accord.mapping/1' || rows === undefined || typeof lead !== 'string') return null;
  const type = typeOf(document.get('type'));
  const kinds = byColumn(document.get('kinds'), KINDS);
  const dates = byColumn(document.get('dates'), DATE_FORMS);
  const numbers = byColumn(document.get('numbers'), NUMBER_FORMS);
  const yesNo = byColumn(document.get('yesNo'), ANSWER_FORMS);
  const hash = textsOf(document.get('hash'));
  return {
    format: 'accord.mapping/1',
    rows,
    lead,
    ...optionalText(document, 'leadBy'),
    ...optionalText(document, 'leadSeparator'),
    ...optionalText(document, 'created'),
    ...optionalText(document, 'referenceDate'),
    ...optionalText(document, 'at'),
    ...optionalText(document, 'timeZone'),
    ...(type === undefined ? {} : { type }),
    ...(kinds === undefined ? {} : { kinds }),
    ...(dates === undefined ? {} : { dates }),
    ...(numbers === undefined ? {} : { numbers }),
    ...(yesNo === undefined ? {} : { yesNo }),
    ...(hash.length === 0 ? {} : { hash }),
    ...optionalText(document, 'email'),
    stages: listOf(document.get('stages')).flatMap(stageOf),
    leaveOut: textsOf(document.get('leaveOut')),
    missing: textsOf(document.get('missing')),
  };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const entriesOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const textsOf = (value: unknown): readonly string[] => listOf(value).filter((item) => typeof item === 'string');

const optionalText = <K extends string>(entries: ReadonlyMap<string, unknown>, key: K): Partial<Record<K, string>> => {
  const value = entries.get(key);
  const found: Partial<Record<K, string>> = {};
  if (typeof value === 'string') found[key] = value;
  return found;
};

const typeOf = (value: unknown): DelimitedMapping['type'] => {
  const entries = entriesOf(value);
  const column = entries.get('column');
  if (typeof column === 'string') return { column };
  const constant = entries.get('constant');
  return typeof constant === 'string' ? { constant } : undefined;
};

const byColumn = <T extends string>(value: unknown, choices: readonly T[]): Readonly<Record<string, T>> | undefined => {
  const known = [...entriesOf(value)].flatMap(([column, choice]) =>
    choices.filter((one) => one === choice).map((one) => [column, one] as const),
  );
  return known.length === 0 ? undefined : Object.fromEntries(known);
};

const stageOf = (value: unknown): readonly StageMapping[] => {
  const entries = entriesOf(value);
  const stage = STAGE_NAMES.find((name) => name === entries.get('stage'));
  if (stage === undefined) return [];
  const when = textsOf(entries.get('when'));
  return [
    {
      stage,
      ...optionalText(entries, 'column'),
      ...optionalText(entries, 'at'),
      ...optionalText(entries, 'amount'),
      ...optionalText(entries, 'reason'),
      ...(when.length === 0 ? {} : { when }),
    },
  ];
};
