import fc from 'fast-check';
import {
  type Decay,
  type Limits,
  type Rule,
  type RuleKind,
  type RuleSet,
  STAGE_NAMES,
} from '../../core/rule-set/rule-set.ts';
import { randomAttributeCondition, randomFilter, randomIgnoreEntry } from './random-condition.ts';
import { pick } from './random-history.ts';
import { ATTRIBUTES_ASKED } from './random-values.ts';

/** A rule without its place in the rule set. */
export type RuleDraft = DraftOf<Rule>;
type DraftOf<R> = R extends Rule ? Omit<R, 'id' | 'name' | 'dimension' | 'group' | 'enabled' | 'disqualifies'> : never;

export interface RuleSetDemands {
  /** The first rule: enabled, and its awards are read by everything that can read them. */
  readonly firstRule?: fc.Arbitrary<RuleDraft>;
  readonly firstDisqualifies?: true;
  readonly recycle?: true;
  readonly ignore?: true;
  /** Every rule stands in a group, and all groups combine so. */
  readonly combine?: 'sum' | 'best';
  readonly limits?: 'group' | 'dimension' | 'total';
  readonly minimums?: true;
  /** 33 to 40 rules. */
  readonly manyRules?: true;
}

const POINTS: readonly number[] = [5, 10, -5, 0, 12.34, -20, 20, -0.25, 0.01, 100, 1_000_000];
const DAYS: readonly number[] = [1, 2, 7, 30, 0.5, 0.75, 1 / 24, 0.1, 3, 5, 14.5, 1.0000001, 90, 36_500];
const LIMITS: readonly number[] = [0, 10, 20, -10, 5.5, 50, -30, 100];
const COUNTS: readonly number[] = [1, 2, 3, 5, 33, 1_000_000];

/** The reference engine sums all awards at every award: a thousand hourly ones would take it most of a second. */
const LARGEST_QUICK_RUN = 35;

const points = oneOf(POINTS);
const days = oneOf(DAYS);
const seldom = fc.nat(9).map((code) => code === 9);

export const DECAYS = {
  none: fc.constant<Decay>({ kind: 'none' }),
  expire: fc.record({ kind: fc.constant('expire' as const), days }),
  linear: fc.record({ kind: fc.constant('linear' as const), days }),
  'half-life': fc.record({ kind: fc.constant('half-life' as const), days }),
  steps: randomSteps(false, [10, 25, 33.3, 50, 0.5, 70]),
  'compound steps': randomSteps(true, [10, 25, 33.3, 50, 99.99]),
  'steps of 100 %': randomSteps(false, [100]),
  'compound steps of 100 %': randomSteps(true, [100]),
} satisfies Record<string, fc.Arbitrary<Decay>>;

const randomDecay: fc.Arbitrary<Decay> = fc.oneof({ weight: 4, arbitrary: DECAYS.none }, ...Object.values(DECAYS));

/** A gate that some leads pass; half of the rules have none. */
const gate = fc.record({ if: randomAttributeCondition }, { requiredKeys: [] });
const gated = fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: gate });

const attributeRule = fc.record({ kind: fc.constant('attribute' as const), points, if: randomAttributeCondition });

const bandsRule = fc
  .tuple(
    gated,
    oneOf(ATTRIBUTES_ASKED),
    fc.uniqueArray(oneOf([-3, 0, 7, 7.5, 12, 50, 1000]), { minLength: 2, maxLength: 5 }),
    fc.array(points, { minLength: 6, maxLength: 6 }),
    fc.nat(3),
  )
  .map(([condition, attribute, edges, values, open]) => {
    const sorted = [...edges].sort((left, right) => left - right);
    const closed = sorted.slice(1).map((to, index) => ({ from: pick(sorted, index), to, points: pick(values, index) }));
    // Without its second band there is a gap.
    const bands = closed.filter((_band, index) => index !== 1 || open % 2 === 0);
    return {
      kind: 'bands' as const,
      attribute,
      bands: [
        ...(open >= 1 ? [{ to: pick(sorted, 0), points: pick(values, 4) }] : []),
        ...bands,
        ...(open >= 2 ? [{ from: pick(sorted, sorted.length - 1), points: pick(values, 5) }] : []),
      ],
      ...condition,
    };
  });

const counterRule = fc
  .tuple(
    gated,
    fc.record(
      {
        kind: fc.constant('counter' as const),
        attribute: oneOf([...ATTRIBUTES_ASKED, 'employees', 'note', 'employees']),
        points,
        max: oneOf([0, 2, 2.25, 10, 33]),
      },
      { requiredKeys: ['kind', 'attribute', 'points'] },
    ),
  )
  .map(([condition, rule]) => ({ ...rule, ...condition }));

