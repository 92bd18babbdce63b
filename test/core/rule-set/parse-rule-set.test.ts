import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRuleSet } from '../../../core/rule-set/parse-rule-set.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import type { RuleSetFault } from '../../../core/rule-set/rule-set-faults.ts';

const CASES = new URL('../../../../shared/spec/cases/', import.meta.url);

const dimension = { id: 'fit', name: 'Profile' };
const level = { id: 'mql', name: 'MQL', total: 50 };
const condition = { attribute: 'job', op: 'is', value: 'owner' };
const attributeRule = { id: 'r', name: 'R', kind: 'attribute', dimension: 'fit', points: 5, if: condition };
const activityRule = { id: 'r', name: 'R', kind: 'activity', dimension: 'fit', points: 5, on: {} };
const inactivityRule = { id: 'r', name: 'R', kind: 'inactivity', dimension: 'fit', points: -5, afterDays: 30 };
const counterRule = { id: 'r', name: 'R', kind: 'counter', dimension: 'fit', points: 1, attribute: 'visits' };
const document = (changes: object = {}): object => ({
  format: 'accord.rule-set/1',
  name: 'Test',
  dimensions: [dimension],
  rules: [],
  levels: [level],
  ...changes,
});
const withRule = (rule: object): object => document({ rules: [rule] });
const withBands = (...bands: object[]): object =>
  withRule({ id: 'r', name: 'R', kind: 'bands', dimension: 'fit', attribute: 'size', bands });
const withIf = (test: unknown): object => withRule({ ...attributeRule, if: test });
const withTest = (op: string, value?: unknown): object => withIf({ attribute: 'a', op, value });
const nested = (depth: number): object => (depth === 1 ? condition : { not: nested(depth - 1) });

