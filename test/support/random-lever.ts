/** Hands on the levers of a rule set: every kind of figure that a lever can move, and now and then a condition. */
import type { Random } from '../../core/demo/random.ts';
import type { Decay, Limits, Rule, RuleSet } from '../../core/rule-set/rule-set.ts';

/** The rule set after one move. */
export function moveLever(ruleSet: RuleSet, random: Random): RuleSet {
  switch (random.weighted([40, 10, 10, 8, 8, 10, 6, 4, 4])) {
    case 0:
      return withRule(ruleSet, random, (rule) => withPoints(rule, random));
    case 1:
      return withRule(ruleSet, random, (rule) => ({ ...rule, enabled: !rule.enabled }));
    case 2:
      return withRule(ruleSet, random, (rule) =>
        rule.kind === 'attribute' || rule.kind === 'bands' ? rule : { ...rule, max: random.whole(1, 25) },
      );
    case 3:
      return withRule(ruleSet, random, (rule) =>
        'decay' in rule && rule.decay.kind === 'half-life'
          ? { ...rule, decay: { kind: 'half-life', days: random.whole(1, 120) } }
          : rule,
      );
    case 4:
      return withLimits(ruleSet, random);
    case 5:
      return withLevel(ruleSet, random, () => ({ total: random.whole(0, 100) }));
    case 6:
      return withLevel(ruleSet, random, () => ({ dimensions: leastValues(ruleSet, random) }));
    case 7:
      return withRule(ruleSet, random, (rule) => ('decay' in rule ? { ...rule, decay: decayOf(random) } : rule));
    default:
      return withRule(ruleSet, random, (rule) =>
        rule.kind === 'activity' ? { ...rule, cooldownDays: random.pick([0, 0.5, 1, 3]) } : rule,
      );
  }
}

function withPoints(rule: Rule, random: Random): Rule {
  const points = random.whole(-200, 400) / random.pick([1, 10, 100]);
  if (rule.kind !== 'bands') return { ...rule, points };
  const [first, ...others] = rule.bands;
  return first === undefined ? rule : { ...rule, bands: [{ ...first, points }, ...others] };
}

function decayOf(random: Random): Decay {
  const days = random.whole(1, 90);
  return random.pick<Decay>([
    { kind: 'none' },
    { kind: 'half-life', days },
    { kind: 'linear', days },
    { kind: 'expire', days },
    { kind: 'steps', percent: 25, everyDays: days, compound: random.chance(0.5) },
  ]);
}

function withLimits(ruleSet: RuleSet, random: Random): RuleSet {
  const limits: Limits = random.pick([{}, { min: -random.whole(0, 40) }, { max: random.whole(10, 90) }]);
  const unlimited = <T extends Limits>({ min: _min, max: _max, ...rest }: T) => rest;
  const change = <T extends Limits & { readonly id: string }>(some: readonly T[]) => {
    const chosen = random.whole(0, some.length - 1);
    return some.map((one, index) => (index === chosen ? { ...unlimited(one), ...limits } : one));
  };
  switch (random.weighted([1, 1, 1])) {
    case 0:
      return { ...ruleSet, total: limits };
    case 1:
      return { ...ruleSet, dimensions: change(ruleSet.dimensions) };
    default:
      return { ...ruleSet, groups: change(ruleSet.groups) };
  }
}

const leastValues = (ruleSet: RuleSet, random: Random): Record<string, number> =>
  Object.fromEntries(
    ruleSet.dimensions.filter(() => random.chance(0.5)).map(({ id }) => [id, random.whole(-10, 30)] as const),
  );

function withRule(ruleSet: RuleSet, random: Random, change: (rule: Rule) => Rule): RuleSet {
  const chosen = random.whole(0, ruleSet.rules.length - 1);
  return { ...ruleSet, rules: ruleSet.rules.map((rule, index) => (index === chosen ? change(rule) : rule)) };
}

function withLevel(
  ruleSet: RuleSet,
  random: Random,
  change: () => Partial<Pick<RuleSet['levels'][number], 'total' | 'dimensions'>>,
): RuleSet {
  const chosen = random.whole(0, ruleSet.levels.length - 1);
  return {
    ...ruleSet,
    levels: ruleSet.levels.map((level, index) => (index === chosen ? { ...level, ...change() } : level)),
  };
}
