/** Small changes of a rule set; every one gives a new document and leaves the old one as it was. */
import type { RuleSet } from '../../api/core-types.ts';

export type Rule = RuleSet['rules'][number];
export type Level = RuleSet['levels'][number];
export type Dimension = RuleSet['dimensions'][number];
export type Group = RuleSet['groups'][number];

const withItem = <T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  change: (item: T) => T,
): readonly T[] => list.map((item) => (item.id === id ? change(item) : item));

export const withRule = (ruleSet: RuleSet, id: string, change: (rule: Rule) => Rule): RuleSet => ({
  ...ruleSet,
  rules: withItem(ruleSet.rules, id, change),
});

export const withLevel = (ruleSet: RuleSet, id: string, change: (level: Level) => Level): RuleSet => ({
  ...ruleSet,
  levels: withItem(ruleSet.levels, id, change),
});

export const withDimension = (ruleSet: RuleSet, id: string, change: (dimension: Dimension) => Dimension): RuleSet => ({
  ...ruleSet,
  dimensions: withItem(ruleSet.dimensions, id, change),
});

export const withGroup = (ruleSet: RuleSet, id: string, change: (group: Group) => Group): RuleSet => ({
  ...ruleSet,
  groups: withItem(ruleSet.groups, id, change),
});

/** Null takes the maximum away. Never below the minimum: such a rule set would be refused. */
export const withMaximum = <T extends { readonly min?: number; readonly max?: number }>(
  limits: T,
  value: number | null,
): T => {
  const { max: _former, ...rest } = limits;
  return { ...rest, ...(value === null ? {} : { max: Math.max(value, limits.min ?? value) }) } as T;
};

export const withMinimumOf = (level: Level, dimension: string, value: number | null): Level => {
  const { [dimension]: _former, ...rest } = level.dimensions;
  return { ...level, dimensions: value === null ? rest : { ...rest, [dimension]: value } };
};
