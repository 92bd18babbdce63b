import {
  ANY_NUMBER,
  COUNT,
  DAYS,
  DAYS_OR_NONE,
  type Fields,
  flagField,
  INACTIVITY_TIMES,
  nameField,
  numberField,
  PERCENT,
  POINTS,
  readList,
  readName,
  readObject,
  TIMES,
  textField,
} from './document-reader.ts';
import { parseCondition } from './parse-condition.ts';
import type { ActivityFilter, Band, Condition, Decay, Rule, RuleKind } from './rule-set.ts';
import { type FaultList, keyPath, shown } from './rule-set-faults.ts';

/** What a rule may refer to. */
export interface Places {
  readonly dimensionIds: ReadonlySet<string>;
  readonly dimensionByGroup: ReadonlyMap<string, string>;
}

export function parseRule(value: unknown, path: string, faults: FaultList, places: Places): Rule | undefined {
  const kind = kindOf(value, path, faults);
  if (kind === undefined) return undefined;
  const { required, optional } = KEYS[kind];
  const fields = readObject(
    value,
    path,
    faults,
    [...ANY_RULE.required, ...required],
    [...ANY_RULE.optional, ...optional],
  );
  if (fields === null) return undefined;
  const common = readCommon(fields, places);
  const gate = readCondition(fields, 'attribute');
  const gated = gate === undefined ? common : { ...common, if: gate };
  switch (kind) {
    case 'attribute':
      return { ...common, kind, points: numberField(fields, 'points', POINTS), if: gate ?? { all: [] } };
    case 'bands':
      return { ...gated, kind, attribute: nameField(fields, 'attribute'), bands: readBands(fields) };
    case 'counter':
      return {
        ...gated,
        kind,
        attribute: nameField(fields, 'attribute'),
        points: numberField(fields, 'points', POINTS),
        ...optionalNumber(fields, 'max', COUNT),
      };
    case 'activity':
      return {
        ...gated,
        kind,
        points: numberField(fields, 'points', POINTS),
        on: readFilter(fields),
        ...(fields.has('distinctBy') ? { distinctBy: nameField(fields, 'distinctBy') } : {}),
        every: fields.has('every') ? numberField(fields, 'every', TIMES) : 1,
        ...optionalNumber(fields, 'withinDays', DAYS),
        ...optionalNumber(fields, 'cooldownDays', DAYS_OR_NONE),
        ...optionalNumber(fields, 'max', TIMES),
        decay: readDecay(fields),
      };
    case 'inactivity':
      return {
        ...gated,
        kind,
        points: numberField(fields, 'points', POINTS),
        afterDays: numberField(fields, 'afterDays', DAYS),
        on: readFilter(fields),
        max: fields.has('max') ? numberField(fields, 'max', INACTIVITY_TIMES) : 1,
        decay: readDecay(fields),
      };
  }
}

/** The `type` (a lone one becomes a list) and `if` of an activity filter. */
export function parseActivityFilter(value: unknown, path: string, faults: FaultList): ActivityFilter {
  const fields = readObject(value, path, faults, [], ['type', 'if']);
  if (fields === null) return {};
  const condition = readCondition(fields, 'property');
  return {
    ...(fields.has('type') ? { type: readTypes(fields) } : {}),
    ...(condition === undefined ? {} : { if: condition }),
  };
}

const ANY_RULE = { required: ['id', 'name', 'kind', 'dimension'], optional: ['group', 'enabled', 'disqualifies'] };

const KEYS: Readonly<Record<RuleKind, { readonly required: readonly string[]; readonly optional: readonly string[] }>> =
  {
    attribute: { required: ['points', 'if'], optional: [] },
    bands: { required: ['attribute', 'bands'], optional: ['if'] },
    counter: { required: ['attribute', 'points'], optional: ['max', 'if'] },
    activity: {
      required: ['points', 'on'],
      optional: ['if', 'distinctBy', 'every', 'withinDays', 'cooldownDays', 'max', 'decay'],
    },
    inactivity: { required: ['points', 'afterDays'], optional: ['if', 'on', 'max', 'decay'] },
  };

const DECAY_KEYS: Readonly<
  Record<Decay['kind'], { readonly required: readonly string[]; readonly optional: readonly string[] }>
> = {
  none: { required: [], optional: [] },
  expire: { required: ['days'], optional: [] },
  linear: { required: ['days'], optional: [] },
  'half-life': { required: ['days'], optional: [] },
  steps: { required: ['percent', 'everyDays'], optional: ['compound'] },
};

/** The kind decides which keys are known, so it is read before all others. */
function kindOf(value: unknown, path: string, faults: FaultList): RuleKind | undefined {
  return choiceBeforeKeys(value, path, faults, ['attribute', 'bands', 'counter', 'activity', 'inactivity']);
}

function choiceBeforeKeys<T extends string>(
  value: unknown,
  path: string,
  faults: FaultList,
  choices: readonly T[],
): T | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.add(path, `This has to be an object in braces; it is ${shown(value ?? undefined)}.`);
    return undefined;
  }
  const given: unknown = new Map<string, unknown>(Object.entries(value)).get('kind') ?? undefined;
  const choice = choices.find((one) => one === given);
  if (choice === undefined)
    faults.add(keyPath(path, 'kind'), `The key "kind" has to be one of: ${choices.join(', ')}; it is ${shown(given)}.`);
  return choice;
}

