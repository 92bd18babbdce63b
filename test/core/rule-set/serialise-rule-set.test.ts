import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRuleSet } from '../../../core/rule-set/parse-rule-set.ts';
import { serialiseRuleSet } from '../../../core/rule-set/serialise-rule-set.ts';

const points = fc.integer({ min: -1000, max: 1000 }).map((hundredths) => hundredths / 100);
const days = fc.constantFrom(1 / 24, 1, 7.5, 30, 36_500);
const name = fc.string();
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary);
const operand = fc.oneof(fc.constantFrom('a', 'Ünï', '12'), fc.integer(), fc.boolean());
const test = (subject: string) =>
  fc.oneof(
    fc.record({
      [subject]: fc.constantFrom('job', 'created'),
      op: fc.constantFrom('is', 'isNot', 'contains'),
      value: fc.oneof(operand, fc.array(operand, { minLength: 1 })),
    }),
    fc.record({
      [subject]: fc.constant('size'),
      op: fc.constantFrom('lt', 'gte'),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }),
    }),
    fc.record({ [subject]: fc.constant('size'), op: fc.constantFrom('exists', 'missing') }),
  );
const condition = (subject: string) =>
  fc.oneof(
    test(subject),
    fc.record({ all: fc.array(test(subject)) }),
    fc.record({ any: fc.array(fc.record({ not: test(subject) })) }),
  );
const filter = fc.record({ type: fc.constantFrom(null, 'call', ['call', 'mail']), if: maybe(condition('property')) });
const decay = fc.oneof(
  fc.record({ kind: fc.constantFrom('expire', 'linear', 'half-life'), days }),
  fc.record({
    kind: fc.constant('steps'),
    percent: fc.constantFrom(0.5, 25, 100),
    everyDays: days,
    compound: maybe(fc.boolean()),
  }),
  fc.constant({ kind: 'none' }),
);
const any = {
  name,
  dimension: fc.constant('fit'),
  group: fc.constantFrom(null, 'web'),
  enabled: maybe(fc.boolean()),
  disqualifies: maybe(fc.boolean()),
};
const gate = maybe(condition('attribute'));
const rule = fc.oneof(
  fc.record({ ...any, kind: fc.constant('attribute'), points, if: condition('attribute') }),
  fc.record({
    ...any,
    kind: fc.constant('bands'),
    attribute: fc.constant('size'),
    bands: fc.constant([
      { to: 5, points: 1 },
      { from: 5, points: 2 },
    ]),
    if: gate,
  }),
  fc.record({
    ...any,
    kind: fc.constant('counter'),
    attribute: fc.constant('size'),
    points,
    max: maybe(fc.nat()),
    if: gate,
  }),
  fc.record({
    ...any,
    kind: fc.constant('activity'),
    points,
    on: filter,
    every: maybe(fc.integer({ min: 1, max: 3 })),
    withinDays: maybe(days),
    cooldownDays: maybe(days),
    max: maybe(fc.integer({ min: 1, max: 3 })),
    distinctBy: fc.constantFrom(null, 'url'),
    decay: maybe(decay),
    if: gate,
  }),
  fc.record({
    ...any,
    kind: fc.constant('inactivity'),
    points,
    afterDays: days,
    on: maybe(filter),
    max: maybe(fc.integer({ min: 1, max: 3 })),
    decay: maybe(decay),
    if: gate,
  }),
);
const ruleSetDocument = fc.record({
  format: fc.constant('accord.rule-set/1'),
  name,
  description: maybe(name),
  total: maybe(fc.constantFrom({}, { min: 0 }, { min: -5, max: 100 })),
  dimensions: fc.constant([
    { id: 'fit', name: 'Fit', max: 50 },
    { id: 'other', name: 'Other' },
  ]),
  groups: fc
    .record({ combine: fc.constantFrom(null, 'sum', 'best') })
    .map((group) => [{ id: 'web', name: 'Web', dimension: 'fit', ...group }]),
  ignore: maybe(fc.constant([{ type: 'click' }])),
  rules: fc.array(rule).map((rules) => rules.map((one, index) => ({ id: `r${index}`, ...one }))),
  levels: fc.constantFrom(
    [{ id: 'mql', name: 'MQL', total: 5 }],
    [{ id: 'hot', name: 'Hot', total: 9.5, dimensions: { fit: 1 }, route: 'sales', followUpHours: 4 }],
  ),
  recycle: maybe(fc.constant({ on: ['lost'], clear: ['fit'] })),
});

describe('a rule set kept as a document', () => {
  it('reads back as it was', () => {
    fc.assert(
      fc.property(ruleSetDocument, (document) => {
        const parsed = parseRuleSet(document);
        expect(parsed).toMatchObject({ ok: true });
        if (parsed.ok) expect(parseRuleSet(JSON.parse(serialiseRuleSet(parsed.value)))).toEqual(parsed);
      }),
    );
  });

  it('leaves out what equals its default', () => {
    const short = {
      format: 'accord.rule-set/1',
      name: 'Short',
      dimensions: [{ id: 'fit', name: 'Fit' }],
      groups: [{ id: 'web', name: 'Web', dimension: 'fit' }],
      rules: [{ id: 'quiet', name: 'Quiet', kind: 'inactivity', dimension: 'fit', points: -5, afterDays: 30 }],
      levels: [{ id: 'mql', name: 'MQL', total: 50 }],
    };
    const parsed = parseRuleSet(short);
    expect(parsed.ok && JSON.parse(serialiseRuleSet(parsed.value))).toEqual(short);
  });
});