const activityOptions = {
  distinctBy: oneOf(['url', 'seconds', 'bot', 'seen', 'agent', 'type', 'absent']),
  withinDays: days,
  cooldownDays: oneOf([...DAYS, 0]),
  max: oneOf(COUNTS),
};
export type ActivityOption = keyof typeof activityOptions | 'every';

/** Where an option is asked for, it has values that matter in small histories, and the rule gives points to most leads. */
const bitingOptions = {
  distinctBy: oneOf(['url', 'seconds', 'bot', 'seen', 'agent', 'type']),
  withinDays: oneOf([0.5, 1, 2, 3, 7, 1 / 24, 1.0000001]),
  cooldownDays: oneOf([0.5, 1, 2, 3, 7, 30, 1.0000001]),
  max: oneOf([1, 2, 3]),
};
const openFilter = fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: randomFilter });

/** An activity rule that surely has the options named, and each of the others now and then. */
export function randomActivityRule(always: readonly ActivityOption[], decay = randomDecay): fc.Arbitrary<RuleDraft> {
  const asked = always.filter((option) => option !== 'every');
  const biting = Object.fromEntries(asked.map((option) => [option, bitingOptions[option]]));
  const optional = fc.record({ ...activityOptions, ...biting }, { requiredKeys: asked });
  const plain = always.length === 0;
  return fc
    .tuple(
      plain ? gated : fc.oneof({ weight: 5, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: gated }),
      fc.record({
        kind: fc.constant('activity' as const),
        points: plain ? points : oneOf(POINTS.filter((value) => value !== 0)),
        on: plain ? randomFilter : openFilter,
        every: always.includes('every') ? oneOf([2, 2, 3, 4]) : oneOf([1, 1, 1, 2, 3]),
        decay,
      }),
      plain
        ? fc.oneof(fc.constant({}), optional)
        : fc.oneof(
            optional,
            fc.record(bitingOptions, { requiredKeys: asked }).map((options) => onlyAsked(options, asked)),
          ),
    )
    .map(([condition, rule, options]) => ({ ...rule, ...options, ...condition }));
}

/** Without the options that would only hide what the ones asked for do. */
function onlyAsked<T extends object>(options: T, asked: readonly string[]): Partial<T> {
  return Object.fromEntries(Object.entries(options).filter(([option]) => asked.includes(option))) as Partial<T>;
}

export function randomInactivityRule(decay = randomDecay): fc.Arbitrary<RuleDraft> {
  return fc
    .tuple(
      gated,
      fc.record({
        kind: fc.constant('inactivity' as const),
        points,
        afterDays: days,
        on: randomFilter,
        max: oneOf([1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 40, 1000]),
        decay,
      }),
    )
    .map(([condition, rule]) => ({
      ...rule,
      ...condition,
      max: rule.afterDays < 7 ? Math.min(rule.max, LARGEST_QUICK_RUN) : rule.max,
    }));
}

export const RULES_BY_KIND: Readonly<Record<RuleKind, fc.Arbitrary<RuleDraft>>> = {
  attribute: attributeRule,
  bands: bandsRule,
  counter: counterRule,
  activity: randomActivityRule([]),
  inactivity: randomInactivityRule(),
};

const anyRule: fc.Arbitrary<RuleDraft> = fc.oneof(
  { weight: 3, arbitrary: RULES_BY_KIND.activity },
  { weight: 2, arbitrary: RULES_BY_KIND.inactivity },
  RULES_BY_KIND.attribute,
  RULES_BY_KIND.bands,
  RULES_BY_KIND.counter,
);

const placed = (draft: fc.Arbitrary<RuleDraft>) =>
  fc.record({
    draft,
    dimension: fc.nat(5),
    group: fc.nat(4),
    disabled: seldom,
    disqualifies: fc.nat(14).map((code) => code === 14),
  });