function readCommon(fields: Fields, places: Places) {
  const dimension = nameField(fields, 'dimension');
  if (dimension.trim() !== '' && !places.dimensionIds.has(dimension)) {
    fields.faults.add(
      fields.at('dimension'),
      `There is no dimension with the id ${shown(dimension)}; ${knownIds(places.dimensionIds)}.`,
    );
  }
  const group = fields.has('group') ? nameField(fields, 'group') : undefined;
  if (group !== undefined && group.trim() !== '') checkGroup(fields, group, dimension, places);
  return {
    id: nameField(fields, 'id'),
    name: textField(fields, 'name'),
    dimension,
    ...(group === undefined ? {} : { group }),
    enabled: flagField(fields, 'enabled', true),
    disqualifies: flagField(fields, 'disqualifies', false),
  };
}

function checkGroup(fields: Fields, group: string, dimension: string, places: Places): void {
  const home = places.dimensionByGroup.get(group);
  if (home === undefined) {
    fields.faults.add(
      fields.at('group'),
      `There is no group with the id ${shown(group)}; ${knownIds(new Set(places.dimensionByGroup.keys()))}, or remove the key.`,
    );
  } else if (home !== dimension && home !== '' && dimension !== '') {
    fields.faults.add(
      fields.at('group'),
      `The group ${shown(group)} belongs to the dimension ${shown(home)}, and this rule to ${shown(dimension)}; put both into the same dimension.`,
    );
  }
}

export function knownIds(ids: ReadonlySet<string>): string {
  return ids.size === 0 ? 'none are defined' : `use one of: ${[...ids].join(', ')}`;
}

function readCondition<S extends 'attribute' | 'property'>(fields: Fields, subject: S): Condition<S> | undefined {
  return fields.has('if') ? parseCondition(fields.value('if'), fields.at('if'), fields.faults, subject) : undefined;
}

function readFilter(fields: Fields): ActivityFilter {
  return fields.has('on') ? parseActivityFilter(fields.value('on'), fields.at('on'), fields.faults) : {};
}

function readTypes(fields: Fields): readonly string[] {
  const value = fields.value('type');
  if (!Array.isArray(value)) return [readName(value, fields.at('type'), fields.faults)];
  return readList(value, fields.at('type'), fields.faults, false, (type, path) => readName(type, path, fields.faults));
}

function optionalNumber<K extends string>(fields: Fields, key: K, range: typeof DAYS): { readonly [P in K]?: number } {
  const read: { [P in K]?: number } = {};
  if (fields.has(key)) read[key] = numberField(fields, key, range);
  return read;
}

function readBands(fields: Fields): readonly Band[] {
  if (!fields.has('bands')) return [];
  const bands = readList(fields.value('bands'), fields.at('bands'), fields.faults, false, (value, path) =>
    readBand(value, path, fields.faults),
  );
  for (const [index, band] of bands.entries()) {
    const path = `${fields.at('bands')}[${index}]`;
    if (isEmptyBand(band)) {
      fields.faults.add(
        keyPath(path, 'to'),
        `This band is empty: it goes from ${band.from} up to, not including, ${band.to}. Make "to" larger than "from".`,
      );
      continue;
    }
    const earlier = bands.findIndex(
      (other, otherIndex) => otherIndex < index && !isEmptyBand(other) && overlaps(band, other),
    );
    if (earlier >= 0)
      fields.faults.add(
        path,
        `This band overlaps ${fields.at('bands')}[${earlier}], so a number would be in both ("from" is included, "to" is not). Move one of their ends.`,
      );
  }
  return bands;
}

function readBand(value: unknown, path: string, faults: FaultList): Band {
  const fields = readObject(value, path, faults, ['points'], ['from', 'to']);
  if (fields === null) return { from: Number.NaN, to: Number.NaN, points: Number.NaN };
  return {
    ...optionalNumber(fields, 'from', ANY_NUMBER),
    ...optionalNumber(fields, 'to', ANY_NUMBER),
    points: numberField(fields, 'points', POINTS),
  };
}

const startOf = (band: Band): number => band.from ?? Number.NEGATIVE_INFINITY;
const endOf = (band: Band): number => band.to ?? Number.POSITIVE_INFINITY;
const isEmptyBand = (band: Band): boolean => startOf(band) >= endOf(band);
const overlaps = (one: Band, other: Band): boolean =>
  Math.max(startOf(one), startOf(other)) < Math.min(endOf(one), endOf(other));

function readDecay(fields: Fields): Decay {
  if (!fields.has('decay')) return { kind: 'none' };
  const value = fields.value('decay');
  const path = fields.at('decay');
  const kind = choiceBeforeKeys(value, path, fields.faults, [
    'none',
    'expire',
    'linear',
    'half-life',
    'steps',
  ] as const);
  const keys = kind === undefined ? undefined : DECAY_KEYS[kind];
  const decay =
    keys === undefined ? null : readObject(value, path, fields.faults, ['kind', ...keys.required], keys.optional);
  if (kind === undefined || decay === null || kind === 'none') return { kind: 'none' };
  if (kind === 'steps') {
    return {
      kind,
      percent: numberField(decay, 'percent', PERCENT),
      everyDays: numberField(decay, 'everyDays', DAYS),
      compound: flagField(decay, 'compound', false),
    };
  }
  return { kind, days: numberField(decay, 'days', DAYS) };
}
