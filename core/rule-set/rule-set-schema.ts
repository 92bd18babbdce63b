/**
 * The published JSON Schema (draft 2020-12) of the rule-set format, made of the same ranges and lists as the parser, which
 * stays the judge: a schema cannot say that an id exists, that ids differ, that `min` is at most `max` or that bands do not
 * overlap. A test holds docs/rule-set.schema.json equal to this, and both to the parser.
 */
import { ISO_8601 } from '../time/instant.ts';
import {
  ANY_NUMBER,
  COUNT,
  DAYS,
  DAYS_OR_NONE,
  HOURS,
  INACTIVITY_TIMES,
  PERCENT,
  POINTS,
  type Range,
  TIMES,
} from './document-reader.ts';
import { OPERATORS, type Operator, STAGE_NAMES, type Subject } from './rule-set.ts';

export type JsonSchema = { readonly [key: string]: unknown };

/** The whole of it, as a JSON document. */
export function ruleSetSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:accord:rule-set:1',
    title: 'Accord rule set, version 1',
    ...object(
      {
        format: { const: 'accord.rule-set/1' },
        name: TEXT,
        dimensions: filled(ref('dimension')),
        rules: listOf(ref('rule')),
        levels: filled(ref('level')),
      },
      {
        description: TEXT,
        total: object({}, LIMITS),
        groups: listOf(ref('group')),
        ignore: listOf(ref('ignored')),
        recycle: object({ on: filled({ enum: STAGE_NAMES }), clear: filled(NAME) }, {}),
      },
    ),
    $defs: {
      dimension: object({ id: { ...NAME, not: { const: '__proto__' } }, name: TEXT }, LIMITS),
      group: object({ id: NAME, name: TEXT, dimension: NAME }, { combine: { enum: ['sum', 'best'] }, ...LIMITS }),
      level: object(
        { id: NAME, name: TEXT, total: number(POINTS) },
        {
          dimensions: { type: 'object', additionalProperties: orNull(number(POINTS)) },
          route: TEXT,
          followUpHours: number(HOURS),
        },
      ),
      rule: { oneOf: ['attribute', 'bands', 'counter', 'activity', 'inactivity'].map((kind) => ref(`${kind}Rule`)) },
      attributeRule: rule('attribute', { points: number(POINTS), if: ref('attributeCondition') }, {}),
      bandsRule: rule('bands', { attribute: NAME, bands: filled(ref('band')) }, GATE),
      counterRule: rule('counter', { attribute: NAME, points: number(POINTS) }, { max: number(COUNT), ...GATE }),
      activityRule: rule(
        'activity',
        { points: number(POINTS), on: ref('filter') },
        {
          ...GATE,
          distinctBy: NAME,
          every: number(TIMES),
          withinDays: number(DAYS),
          cooldownDays: number(DAYS_OR_NONE),
          max: number(TIMES),
          decay: ref('decay'),
        },
      ),
      inactivityRule: rule(
        'inactivity',
        { points: number(POINTS), afterDays: number(DAYS) },
        { ...GATE, on: ref('filter'), max: number(INACTIVITY_TIMES), decay: ref('decay') },
      ),
      band: object({ points: number(POINTS) }, { from: number(ANY_NUMBER), to: number(ANY_NUMBER) }),
      decay: {
        oneOf: [
          object({ kind: { const: 'none' } }, {}),
          object({ kind: { enum: ['expire', 'linear', 'half-life'] }, days: number(DAYS) }, {}),
          object(
            { kind: { const: 'steps' }, percent: number(PERCENT), everyDays: number(DAYS) },
            { compound: { type: 'boolean' } },
          ),
        ],
      },
      filter: FILTER,
      ignored: {
        ...FILTER,
        anyOf: ['type', 'if'].map((key) => ({ required: [key], properties: { [key]: { not: { type: 'null' } } } })),
      },
      attributeCondition: condition('attribute'),
      propertyCondition: condition('property'),
    },
  };
}

const TEXT: JsonSchema = { type: 'string' };
/** `\S`: what ECMAScript's `trim` leaves. */
const NAME: JsonSchema = { type: 'string', pattern: '\\S' };
const WORD: JsonSchema = { type: 'string', pattern: '[\\p{L}\\p{M}\\p{N}]' };
const DATE: JsonSchema = { type: 'string', pattern: `^\\s*${ISO_8601.source.slice(1, -1)}\\s*$` };

const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });
const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const filled = (items: JsonSchema): JsonSchema => ({ type: 'array', items, minItems: 1 });

/** `null` for an optional key means absent. */
const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });

type Keys = Readonly<Record<string, JsonSchema>>;

const object = (required: Keys, optional: Keys): JsonSchema => ({
  type: 'object',
  required: Object.keys(required),
  properties: {
    ...required,
    ...Object.fromEntries(Object.entries(optional).map(([key, schema]) => [key, orNull(schema)])),
  },
  additionalProperties: false,
});

function number({ least, most, above, whole, twoDecimals }: Range): JsonSchema {
  return {
    type: whole ? 'integer' : 'number',
    ...(above === undefined && least > -Number.MAX_VALUE ? { minimum: least } : {}),
    ...(above === undefined ? {} : { exclusiveMinimum: above }),
    ...(most < Number.MAX_VALUE ? { maximum: most } : {}),
    ...(twoDecimals ? { multipleOf: 0.01 } : {}),
  };
}

const LIMITS: Keys = { min: number(POINTS), max: number(POINTS) };
const GATE: Keys = { if: ref('attributeCondition') };
const FILTER = object({}, { type: { anyOf: [NAME, filled(NAME)] }, if: ref('propertyCondition') });

const rule = (kind: string, required: Keys, optional: Keys): JsonSchema =>
  object(
    { id: NAME, name: TEXT, kind: { const: kind }, dimension: NAME, ...required },
    { group: NAME, enabled: { type: 'boolean' }, disqualifies: { type: 'boolean' }, ...optional },
  );

const OPERANDS: Readonly<Record<Exclude<Operator, 'exists' | 'missing'>, JsonSchema>> = {
  is: oneOrSeveral(NAME),
  isNot: oneOrSeveral(NAME),
  contains: oneOrSeveral(NAME),
  notContains: oneOrSeveral(NAME),
  startsWith: oneOrSeveral(NAME),
  endsWith: oneOrSeveral(NAME),
  hasWord: oneOrSeveral(WORD),
  lt: number(ANY_NUMBER),
  lte: number(ANY_NUMBER),
  gt: number(ANY_NUMBER),
  gte: number(ANY_NUMBER),
  between: { type: 'array', items: number(ANY_NUMBER), minItems: 2, maxItems: 2 },
  before: DATE,
  onOrAfter: DATE,
};

/** A text, a number, true or false; a list means any of them. */
function oneOrSeveral(text: JsonSchema): JsonSchema {
  const one: JsonSchema = { anyOf: [text, { type: ['number', 'boolean'] }] };
  return { anyOf: [one, filled(one)] };
}

function condition(subject: Subject): JsonSchema {
  const self = ref(`${subject}Condition`);
  const withoutValue: readonly Operator[] = ['exists', 'missing'];
  const tests = OPERATORS.flatMap((op) =>
    op === 'exists' || op === 'missing'
      ? []
      : [object({ [subject]: NAME, op: { const: op }, value: OPERANDS[op] }, {})],
  );
  return {
    anyOf: [
      object({ all: listOf(self) }, {}),
      object({ any: listOf(self) }, {}),
      object({ not: self }, {}),
      object({ [subject]: NAME, op: { enum: withoutValue } }, { value: {} }),
      ...tests,
    ],
  };
}