/** Valid rule sets as `parseRuleSet` completes them, with every feature of REPLAY.md section 2. */
export function randomRuleSet(demands: RuleSetDemands = {}): fc.Arbitrary<RuleSet> {
  const someRules = fc.array(placed(anyRule), { maxLength: 5, size: 'max' });
  const manyRules = fc.array(placed(anyRule), { minLength: 33, maxLength: 40, size: 'max' });
  return fc
    .record({
      dimensions: fc.array(limits(demands.limits === 'dimension'), { minLength: 1, maxLength: 3, size: 'max' }),
      total: limits(demands.limits === 'total'),
      groups: fc.array(
        fc.record({
          dimension: fc.nat(5),
          combine: demands.combine ? fc.constant(demands.combine) : oneOf(['sum', 'best'] as const),
          limits: limits(demands.limits === 'group'),
        }),
        { minLength: demands.combine || demands.limits === 'group' ? 2 : 0, maxLength: 3, size: 'max' },
      ),
      ignore: fc.array(
        randomIgnoreEntry,
        demands.ignore ? { minLength: 1, maxLength: 2, size: 'max' } : { maxLength: 1 },
      ),
      first: demands.firstRule ? placed(demands.firstRule) : placed(anyRule),
      rules: demands.manyRules
        ? manyRules
        : fc.oneof({ weight: 60, arbitrary: someRules }, { weight: 1, arbitrary: manyRules }),
      levels: fc.array(
        fc.record({
          total: oneOf([5, 10, 0, 20, 12.34, 50, -20, 100]),
          minimums: fc.array(fc.option(oneOf([0, 5, 10, -5]), { freq: demands.minimums ? 2 : 1, nil: null }), {
            minLength: 3,
            maxLength: 3,
          }),
        }),
        { minLength: 1, maxLength: 3, size: 'max' },
      ),
      recycle: fc.record({ stages: fc.nat(255), clear: fc.nat(7), kind: fc.nat(3) }),
    })
    .map(({ dimensions, total, groups, ignore, first, rules, levels, recycle }): RuleSet => {
      const dimensionIds = dimensions.map((_limits, index) => pick(['fit', 'engagement', 'intent'], index));
      const placedGroups = groups.map((group, index) => ({
        id: `g${index}`,
        name: `Group ${index}`,
        dimension: pick(dimensionIds, group.dimension),
        combine: group.combine,
        ...group.limits,
      }));
      const grouped = demands.combine !== undefined || demands.limits === 'group';
      const all = [
        {
          ...first,
          disabled: first.disabled && demands.firstRule === undefined,
          disqualifies: demands.firstDisqualifies ?? first.disqualifies,
        },
        ...rules,
      ];
      const clear = dimensionIds.filter((_id, index) => ((recycle.clear >> index) & 1) === 1);
      const on = STAGE_NAMES.filter((_name, index) => ((recycle.stages >> index) & 1) === 1);
      return {
        format: 'accord.rule-set/1',
        name: 'Random',
        description: '',
        total,
        dimensions: dimensions.map((dimension, index) => ({
          id: pick(dimensionIds, index),
          name: `Dimension ${index}`,
          ...dimension,
        })),
        groups: placedGroups,
        ignore,
        rules: all.map(({ draft, dimension, group, disabled, disqualifies }, index): Rule => {
          const own = placedGroups[group % Math.max(1, placedGroups.length)];
          const ownGroup = own !== undefined && (grouped || group > 1) ? own : undefined;
          return {
            ...draft,
            id: `r${index}`,
            name: `Rule ${index}`,
            dimension: ownGroup?.dimension ?? pick(dimensionIds, dimension),
            ...(ownGroup === undefined ? {} : { group: ownGroup.id }),
            enabled: !disabled,
            disqualifies,
          };
        }),
        levels: levels.map((level, index) => ({
          id: `level${index}`,
          name: `Level ${index}`,
          total: level.total,
          dimensions: Object.fromEntries(
            dimensionIds.flatMap((id, dimension) => {
              const least = level.minimums[dimension] ?? null;
              return least === null ? [] : [[id, least]];
            }),
          ),
        })),
        ...(recycle.kind === 0 && !demands.recycle
          ? {}
          : {
              recycle: {
                on: recycle.kind === 1 && on.length > 0 ? on : ['recycled', 'rejected'],
                clear: clear.length === 0 || demands.recycle ? dimensionIds : clear,
              },
            }),
      };
    });
}

/** Both ends, one or none; `min` at most `max`. */
function limits(always: boolean): fc.Arbitrary<Limits> {
  return fc
    .tuple(oneOf(LIMITS), oneOf(LIMITS), always ? fc.integer({ min: 4, max: 7 }) : fc.nat(7))
    .map(([one, other, kind]) => {
      const min = Math.min(one, other);
      const max = Math.max(one, other);
      if (kind < 4) return {};
      if (kind === 4) return { min };
      return kind === 5 ? { max } : { min, max };
    });
}

function randomSteps(compound: boolean, percents: readonly number[]): fc.Arbitrary<Decay> {
  return fc.record({
    kind: fc.constant('steps' as const),
    percent: oneOf(percents),
    everyDays: days,
    compound: fc.constant(compound),
  });
}

function oneOf<T>(items: readonly T[]): fc.Arbitrary<T> {
  return fc.noBias(fc.nat(items.length - 1)).map((index) => pick(items, index));
}
