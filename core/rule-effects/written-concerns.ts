/** What a rule set alone tells, without a history. */
import { testsOf } from '../conditions/cell-mask.ts';
import { valuesOf } from '../rule-set/edit-operator.ts';
import type { Limits, Rule, RuleSet, Subject, Test } from '../rule-set/rule-set.ts';
import type { HiddenDebt, PenaltyStays, RuleConcern, SameTest, ShortContains } from './rule-concern.ts';

/** Of the rules that are switched on, in their order. */
export const writtenConcerns = (ruleSet: RuleSet): readonly RuleConcern[] =>
  ruleSet.rules.flatMap((rule, index) => {
    if (!rule.enabled) return [];
    const path = `rules[${index}]`;
    return [
      ...shortContains(rule, path),
      ...sameTests(ruleSet, rule, path),
      ...penaltyStays(rule, path),
      ...hiddenDebt(ruleSet, rule, path),
    ];
  });

/** A test of a rule, and whether it reads the lead or the activity. */
export interface RuleTest {
  readonly of: Subject;
  readonly name: string;
  readonly test: Test<'attribute'> | Test<'property'>;
  readonly path: string;
}

/** All tests of a rule; `path` is that of the condition they stand in. */
export function testsOfRule(rule: Rule, path: string): readonly RuleTest[] {
  const ofLead = rule.if === undefined ? [] : testsOf(rule.if);
  const ofActivity = 'on' in rule && rule.on.if !== undefined ? testsOf(rule.on.if) : [];
  return [
    ...ofLead.map((test): RuleTest => ({ of: 'attribute', name: test.attribute, test, path: `${path}.if` })),
    ...ofActivity.map((test): RuleTest => ({ of: 'property', name: test.property, test, path: `${path}.on.if` })),
  ];
}

/** Up to three letters, digits and signs counted in, and a letter among them. */
export const isShortText = (value: string): boolean => /^\s*\S{1,3}\s*$/u.test(value) && /\p{L}/u.test(value);

function shortContains(rule: Rule, path: string): readonly ShortContains[] {
  return testsOfRule(rule, path).flatMap(({ of, name, test, path: place }) => {
    if (test.op !== 'contains') return [];
    const values = valuesOf(test).map(String).filter(isShortText);
    return values.length === 0
      ? []
      : [{ kind: 'shortContains', ruleId: rule.id, path: place, of, name, values } as const];
  });
}

/** What makes two rules count the same, whatever they give for it: equal for rules that do. */
function subjectKey(rule: Rule): string {
  switch (rule.kind) {
    case 'attribute':
      return JSON.stringify([rule.kind, rule.if]);
    case 'bands':
    case 'counter':
      return JSON.stringify(['number', rule.attribute, rule.if]);
    case 'activity':
      return JSON.stringify([rule.kind, rule.if, rule.on, rule.distinctBy]);
    case 'inactivity':
      return JSON.stringify([rule.kind, rule.if, rule.on, rule.afterDays]);
  }
}

const sameTests = (ruleSet: RuleSet, rule: Rule, path: string): readonly SameTest[] => {
  const key = subjectKey(rule);
  return ruleSet.rules
    .filter((other) => other.id !== rule.id && other.enabled && subjectKey(other) === key)
    .map((other) => ({ kind: 'sameTest', ruleId: rule.id, path, other: other.id }));
};

const penaltyStays = (rule: Rule, path: string): readonly PenaltyStays[] =>
  rule.kind === 'inactivity' && rule.points < 0 && rule.decay.kind === 'none'
    ? [{ kind: 'penaltyStays', ruleId: rule.id, path: `${path}.decay` }]
    : [];

/** The innermost place with a least value that the rules within it can fall below. */
function hiddenDebt(ruleSet: RuleSet, rule: Rule, path: string): readonly HiddenDebt[] {
  if (leastOfRule(rule) >= 0) return [];
  const group = ruleSet.groups.find(({ id }) => id === rule.group);
  const dimension = ruleSet.dimensions.find(({ id }) => id === rule.dimension);
  const places = [
    ...(group === undefined ? [] : [{ ...group, place: 'group', least: leastOfGroup(ruleSet, group.id) } as const]),
    ...(dimension === undefined
      ? []
      : [{ ...dimension, place: 'dimension', least: leastOfDimension(ruleSet, dimension.id) } as const]),
    { ...ruleSet.total, id: 'total', name: '', place: 'total', least: leastOfAll(ruleSet) } as const,
  ];
  const found = places.find(({ min, least }) => min !== undefined && least < min);
  if (found?.min === undefined) return [];
  const { place, id, name, min } = found;
  return [{ kind: 'hiddenDebt', ruleId: rule.id, path, place, id, name, min }];
}

/** The least that a rule can come to; −Infinity where nothing says how often it takes away. */
function leastOfRule(rule: Rule): number {
  switch (rule.kind) {
    case 'attribute':
      return Math.min(0, rule.points);
    case 'bands':
      return Math.min(0, ...rule.bands.map(({ points }) => points));
    case 'counter':
    case 'activity':
      return rule.points >= 0 ? 0 : rule.points * (rule.max ?? Number.POSITIVE_INFINITY);
    // Each restart of the clock allows the awards of another run.
    case 'inactivity':
      return rule.points >= 0 ? 0 : Number.NEGATIVE_INFINITY;
  }
}

const leastOf = (rules: readonly Rule[]): number =>
  rules.filter(({ enabled }) => enabled).reduce((sum, rule) => sum + leastOfRule(rule), 0);

const heldWithin = ({ min, max }: Limits, points: number): number =>
  Math.max(min ?? Number.NEGATIVE_INFINITY, Math.min(max ?? Number.POSITIVE_INFINITY, points));

const leastOfGroup = ({ rules }: RuleSet, id: string): number => leastOf(rules.filter(({ group }) => group === id));

const leastOfDimension = (ruleSet: RuleSet, id: string): number =>
  leastOf(ruleSet.rules.filter((rule) => rule.dimension === id && rule.group === undefined)) +
  ruleSet.groups
    .filter(({ dimension }) => dimension === id)
    .reduce((sum, group) => sum + heldWithin(group, leastOfGroup(ruleSet, group.id)), 0);

const leastOfAll = (ruleSet: RuleSet): number =>
  ruleSet.dimensions.reduce(
    (sum, dimension) => sum + heldWithin(dimension, leastOfDimension(ruleSet, dimension.id)),
    0,
  );
