import { fail, ok, type Result } from '../result.ts';
import {
  choiceField,
  type Fields,
  HOURS,
  listField,
  nameField,
  numberField,
  POINTS,
  readChoice,
  readName,
  readObject,
  refuseRepeatedIds,
  textField,
} from './document-reader.ts';
import { knownIds, parseActivityFilter, parseRule } from './parse-rule.ts';
import {
  type ActivityFilter,
  type Dimension,
  type Group,
  type Level,
  type Limits,
  type Recycle,
  type RuleSet,
  STAGE_NAMES,
} from './rule-set.ts';
import { createFaultList, type FaultList, keyPath, type RuleSetFault, shown } from './rule-set-faults.ts';

const RULE_SET_FORMAT = 'accord.rule-set/1';

/**
 * Checks a rule-set document (a JSON value) against REPLAY.md section 2 and completes it: defaults filled in, a lone
 * `type` made a list, `null` keys dropped. Refused documents come back with every fault, its path and the way out.
 */
export function parseRuleSet(document: unknown): Result<RuleSet, readonly RuleSetFault[]> {
  const faults = createFaultList();
  if (!checkFormat(document, faults)) return fail(faults.faults);
  const fields = readObject(
    document,
    '',
    faults,
    ['format', 'name', 'dimensions', 'rules', 'levels'],
    ['description', 'total', 'groups', 'ignore', 'recycle'],
  );
  const ruleSet = fields === null ? null : readRuleSet(fields, faults);
  return ruleSet === null || faults.faults.length > 0 ? fail(faults.faults) : ok(ruleSet);
}

/** Of another version nothing else can be said, so it is the only fault told. */
function checkFormat(document: unknown, faults: FaultList): boolean {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    faults.add(
      '',
      `A rule set is a JSON object in braces; this is ${shown(document ?? undefined)}. Choose a rule-set file.`,
    );
    return false;
  }
  const format: unknown = new Map<string, unknown>(Object.entries(document)).get('format') ?? undefined;
  if (format === RULE_SET_FORMAT) return true;
  const version = typeof format === 'string' ? /^accord\.rule-set\/(.*)$/s.exec(format)?.[1] : undefined;
  faults.add(
    'format',
    version === undefined
      ? `The key "format" has to be "${RULE_SET_FORMAT}"; it is ${shown(format)}. Is this file a rule set?`
      : `This rule set has the format version ${shown(version)}, and this Accord reads version 1 ("${RULE_SET_FORMAT}"). Open it with a newer Accord, or have it exported as version 1.`,
  );
  return false;
}

function readRuleSet(fields: Fields, faults: FaultList): RuleSet {
  const dimensions = listField(fields, 'dimensions', false, (value, path) => readDimension(value, path, faults));
  refuseRepeatedIds(dimensions, 'dimensions', 'dimension', faults);
  const dimensionIds: ReadonlySet<string> = new Set(dimensions.map(({ id }) => id).filter((id) => id !== ''));
  const groups = listField(fields, 'groups', true, (value, path) => readGroup(value, path, faults, dimensionIds));
  refuseRepeatedIds(groups, 'groups', 'group', faults);
  const places = { dimensionIds, dimensionByGroup: new Map(groups.map(({ id, dimension }) => [id, dimension])) };
  const ruleSlots = listField(fields, 'rules', true, (value, path) => parseRule(value, path, faults, places));
  refuseRepeatedIds(
    ruleSlots.map((rule) => rule ?? { id: '' }),
    'rules',
    'rule',
    faults,
  );
  const levels = listField(fields, 'levels', false, (value, path) => readLevel(value, path, faults, dimensionIds));
  refuseRepeatedIds(levels, 'levels', 'level', faults);
  const recycle = fields.has('recycle')
    ? readRecycle(fields.value('recycle'), fields.at('recycle'), faults, dimensionIds)
    : undefined;
  return {
    format: RULE_SET_FORMAT,
    name: textField(fields, 'name'),
    description: textField(fields, 'description'),
    total: readTotal(fields, faults),
    dimensions,
    groups,
    ignore: listField(fields, 'ignore', true, (value, path) => readIgnored(value, path, faults)),
    rules: ruleSlots.filter((rule) => rule !== undefined),
    levels,
    ...(recycle === undefined ? {} : { recycle }),
  };
}

function readTotal(fields: Fields, faults: FaultList): Limits {
  if (!fields.has('total')) return {};
  const total = readObject(fields.value('total'), fields.at('total'), faults, [], ['min', 'max']);
  return total === null ? {} : readLimits(total);
}

