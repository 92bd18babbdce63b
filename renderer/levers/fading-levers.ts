import type { RuleSet } from '../../api/core-types.ts';
import type { Messages } from '../i18n/messages.tsx';
import { isMoved, type Lever, scaleFor } from './lever.ts';
import { type Dimension, type Rule, withRule } from './rule-set-edits.ts';

type FadingRule = Extract<Rule, { readonly kind: 'activity' | 'inactivity' }>;
type Decay = FadingRule['decay'];

/** How long a rule's points last; null where they do not fade by days. */
const fadingDays = (rule: Rule | undefined): number | null => {
  if (rule === undefined || !isFading(rule) || rule.decay.kind === 'none') return null;
  return rule.decay.kind === 'steps' ? rule.decay.everyDays : rule.decay.days;
};

/** A rule's own fading; "none" and back are steps of the same lever. */
export const fadingLever = (rule: FadingRule, before: Rule | undefined, { t }: Messages): Lever => {
  const former = before !== undefined && isFading(before) ? before.decay : undefined;
  const shape = shapeOf(rule.decay, former);
  const label = t(LABEL_BY_KIND[shape.kind]);
  const value = fadingDays(rule);
  const comparable = former !== undefined && (former.kind === 'none' || former.kind === shape.kind);
  const baseline = comparable ? fadingDays(before) : undefined;
  return {
    id: `rule:${rule.id}:fading`,
    label,
    fullLabel: t('levers.ofRule', { rule: rule.name, what: label }),
    value,
    baseline,
    ...scaleFor([value, baseline], 180),
    low: 1,
    noneAt: 'high',
    least: 1 / 24,
    whole: false,
    isDetail: true,
    apply: (ruleSet, days) => withFadingDays(ruleSet, rule.id, days, shape),
  };
};

/**
 * Where all half-lives of a dimension's activity rules are one figure, it is one lever, as people speak of it. Its
 * baseline is what most of those rules had; a rule that had another keeps its own way back.
 */
export const sharedFading = (
  dimension: Dimension,
  rules: readonly Rule[],
  baseline: RuleSet,
  { t }: Messages,
): readonly Lever[] => {
  const activities = rules.filter((rule) => rule.kind === 'activity');
  const [first] = activities;
  const value = fadingDays(first);
  const isOne = activities.every(
    (rule) => (rule.decay.kind === 'none' || rule.decay.kind === 'half-life') && fadingDays(rule) === value,
  );
  if (activities.length < 2 || !isOne) return [];
  const former = mostFrequent(activities.map((rule) => formerHalfLife(rule, baseline)));
  return [
    {
      id: `dimension:${dimension.id}:fading`,
      label: t('levers.halfLifeOfAll'),
      fullLabel: t('levers.ofRule', { rule: dimension.name, what: t('levers.halfLifeDays') }),
      value,
      baseline: former,
      ...scaleFor([value, former], 180),
      low: 1,
      noneAt: 'high',
      least: 1 / 24,
      whole: false,
      isDetail: false,
      apply: (ruleSet, days) =>
        activities.reduce((changed, rule) => withFadingDays(changed, rule.id, days, HALF_LIFE), ruleSet),
    },
  ];
};

/** One half-life moved for a whole dimension is one change, not one more for each of its rules. */
export const isEcho = (lever: Lever, levers: Iterable<Lever>): boolean => {
  if (!lever.id.startsWith('rule:') || !lever.id.endsWith(':fading')) return false;
  for (const other of levers) {
    const isShared = other.id.startsWith('dimension:') && other.id.endsWith(':fading');
    if (isShared && isMoved(other) && other.value === lever.value && other.baseline === lever.baseline) return true;
  }
  return false;
};

const HALF_LIFE: Decay = { kind: 'half-life', days: 30 };

const LABEL_BY_KIND = {
  none: 'levers.halfLifeDays',
  'half-life': 'levers.halfLifeDays',
  expire: 'levers.expireDays',
  linear: 'levers.linearDays',
  steps: 'levers.stepDays',
} as const;

const isFading = (rule: Rule): rule is FadingRule => rule.kind === 'activity' || rule.kind === 'inactivity';

/** The way of fading that a figure is given to: the rule's own, else the one it had, else a half-life. */
const shapeOf = (decay: Decay, former: Decay | undefined): Decay => {
  if (decay.kind !== 'none') return decay;
  return former === undefined || former.kind === 'none' ? HALF_LIFE : former;
};

const withFadingDays = (ruleSet: RuleSet, id: string, days: number | null, shape: Decay): RuleSet =>
  withRule(ruleSet, id, (rule) => (isFading(rule) ? { ...rule, decay: decayOf(days, shape) } : rule));

const decayOf = (days: number | null, shape: Decay): Decay => {
  if (days === null || shape.kind === 'none') return { kind: 'none' };
  return shape.kind === 'steps' ? { ...shape, everyDays: days } : { ...shape, days };
};

/** Undefined where the baseline lacks the rule, or lets it fade in another way. */
const formerHalfLife = (rule: Rule, baseline: RuleSet): number | null | undefined => {
  const before = baseline.rules.find((other) => other.id === rule.id);
  if (before === undefined || !isFading(before)) return undefined;
  return before.decay.kind === 'none' || before.decay.kind === 'half-life' ? fadingDays(before) : undefined;
};

/** Of several equally frequent ones the first. */
const mostFrequent = <T>(values: readonly T[]): T | undefined => {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<readonly [T, number] | undefined>(
    (best, entry) => (best === undefined || entry[1] > best[1] ? entry : best),
    undefined,
  )?.[0];
};
