import type { DelimitedMapping, StageMapping } from '../../../api/import.ts';
import type { ColumnKind } from '../../../core/history/history.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import {
  choiceField,
  type Fields,
  listField,
  nameField,
  readName,
  readObject,
  readText,
  textField,
} from '../../../core/rule-set/document-reader.ts';
import { STAGE_NAMES } from '../../../core/rule-set/rule-set.ts';
import { createFaultList, type FaultList, keyPath } from '../../../core/rule-set/rule-set-faults.ts';
import { readInstant } from '../../../core/time/instant.ts';
import { zoneOf } from '../../../core/time/zone.ts';
import { badMapping, type SourceFault } from '../source/source-fault.ts';
import { FORM_KEYS, readByColumn, readForms, refuseContraryForms } from './parse-forms.ts';

const MAPPING_FORMAT = 'accord.mapping/1';
const KINDS: readonly ColumnKind[] = ['number', 'yes/no', 'date', 'text'];

/** Checks a mapping document (a JSON value); the first fault names its key. `null` for an optional key is absent. */
export function parseMapping(document: unknown): Result<DelimitedMapping, SourceFault> {
  const faults = createFaultList();
  const fields = readObject(
    document,
    '',
    faults,
    ['format', 'rows', 'lead'],
    [
      'leadBy',
      'leadSeparator',
      'hash',
      'email',
      'created',
      'referenceDate',
      'at',
      'type',
      'timeZone',
      'stages',
      'leaveOut',
      'missing',
      'kinds',
      ...FORM_KEYS,
    ],
  );
  const mapping = fields === null ? null : readMapping(fields, faults);
  if (mapping !== null) refuseContraryForms(mapping, faults);
  const [first] = faults.faults;
  if (first !== undefined) return fail(badMapping(first.path, first.message));
  return mapping === null ? fail(badMapping('', 'It is incomplete.')) : ok(mapping);
}

/** Names the first column of the mapping that the file lacks, or has twice. */
export function columnFault(mapping: DelimitedMapping, headings: readonly string[]): SourceFault | null {
  const has = headings
    .filter((name) => name !== '')
    .map((name) => `"${name}"`)
    .join(', ');
  for (const [path, name] of columnsIn(mapping)) {
    const found = headings.filter((heading) => heading === name.trim()).length;
    if (found === 0) return badMapping(path, `the file has no column "${name}"; it has ${has}.`);
    if (found > 1) return badMapping(path, `the file has ${found} columns "${name}"; rename them in the file.`);
  }
  return null;
}

function readMapping(fields: Fields, faults: FaultList): DelimitedMapping | null {
  choiceField(fields, 'format', [MAPPING_FORMAT]);
  const rows = choiceField(fields, 'rows', ['leads', 'activities', 'stages'] as const);
  if (rows === undefined) return null;
  refuseKeysOfOtherRows(fields, faults, rows);
  return {
    format: MAPPING_FORMAT,
    rows,
    lead: nameField(fields, 'lead'),
    ...optionalName(fields, 'leadBy'),
    ...(fields.has('leadSeparator') ? { leadSeparator: readSeparator(fields, faults) } : {}),
    ...optionalName(fields, 'created'),
    ...(fields.has('referenceDate') ? { referenceDate: readDate(fields, faults) } : {}),
    ...optionalName(fields, 'at'),
    ...(fields.has('type') ? { type: readType(fields, faults) } : {}),
    ...(fields.has('timeZone') ? { timeZone: readZone(fields, faults) } : {}),
    stages: listField(fields, 'stages', true, (value, path) => readStage(value, path, faults, rows)),
    leaveOut: listField(fields, 'leaveOut', true, (value, path) => readText(value, path, faults)),
    ...(fields.has('hash')
      ? { hash: listField(fields, 'hash', true, (value, path) => readText(value, path, faults)) }
      : {}),
    ...optionalName(fields, 'email'),
    missing: listField(fields, 'missing', true, (value, path) => readText(value, path, faults)),
    ...(fields.has('kinds') ? { kinds: readByColumn(fields, 'kinds', faults, KINDS) } : {}),
    ...readForms(fields, faults),
  };
}

const KEYS_OF_ROWS = {
  leads: ['email', 'created', 'referenceDate', 'stages', 'leaveOut', 'kinds', 'yesNo'],
  activities: ['leadBy', 'at', 'type', 'leaveOut', 'kinds', 'yesNo'],
  stages: ['leadBy', 'leadSeparator', 'stages', 'leaveOut'],
} as const;

