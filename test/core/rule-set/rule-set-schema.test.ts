/** The published schema is made of the parser's own lists, and says what the parser says of form. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEMPLATE_WORDS } from '../../../cli/words/template-words.ts';
import { parseRuleSet } from '../../../core/rule-set/parse-rule-set.ts';
import { ruleSetSchema } from '../../../core/rule-set/rule-set-schema.ts';
import { serialiseRuleSet } from '../../../core/rule-set/serialise-rule-set.ts';
import { TEMPLATES } from '../../../core/templates/all-templates.ts';
import { templateRuleSet } from '../../../core/templates/map-template.ts';
import { randomRuleSet } from '../../support/random-rule-set.ts';

const PUBLISHED = resolve(import.meta.dirname, '../../../docs/rule-set.schema.json');

/** Hundredths are no binary fractions. */
const schemaAccepts = new Ajv2020({ multipleOfPrecision: 7, strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(PUBLISHED, 'utf8')) as object,
);

const faultsOf = (document: unknown): readonly string[] => {
  const parsed = parseRuleSet(document);
  return parsed.ok ? [] : parsed.error.map(({ path, message }) => `${path}: ${message}`);
};

/** What no schema can say: references, ids that differ, orders of numbers, days that exist, depth. */
const BEYOND_FORM = [
  /There is no (dimension|group) with the id/u,
  /belongs to the dimension/u,
  /has the id .* already/u,
  /The least value is above the largest/u,
  /The first number of "between" is above/u,
  /This band (is empty|overlaps)/u,
  /has to be a date such as/u,
  /nested more than/u,
];
const isBeyondForm = (fault: string): boolean => BEYOND_FORM.some((pattern) => pattern.test(fault));

/** Where a fault that a schema cannot see is the only one, the schema may accept. */
function expectSameVerdict(document: unknown): void {
  const faults = faultsOf(document);
  const accepted = schemaAccepts(document);
  if (accepted) expect(faults.filter((fault) => !isBeyondForm(fault))).toEqual([]);
  else expect({ faults, errors: schemaAccepts.errors }).not.toMatchObject({ faults: [] });
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const DAMAGES: readonly ((value: Json) => Json | undefined)[] = [
  () => undefined,
  () => null,
  () => '',
  () => ' \ufeff',
  () => 'x',
  () => '!?',
  () => [],
  () => ({}),
  () => true,
  () => 0,
  () => -1,
  () => 1.005,
  () => 1_000_000.5,
  () => 36_501,
  () => '2025-02-30',
  () => '__proto__',
  () => 'hasWord',
  () => 'between',
  () => 'missing',
  () => 'steps',
  (value) => [value],
  (value) => [value, value],
  (value) => ({ not: value }),
  (value) => (typeof value === 'object' && !Array.isArray(value) ? Object.assign({ more: 1 }, value) : 'more'),
];

interface Place {
  readonly get: Json;
  readonly put: (value: Json | undefined) => Json;
}

/** Every value within a document, with what the document is once another stands there. */
function placesIn(value: Json, put: Place['put'] = (next) => next ?? null): readonly Place[] {
  const self = { get: value, put };
  if (Array.isArray(value)) {
    const list: readonly Json[] = value;
    const putItem = (index: number) => (next: Json | undefined) =>
      put(next === undefined ? list.toSpliced(index, 1) : list.with(index, next));
    return [self, ...list.flatMap((item, index) => placesIn(item, putItem(index)))];
  }
  if (typeof value !== 'object' || value === null) return [self];
  const entries = Object.entries(value);
  const putKey = (key: string) => (next: Json | undefined) =>
    put(
      Object.fromEntries(
        entries.flatMap(([name, old]) => (name !== key ? [[name, old]] : next === undefined ? [] : [[name, next]])),
      ),
    );
  return [self, ...entries.flatMap(([key, item]) => placesIn(item, putKey(key)))];
}

const damaged = (document: Json): fc.Arbitrary<Json> => {
  const places = placesIn(document);
  return fc.tuple(fc.nat(places.length - 1), fc.nat(DAMAGES.length - 1)).map(([at, how]) => {
    const place = places[at];
    return place === undefined ? document : place.put(DAMAGES[how]?.(place.get));
  });
};

const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

describe('the schema of rule sets', () => {
  it('is published as it is made', () => {
    expect(JSON.parse(readFileSync(PUBLISHED, 'utf8'))).toEqual(ruleSetSchema());
  });

  it('accepts every valid rule set, completed or brief', () => {
    fc.assert(
      fc.property(randomRuleSet(), (ruleSet) => {
        for (const document of [asJson(ruleSet), JSON.parse(serialiseRuleSet(ruleSet)) as Json]) {
          expect(faultsOf(document)).toEqual([]);
          expect([schemaAccepts(document), schemaAccepts.errors]).toEqual([true, null]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('accepts every template', () => {
    const verdicts = TEMPLATES.map((template) =>
      schemaAccepts(JSON.parse(serialiseRuleSet(templateRuleSet(template, TEMPLATE_WORDS)))),
    );
    expect(verdicts).toEqual(TEMPLATES.map(() => true));
  });

  it('judges damaged rule sets as the parser does, but for what no schema can say', () => {
    fc.assert(
      fc.property(
        randomRuleSet().chain((ruleSet) =>
          fc.array(damaged(asJson(ruleSet)), { minLength: 1, maxLength: 20, size: 'max' }),
        ),
        (documents) => documents.forEach(expectSameVerdict),
      ),
      { numRuns: 300 },
    );
  });

  it('judges every single damage of a template as the parser does', () => {
    const document = asJson(templateRuleSet(TEMPLATES[3] ?? expect.unreachable(), {}));
    for (const place of placesIn(document))
      for (const damage of DAMAGES) expectSameVerdict(place.put(damage(place.get)));
  });

  it('and the parser refuse another version, and the parser names it', () => {
    const document = { ...templateRuleSet(TEMPLATES[0] ?? expect.unreachable(), {}), format: 'accord.rule-set/2' };
    expect(schemaAccepts(document)).toBe(false);
    expect(faultsOf(document)).toEqual([expect.stringContaining('has the format version "2"')]);
  });
});
