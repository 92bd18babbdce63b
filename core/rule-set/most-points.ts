/** The most that a rule set can give, so that a level which nothing reaches is told before the replay. */
import type { Level, Limits, Rule, RuleSet } from './rule-set.ts';

/** A level that no lead can reach, with the most points there are of what it lacks. */
export interface UnreachableLevel {
  readonly level: Level['id'];
  /** The dimension whose least value it asks for in vain; null: the total. */
  readonly dimension: string | null;
  readonly asked: number;
  readonly most: number;
}

/**
 * Levels above what all rules give together, each rule at its most and none taking away. An upper limit: rules that exclude
 * each other are added up all the same.
 */
export function unreachableLevels(ruleSet: RuleSet): readonly UnreachableLevel[] {
  const mostByDimension = new Map(ruleSet.dimensions.map(({ id }) => [id, mostOfDimension(ruleSet, id)]));
  const total = within(
    ruleSet.total,
    [...mostByDimension.values()].reduce((sum, most) => sum + most, 0),
  );
  return ruleSet.levels.flatMap((level): readonly UnreachableLevel[] => {
    const minimums = Object.entries(level.dimensions).map(([dimension, asked]) => ({
      dimension,
      asked,
      most: mostByDimension.get(dimension) ?? 0,
    }));
    const lacking = [...minimums, { dimension: null, asked: level.total, most: total }].find(
      ({ asked, most }) => most < asked,
    );
    return lacking === undefined ? [] : [{ level: level.id, ...lacking }];
  });
}

function mostOfDimension({ dimensions, groups, rules }: RuleSet, id: string): number {
  const own = rules.filter((rule) => rule.enabled && rule.dimension === id);
  const ofGroups = groups
    .filter(({ dimension }) => dimension === id)
    .map((group) => {
      const most = own.filter((rule) => rule.group === group.id).map(mostOfRule);
      return within(group, group.combine === 'best' ? Math.max(0, ...most) : most.reduce((sum, one) => sum + one, 0));
    });
  const alone = own.filter((rule) => rule.group === undefined).map(mostOfRule);
  const sum = [...ofGroups, ...alone].reduce((all, one) => all + one, 0);
  return within(dimensions.find((dimension) => dimension.id === id) ?? {}, sum);
}

function mostOfRule(rule: Rule): number {
  switch (rule.kind) {
    case 'attribute':
      return Math.max(0, rule.points);
    case 'bands':
      return Math.max(0, ...rule.bands.map(({ points }) => points));
    case 'counter':
    case 'activity':
      return rule.points <= 0 ? 0 : rule.points * (rule.max ?? Number.POSITIVE_INFINITY);
    // Each restart of the clock allows the awards of another run.
    case 'inactivity':
      return rule.points <= 0 ? 0 : Number.POSITIVE_INFINITY;
  }
}

const within = ({ min, max }: Limits, points: number): number =>
  Math.max(min ?? Number.NEGATIVE_INFINITY, Math.min(max ?? Number.POSITIVE_INFINITY, points));