function refuseKeysOfOtherRows(fields: Fields, faults: FaultList, rows: DelimitedMapping['rows']): void {
  const allowed: readonly string[] = KEYS_OF_ROWS[rows];
  for (const key of new Set(Object.values(KEYS_OF_ROWS).flat())) {
    const value = fields.value(key);
    const isEmpty = Array.isArray(value) && value.length === 0;
    if (fields.has(key) && !isEmpty && !allowed.includes(key))
      faults.add(fields.at(key), `This key means nothing where rows are ${rows}; remove it.`);
  }
  if (rows === 'activities' && !fields.has('at'))
    faults.add(fields.at('at'), 'Activities need a time: name the column in the key "at".');
  if (
    rows === 'stages' &&
    (!Array.isArray(fields.value('stages')) || Object.keys(fields.value('stages') ?? []).length === 0)
  ) {
    faults.add(fields.at('stages'), 'Say which stage a row tells of: give at least one entry.');
  }
}

function optionalName<K extends 'leadBy' | 'email' | 'created' | 'at' | 'column' | 'amount' | 'reason'>(
  fields: Fields,
  key: K,
): { readonly [P in K]?: string } {
  const read: { [P in K]?: string } = {};
  if (fields.has(key)) read[key] = nameField(fields, key);
  return read;
}

function readDate(fields: Fields, faults: FaultList): string {
  const text = textField(fields, 'referenceDate').trim();
  if (readInstant(text, 'UTC') === null)
    faults.add(fields.at('referenceDate'), 'This has to be a date such as "2000-01-01".');
  return text;
}

function readSeparator(fields: Fields, faults: FaultList): string {
  const separator = textField(fields, 'leadSeparator');
  if (separator === '') faults.add(fields.at('leadSeparator'), 'Say what stands between the leads, such as ";".');
  return separator;
}

function readZone(fields: Fields, faults: FaultList): string {
  const name = textField(fields, 'timeZone');
  if (zoneOf(name) === null)
    faults.add(fields.at('timeZone'), 'This is no time zone; write one such as "Europe/Warsaw" or "UTC".');
  return name;
}

function readType(fields: Fields, faults: FaultList): NonNullable<DelimitedMapping['type']> {
  const type = readObject(fields.value('type'), fields.at('type'), faults, [], ['column', 'constant']);
  if (type === null) return { constant: '' };
  if (type.has('column') === type.has('constant'))
    faults.add(type.path, 'Give either "column" (the column of the type) or "constant" (one type for all rows).');
  return type.has('column') ? { column: nameField(type, 'column') } : { constant: nameField(type, 'constant') };
}

function readStage(value: unknown, path: string, faults: FaultList, rows: DelimitedMapping['rows']): StageMapping {
  const fields = readObject(value, path, faults, ['stage'], ['column', 'when', 'at', 'amount', 'reason']);
  if (fields === null) return { stage: 'mql' };
  if (rows === 'stages' && !fields.has('at'))
    faults.add(fields.at('at'), 'A stage needs its date: name the column in the key "at".');
  if (fields.has('when') && !fields.has('column'))
    faults.add(fields.at('column'), '"when" lists values of a column: name it in the key "column".');
  return {
    stage: choiceField(fields, 'stage', STAGE_NAMES) ?? 'mql',
    ...optionalName(fields, 'column'),
    ...(fields.has('when') ? { when: listField(fields, 'when', false, (one, at) => readName(one, at, faults)) } : {}),
    ...optionalName(fields, 'at'),
    ...optionalName(fields, 'amount'),
    ...optionalName(fields, 'reason'),
  };
}

function columnsIn(mapping: DelimitedMapping): readonly (readonly [path: string, column: string])[] {
  const named: (readonly [string, string | undefined])[] = [
    ['lead', mapping.lead],
    ...(mapping.hash ?? []).map((column, index) => [`hash[${index}]`, column] as const),
    ['email', mapping.email],
    ['created', mapping.created],
    ['at', mapping.at],
    ['type.column', mapping.type !== undefined && 'column' in mapping.type ? mapping.type.column : undefined],
    ...mapping.stages.flatMap((stage, index) =>
      (['column', 'at', 'amount', 'reason'] as const).map((key) => [`stages[${index}].${key}`, stage[key]] as const),
    ),
    ...(['kinds', ...FORM_KEYS] as const).flatMap((key) =>
      Object.keys(mapping[key] ?? {}).map((name) => [keyPath(key, name), name] as const),
    ),
  ];
  return named.flatMap(([path, column]) => (column === undefined ? [] : [[path, column] as const]));
}