function readDimension(value: unknown, path: string, faults: FaultList): Dimension {
  const fields = readObject(value, path, faults, ['id', 'name'], ['min', 'max']);
  if (fields === null) return { id: '', name: '' };
  const id = nameField(fields, 'id');
  // As a key of a level's minimums this one would set the prototype of the object in many a reader.
  if (id === '__proto__') faults.add(fields.at('id'), 'A dimension cannot have this id; give it another.');
  return { id, name: textField(fields, 'name'), ...readLimits(fields) };
}

function readGroup(value: unknown, path: string, faults: FaultList, dimensionIds: ReadonlySet<string>): Group {
  const fields = readObject(value, path, faults, ['id', 'name', 'dimension'], ['combine', 'min', 'max']);
  if (fields === null) return { id: '', name: '', dimension: '', combine: 'sum' };
  const dimension = nameField(fields, 'dimension');
  checkDimension(dimension, fields.at('dimension'), faults, dimensionIds);
  const combine = choiceField(fields, 'combine', ['sum', 'best'] as const) ?? 'sum';
  return { id: nameField(fields, 'id'), name: textField(fields, 'name'), dimension, combine, ...readLimits(fields) };
}

function readLimits(fields: Fields): Limits {
  const limits: { min?: number; max?: number } = {};
  if (fields.has('min')) limits.min = numberField(fields, 'min', POINTS);
  if (fields.has('max')) limits.max = numberField(fields, 'max', POINTS);
  const { min = Number.NaN, max = Number.NaN } = limits;
  if (min > max)
    fields.faults.add(
      fields.at('min'),
      `The least value is above the largest ("min" ${min}, "max" ${max}); swap or change them.`,
    );
  return limits;
}

function readIgnored(value: unknown, path: string, faults: FaultList): ActivityFilter {
  const before = faults.faults.length;
  const filter = parseActivityFilter(value, path, faults);
  if (filter.type === undefined && filter.if === undefined && faults.faults.length === before) {
    faults.add(path, 'This entry would ignore every activity; give it a "type", an "if" or both, or remove it.');
  }
  return filter;
}

function readLevel(value: unknown, path: string, faults: FaultList, dimensionIds: ReadonlySet<string>): Level {
  const fields = readObject(value, path, faults, ['id', 'name', 'total'], ['dimensions', 'route', 'followUpHours']);
  if (fields === null) return { id: '', name: '', total: Number.NaN, dimensions: {} };
  return {
    id: nameField(fields, 'id'),
    name: textField(fields, 'name'),
    total: numberField(fields, 'total', POINTS),
    dimensions: fields.has('dimensions')
      ? readMinimums(fields.value('dimensions'), fields.at('dimensions'), faults, dimensionIds)
      : {},
    ...(fields.has('route') ? { route: textField(fields, 'route') } : {}),
    ...(fields.has('followUpHours') ? { followUpHours: numberField(fields, 'followUpHours', HOURS) } : {}),
  };
}

function readMinimums(
  value: unknown,
  path: string,
  faults: FaultList,
  dimensionIds: ReadonlySet<string>,
): Readonly<Record<string, number>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.add(
      path,
      `This has to be an object of least values by dimension, such as { "fit": 10 }; it is ${shown(value)}.`,
    );
    return {};
  }
  const keys = Object.keys(value);
  for (const key of keys) {
    if (!dimensionIds.has(key))
      faults.add(keyPath(path, key), `There is no dimension with the id ${shown(key)}; ${knownIds(dimensionIds)}.`);
  }
  const fields = readObject(value, path, faults, [], keys);
  const known = fields === null ? [] : keys.filter((key) => dimensionIds.has(key) && fields.has(key));
  return fields === null ? {} : Object.fromEntries(known.map((key) => [key, numberField(fields, key, POINTS)]));
}

function readRecycle(value: unknown, path: string, faults: FaultList, dimensionIds: ReadonlySet<string>): Recycle {
  const fields = readObject(value, path, faults, ['on', 'clear'], []);
  if (fields === null) return { on: [], clear: [] };
  const on = listField(fields, 'on', false, (stage, at) => readChoice(stage, at, faults, STAGE_NAMES));
  const clear = listField(fields, 'clear', false, (dimension, at) => {
    const id = readName(dimension, at, faults);
    checkDimension(id, at, faults, dimensionIds);
    return id;
  });
  return { on: on.filter((stage) => stage !== undefined), clear };
}

function checkDimension(id: string, path: string, faults: FaultList, dimensionIds: ReadonlySet<string>): void {
  if (id.trim() !== '' && !dimensionIds.has(id))
    faults.add(path, `There is no dimension with the id ${shown(id)}; ${knownIds(dimensionIds)}.`);
}
