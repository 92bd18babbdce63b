import fc from 'fast-check';
import type { Decay, Rule, RuleKind } from '../../core/rule-set/rule-set.ts';
import { randomAttributeCondition, randomFilter } from './random-condition.ts';
import { pick } from './random-history.ts';
import { ATTRIBUTES_ASKED } from './random-values.ts';

/** A rule without its place in the rule set. */
export type RuleDraft = DraftOf<Rule>;
type DraftOf<R> = R extends Rule ? Omit<R, 'id' | 'name' | 'dimension' | 'group' | 'enabled' | 'disqualifies'> : never;

const POINTS: readonly number[] = [5, 10, -5, 0, 12.34, -20, 20, -0.25, 0.01, 100, 1_000_000];
const DAYS: readonly number[] = [1, 2, 7, 30, 0.5, 0.75, 1 / 24, 0.1, 3, 5, 14.5, 1.0000001, 90, 36_500];
const COUNTS: readonly number[] = [1, 2, 3, 5, 33, 1_000_000];

/** The reference engine sums all awards at every award: a thousand hourly ones would take it most of a second. */
const LARGEST_QUICK_RUN = 35;

const points = oneOf(POINTS);
const days = oneOf(DAYS);

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

function randomSteps(compound: boolean, percents: readonly number[]): fc.Arbitrary<Decay> {
  return fc.record({
    kind: fc.constant('steps' as const),
    percent: oneOf(percents),
    everyDays: days,
    compound: fc.constant(compound),
  });
}

/** One of the items, each as likely. */
export function oneOf<T>(items: readonly T[]): fc.Arbitrary<T> {
  return fc.noBias(fc.nat(items.length - 1)).map((index) => pick(items, index));
}
