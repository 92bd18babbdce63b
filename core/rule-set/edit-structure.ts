/** Edits of dimensions and groups; what hangs on them follows, so that a valid rule set stays valid. */
import { freshId } from './fresh-id.ts';
import { type Direction, moved } from './move-item.ts';
import { withOptional } from './optional-key.ts';
import type { Dimension, Group, RuleSet } from './rule-set.ts';

export const addDimension = (ruleSet: RuleSet, name: string): { readonly ruleSet: RuleSet; readonly id: string } => {
  const id = freshId(
    name,
    ruleSet.dimensions.map((dimension) => dimension.id),
    'dimension',
  );
  return { ruleSet: { ...ruleSet, dimensions: [...ruleSet.dimensions, { id, name }] }, id };
};

export const replaceDimension = (ruleSet: RuleSet, id: string, next: Dimension): RuleSet => ({
  ...ruleSet,
  dimensions: ruleSet.dimensions.map((dimension) => (dimension.id === id ? next : dimension)),
});

/** Takes its groups, its rules, its minimums in levels and its clearing by a recycle with it. */
export const removeDimension = (ruleSet: RuleSet, id: string): RuleSet => {
  const clear = ruleSet.recycle?.clear.filter((dimension) => dimension !== id) ?? [];
  const recycle = ruleSet.recycle !== undefined && clear.length > 0 ? { ...ruleSet.recycle, clear } : undefined;
  const rest: RuleSet = {
    ...ruleSet,
    dimensions: ruleSet.dimensions.filter((dimension) => dimension.id !== id),
    groups: ruleSet.groups.filter((group) => group.dimension !== id),
    rules: ruleSet.rules.filter((rule) => rule.dimension !== id),
    levels: ruleSet.levels.map((level) => ({ ...level, dimensions: withoutKey(level.dimensions, id) })),
  };
  return withOptional(rest, 'recycle', recycle);
};

export const moveDimension = (ruleSet: RuleSet, id: string, direction: Direction): RuleSet => {
  const dimensions = moved(ruleSet.dimensions, id, direction, () => true);
  return dimensions === ruleSet.dimensions ? ruleSet : { ...ruleSet, dimensions };
};

export const addGroup = (
  ruleSet: RuleSet,
  name: string,
  dimension: string,
): { readonly ruleSet: RuleSet; readonly id: string } => {
  const id = freshId(
    name,
    ruleSet.groups.map((group) => group.id),
    'group',
  );
  return { ruleSet: { ...ruleSet, groups: [...ruleSet.groups, { id, name, dimension, combine: 'sum' }] }, id };
};

/** Its rules move along when the group goes to another dimension. */
export const replaceGroup = (ruleSet: RuleSet, id: string, next: Group): RuleSet => ({
  ...ruleSet,
  groups: ruleSet.groups.map((group) => (group.id === id ? next : group)),
  rules: ruleSet.rules.map((rule) =>
    rule.group === id && rule.dimension !== next.dimension ? { ...rule, dimension: next.dimension } : rule,
  ),
});

/** Its rules stay in the dimension, without a group. */
export const removeGroup = (ruleSet: RuleSet, id: string): RuleSet => ({
  ...ruleSet,
  groups: ruleSet.groups.filter((group) => group.id !== id),
  rules: ruleSet.rules.map((rule) => (rule.group === id ? withOptional(rule, 'group', undefined) : rule)),
});

export const moveGroup = (ruleSet: RuleSet, id: string, direction: Direction): RuleSet => {
  const groups = moved(ruleSet.groups, id, direction, (one, other) => one.dimension === other.dimension);
  return groups === ruleSet.groups ? ruleSet : { ...ruleSet, groups };
};

const withoutKey = (values: Readonly<Record<string, number>>, key: string): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(values).filter(([other]) => other !== key));
