import type { Limits, Rule, RuleSet } from '../rule-set/rule-set.ts';
import type { Award } from './awards.ts';
import { type Weight, weightOf } from './decay.ts';

export interface Score {
  readonly total: number;
  /** In the order of the rule set. */
  readonly byDimension: readonly number[];
  /** A rule with `disqualifies` has a standing award. */
  readonly disqualified: boolean;
}

/** Weight by age alone, whether or not a recycle has cleared the award. */
export function agedWeight(award: Award, atMs: number): Weight {
  const { rule } = award;
  const decays = rule.kind === 'activity' || rule.kind === 'inactivity';
  return decays ? weightOf(rule.decay, award.atMs, atMs) : { value: 1, counts: true };
}

/** REPLAY.md "Score": the sum of the standing awards at an instant, all that happens then applied. */
export function scoreAt(ruleSet: RuleSet, awards: readonly Award[], atMs: number): Score {
  const standing = awards.filter((award) => stands(award, atMs));
  const worthOf = (rule: Rule): number =>
    sum(standing.filter((award) => award.rule === rule).map((award) => award.points * agedWeight(award, atMs).value));
  const hasStanding = (rule: Rule): boolean => standing.some((award) => award.rule === rule);

  const groupValue = (id: string, combine: 'sum' | 'best', limits: Limits): number => {
    const rules = ruleSet.rules.filter((rule) => rule.group === id);
    if (combine === 'sum') return within(limits, sum(rules.map(worthOf)));
    const values = rules.filter(hasStanding).map(worthOf);
    return within(limits, values.length === 0 ? 0 : Math.max(...values));
  };
  const byDimension = ruleSet.dimensions.map((dimension) => {
    const groups = ruleSet.groups.filter((group) => group.dimension === dimension.id);
    const alone = ruleSet.rules.filter((rule) => rule.dimension === dimension.id && rule.group === undefined);
    return within(
      dimension,
      sum([...groups.map((group) => groupValue(group.id, group.combine, group)), ...alone.map(worthOf)]),
    );
  });
  return {
    total: within(ruleSet.total, sum(byDimension)),
    byDimension,
    disqualified: standing.some((award) => award.rule.disqualifies),
  };
}

function stands(award: Award, atMs: number): boolean {
  const cleared = award.clearedAtMs !== null && award.clearedAtMs <= atMs;
  return award.atMs <= atMs && !cleared && agedWeight(award, atMs).counts;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const within = (limits: Limits, value: number): number =>
  Math.min(limits.max ?? Number.POSITIVE_INFINITY, Math.max(limits.min ?? Number.NEGATIVE_INFINITY, value));