function faultsOf(value: unknown): readonly RuleSetFault[] {
  const parsed = parseRuleSet(value);
  return parsed.ok ? [] : parsed.error;
}
const pathsOf = (value: unknown): readonly string[] => faultsOf(value).map(({ path }) => path);
function accepted(value: unknown): RuleSet {
  const parsed = parseRuleSet(value);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

describe('a rule set that is accepted', () => {
  it.each(readdirSync(CASES).filter((name) => name.startsWith('case-')))('parses the worked %s', (name) => {
    expect(faultsOf(JSON.parse(readFileSync(new URL(`${name}/rules.json`, CASES), 'utf8')))).toEqual([]);
  });

  it('gets every default', () => {
    expect(
      accepted(
        document({
          rules: [activityRule, { ...inactivityRule, id: 's' }],
          groups: [{ id: 'g', name: 'G', dimension: 'fit' }],
        }),
      ),
    ).toEqual({
      format: 'accord.rule-set/1',
      name: 'Test',
      description: '',
      total: {},
      dimensions: [dimension],
      groups: [{ id: 'g', name: 'G', dimension: 'fit', combine: 'sum' }],
      ignore: [],
      rules: [
        { ...activityRule, enabled: true, disqualifies: false, every: 1, decay: { kind: 'none' } },
        { ...inactivityRule, id: 's', enabled: true, disqualifies: false, on: {}, max: 1, decay: { kind: 'none' } },
      ],
      levels: [{ ...level, dimensions: {} }],
    });
  });

  it('takes null for an optional key as absent', () => {
    const nulls = {
      group: null,
      enabled: null,
      disqualifies: null,
      if: null,
      distinctBy: null,
      every: null,
      withinDays: null,
      cooldownDays: null,
      max: null,
      decay: null,
    };
    const changes = {
      description: null,
      total: null,
      groups: null,
      ignore: null,
      recycle: null,
      levels: [{ ...level, dimensions: null, route: null, followUpHours: null }],
    };
    expect(
      parseRuleSet(document({ ...changes, rules: [{ ...activityRule, ...nulls, on: { type: null, if: null } }] })),
    ).toEqual(parseRuleSet(withRule(activityRule)));
  });

  it('makes a lone type a list', () => {
    expect(accepted(withRule({ ...activityRule, on: { type: 'call' } })).rules[0]).toMatchObject({
      on: { type: ['call'] },
    });
  });

  it('gives linear steps by default', () => {
    const decay = { kind: 'steps', percent: 25, everyDays: 30 };
    expect(accepted(withRule({ ...activityRule, decay })).rules[0]).toMatchObject({
      decay: { ...decay, compound: false },
    });
  });

  it.each([['exists'], ['missing']])('drops whatever value %s is given', (op) => {
    expect(accepted(withTest(op, { any: 'thing' })).rules[0]).toMatchObject({ if: { attribute: 'a', op } });
    expect(accepted(withTest(op, { any: 'thing' })).rules[0]).not.toHaveProperty('if.value');
  });

  it.each([
    ['touching bands', withBands({ to: 50, points: 1 }, { from: 50, points: 2 })],
    ['bands in any order', withBands({ from: 50, points: 2 }, { to: 50, points: 1 })],
    ['an empty all', withIf({ all: [] })],
    ['an empty any', withIf({ any: [] })],
    ['64 nested conditions', withIf(nested(64))],
    ['an hour', withRule({ ...inactivityRule, afterDays: 1 / 24 })],
    ['no cooldown', withRule({ ...activityRule, cooldownDays: 0 })],
    ['two decimals', withRule({ ...attributeRule, points: -0.07 })],
    ['the largest points', withRule({ ...attributeRule, points: 1_000_000 })],
    ['a range of one number', withTest('between', [5, 5])],
    ['a yes/no value', withTest('is', true)],
    ['numbers among texts', withTest('isNot', ['a', 12])],
    ['a day', withTest('before', '2025-02-28')],
    ['an instant with an offset', withTest('onOrAfter', '2025-02-28T10:00:00+02:00')],
    ['a minimum of a dimension', document({ levels: [{ ...level, dimensions: { fit: 10.5 } }] })],
    ['a recycle', document({ recycle: { on: ['recycled'], clear: ['fit'] } })],
  ])('may hold %s', (_, value) => {
    expect(faultsOf(value)).toEqual([]);
  });
});

describe('a rule set that is refused, with the path of the fault', () => {
  it.each<readonly [string, unknown, string]>([
    ['no object', [], ''],
    ['null', null, ''],
    ['another format', document({ format: 'something' }), 'format'],
    ['a missing name', document({ name: null }), 'name'],
    ['an unknown key', document({ colour: 'red' }), 'colour'],
    [
      'an own __proto__ key',
      JSON.parse(
        '{"format":"accord.rule-set/1","name":"","dimensions":[{"id":"fit","name":""}],"rules":[],"levels":[{"id":"mql","name":"","total":1}],"__proto__":{"x":1}}',
      ),
      '__proto__',
    ],
    [
      'a __proto__ minimum',
      document({ levels: [JSON.parse('{"id":"mql","name":"","total":1,"dimensions":{"__proto__":5}}')] }),
      'levels[0].dimensions.__proto__',
    ],
    ['an unknown key of a rule', withRule({ ...attributeRule, max: 3 }), 'rules[0].max'],
    [
      'an unknown key of a decay',
      withRule({ ...activityRule, decay: { kind: 'expire', days: 3, percent: 2 } }),
      'rules[0].decay.percent',
    ],
    ['an unknown kind', withRule({ ...attributeRule, kind: 'magic' }), 'rules[0].kind'],
    ['a kind every object has', withRule({ ...attributeRule, kind: 'toString' }), 'rules[0].kind'],
    ['no dimensions', document({ dimensions: [] }), 'dimensions'],
    ['no levels', document({ levels: [] }), 'levels'],
    ['no bands', withBands(), 'rules[0].bands'],
    ['no types', withRule({ ...activityRule, on: { type: [] } }), 'rules[0].on.type'],
    ['an empty type', withRule({ ...activityRule, on: { type: ' ' } }), 'rules[0].on.type'],
    ['no stages to recycle on', document({ recycle: { on: [], clear: ['fit'] } }), 'recycle.on'],
    ['nothing to clear', document({ recycle: { on: ['lost'], clear: [] } }), 'recycle.clear'],
    ['an unknown stage', document({ recycle: { on: ['Lost'], clear: ['fit'] } }), 'recycle.on[0]'],
    ['an unknown dimension to clear', document({ recycle: { on: ['lost'], clear: ['x'] } }), 'recycle.clear[0]'],
    ['an unknown dimension of a rule', withRule({ ...attributeRule, dimension: 'x' }), 'rules[0].dimension'],
    [
      'an unknown dimension of a group',
      document({ groups: [{ id: 'g', name: '', dimension: 'x' }] }),
      'groups[0].dimension',
    ],
    [
      'an unknown dimension of a level',
      document({ levels: [{ ...level, dimensions: { 'x y': 1 } }] }),
      'levels[0].dimensions["x y"]',
    ],
    ['an unknown group', withRule({ ...attributeRule, group: 'g' }), 'rules[0].group'],
    [
      'a group in another dimension',
      document({
        dimensions: [dimension, { id: 'b', name: '' }],
        groups: [{ id: 'g', name: '', dimension: 'b' }],
        rules: [{ ...attributeRule, group: 'g' }],
      }),
      'rules[0].group',
    ],
    [
      'an unknown combine',
      document({ groups: [{ id: 'g', name: '', dimension: 'fit', combine: 'max' }] }),
      'groups[0].combine',
    ],
    ['equal dimension ids', document({ dimensions: [dimension, dimension] }), 'dimensions[1].id'],
    [
      'equal group ids',
      document({
        groups: [
          { id: 'g', name: '', dimension: 'fit' },
          { id: 'g', name: '', dimension: 'fit' },
        ],
      }),
      'groups[1].id',
    ],
    ['equal rule ids', document({ rules: [attributeRule, attributeRule] }), 'rules[1].id'],
    ['equal level ids', document({ levels: [level, level] }), 'levels[1].id'],
    ['an empty id', document({ levels: [{ ...level, id: '' }] }), 'levels[0].id'],
    ['min above max in the total', document({ total: { min: 2, max: 1 } }), 'total.min'],
    ['min above max in a dimension', document({ dimensions: [{ ...dimension, min: 2, max: 1 }] }), 'dimensions[0].min'],
    ['three decimals', withRule({ ...attributeRule, points: 1.005 }), 'rules[0].points'],
    ['a sum of fractions', withRule({ ...attributeRule, points: 0.1 + 0.2 }), 'rules[0].points'],
    ['points too large', withRule({ ...attributeRule, points: 1_000_000.01 }), 'rules[0].points'],
    ['points as a text', withRule({ ...attributeRule, points: '5' }), 'rules[0].points'],
    ['NaN', withRule({ ...attributeRule, points: Number.NaN }), 'rules[0].points'],
    ['infinity', withBands({ to: Number.POSITIVE_INFINITY, points: 1 }), 'rules[0].bands[0].to'],
    ['every 0', withRule({ ...activityRule, every: 0 }), 'rules[0].every'],
    ['every 1.5', withRule({ ...activityRule, every: 1.5 }), 'rules[0].every'],
    ['max above a million', withRule({ ...activityRule, max: 1_000_001 }), 'rules[0].max'],
    ['inactivity max above a thousand', withRule({ ...inactivityRule, max: 1_001 }), 'rules[0].max'],
    ['a negative counter max', withRule({ ...counterRule, max: -1 }), 'rules[0].max'],
    ['less than an hour', withRule({ ...inactivityRule, afterDays: 0.04 }), 'rules[0].afterDays'],
    ['more than a century', withRule({ ...activityRule, withinDays: 36_501 }), 'rules[0].withinDays'],
    ['withinDays 0', withRule({ ...activityRule, withinDays: 0 }), 'rules[0].withinDays'],
    ['a negative cooldown', withRule({ ...activityRule, cooldownDays: -1 }), 'rules[0].cooldownDays'],
    [
      '0 percent',
      withRule({ ...activityRule, decay: { kind: 'steps', percent: 0, everyDays: 1 } }),
      'rules[0].decay.percent',
    ],
    [
      '101 percent',
      withRule({ ...activityRule, decay: { kind: 'steps', percent: 101, everyDays: 1 } }),
      'rules[0].decay.percent',
    ],
    ['a half-life of 0', withRule({ ...activityRule, decay: { kind: 'half-life', days: 0 } }), 'rules[0].decay.days'],
    ['enabled as a text', withRule({ ...attributeRule, enabled: 'yes' }), 'rules[0].enabled'],
    ['an empty band', withBands({ from: 5, to: 5, points: 1 }), 'rules[0].bands[0].to'],
    ['overlapping bands', withBands({ to: 51, points: 1 }, { from: 50, points: 2 }), 'rules[0].bands[1]'],
    ['two open bands', withBands({ points: 1 }, { points: 2 }), 'rules[0].bands[1]'],
    ['a missing if', withIf(null), 'rules[0].if'],
    ['a property on a lead', withIf({ property: 'a', op: 'exists' }), 'rules[0].if.property'],
    ['an attribute on an activity', withRule({ ...activityRule, on: { if: condition } }), 'rules[0].on.if.attribute'],
    ['an entry that ignores all', document({ ignore: [{}] }), 'ignore[0]'],
    ['all beside any', withIf({ all: [], any: [] }), 'rules[0].if.any'],
    ['65 nested conditions', withIf(nested(65)), `rules[0].if${'.not'.repeat(64)}`],
    ['an unknown operator', withTest('matches', 'x'), 'rules[0].if.op'],
    ['an operator without its value', withTest('is'), 'rules[0].if.value'],
    ['an empty text', withTest('contains', ''), 'rules[0].if.value'],
    ['a blank text', withTest('is', '  '), 'rules[0].if.value'],
    ['an empty list', withTest('is', []), 'rules[0].if.value'],
    ['an empty text in a list', withTest('is', ['a', '']), 'rules[0].if.value[1]'],
    ['a null in a list', withTest('is', ['a', null]), 'rules[0].if.value[1]'],
    ['hasWord without a word', withTest('hasWord', 'C++ & ++'.slice(4)), 'rules[0].if.value'],
    ['a relation to a text', withTest('gte', '5'), 'rules[0].if.value'],
    ['a relation to a list', withTest('lt', [5]), 'rules[0].if.value'],
    ['between one number', withTest('between', [1]), 'rules[0].if.value'],
    ['between the wrong way round', withTest('between', [2, 1]), 'rules[0].if.value'],
    ['between texts', withTest('between', [1, '2']), 'rules[0].if.value[1]'],
    ['a date that is none', withTest('before', '2025-02-30'), 'rules[0].if.value'],
    ['a date of another order', withTest('onOrAfter', '03/04/2025'), 'rules[0].if.value'],
  ])('%s', (_, value, path) => {
    expect(pathsOf(value)).toEqual([path]);
  });

  it('tells all faults at once', () => {
    expect(
      pathsOf(document({ levels: [], total: { min: 1, max: 0 }, rules: [{ ...activityRule, every: 0, max: 0 }] })),
    ).toEqual(['rules[0].every', 'rules[0].max', 'levels', 'total.min']);
  });

  it('names the version of a newer format', () => {
    expect(faultsOf(document({ format: 'accord.rule-set/7', what: 1 }))).toEqual([
      { path: 'format', message: expect.stringContaining('"7"') as string },
    ]);
  });

  it('says the way out', () => {
    expect(faultsOf(withRule({ ...attributeRule, dimension: 'fitt' }))[0]?.message).toBe(
      'There is no dimension with the id "fitt"; use one of: fit.',
    );
  });
});
