/** Puts rules, groups, dimensions and levels elsewhere; the same rule set when nothing changes. */

import type { Direction } from './move-item.ts';
import { withOptional } from './optional-key.ts';
import type { RuleSet } from './rule-set.ts';

/** Where a rule stands: in a group of a dimension, or loose in it. */
export interface Place {
  readonly dimension: string;
  readonly group?: string;
}

/** Before a rule of that place (undefined: behind its last). */
export const moveRuleTo = (ruleSet: RuleSet, id: string, place: Place, before: string | undefined): RuleSet => {
  const rule = ruleSet.rules.find((one) => one.id === id);
  if (rule === undefined || before === id) return ruleSet;
  const placed = withOptional({ ...rule, dimension: place.dimension }, 'group', place.group);
  const others = ruleSet.rules.filter((one) => one.id !== id);
  const isHere = (one: Place) => one.dimension === place.dimension && one.group === place.group;
  const last = others.findLastIndex(isHere);
  const at = others.findIndex((one) => one.id === before && isHere(one));
  const rules = others.toSpliced(at >= 0 ? at : last < 0 ? others.length : last + 1, 0, placed);
  const stays = isHere(rule) && rules.every((one, index) => one.id === ruleSet.rules[index]?.id);
  return stays ? ruleSet : { ...ruleSet, rules };
};

/** Before a group of that dimension (undefined: behind its last); its rules go along. */
export const moveGroupTo = (ruleSet: RuleSet, id: string, dimension: string, before: string | undefined): RuleSet => {
  const group = ruleSet.groups.find((one) => one.id === id);
  if (group === undefined || before === id) return ruleSet;
  const others = ruleSet.groups.filter((one) => one.id !== id);
  const groups = putBefore(others, { ...group, dimension }, (one) => one.id === before);
  if (group.dimension === dimension && inSameOrder(groups, ruleSet.groups)) return ruleSet;
  return {
    ...ruleSet,
    groups,
    rules: ruleSet.rules.map((rule) => (rule.group === id ? { ...rule, dimension } : rule)),
  };
};

export const moveDimensionTo = (ruleSet: RuleSet, id: string, before: string | undefined): RuleSet => {
  const dimensions = movedBefore(ruleSet.dimensions, id, before);
  return dimensions === ruleSet.dimensions ? ruleSet : { ...ruleSet, dimensions };
};

export const moveLevelTo = (ruleSet: RuleSet, id: string, before: string | undefined): RuleSet => {
  const levels = movedBefore(ruleSet.levels, id, before);
  return levels === ruleSet.levels ? ruleSet : { ...ruleSet, levels };
};

/** One place up or down the whole list: past the end of its group a rule goes into the next group or dimension. */
export const stepRule = (ruleSet: RuleSet, id: string, direction: Direction): RuleSet => {
  const rule = ruleSet.rules.find((one) => one.id === id);
  if (rule === undefined) return ruleSet;
  const siblings = idsAt(ruleSet, rule);
  const at = siblings.indexOf(id);
  if (direction === 'up' && at > 0) return moveRuleTo(ruleSet, id, rule, siblings[at - 1]);
  if (direction === 'down' && at < siblings.length - 1) return moveRuleTo(ruleSet, id, rule, siblings[at + 2]);
  const places = placesOf(ruleSet);
  const here = places.findIndex((place) => place.dimension === rule.dimension && place.group === rule.group);
  const next = places[direction === 'up' ? here - 1 : here + 1];
  if (next === undefined) return ruleSet;
  return moveRuleTo(ruleSet, id, next, direction === 'up' ? undefined : idsAt(ruleSet, next)[0]);
};

/** One place up or down; past the end of its dimension a group goes into the next one. */
export const stepGroup = (ruleSet: RuleSet, id: string, direction: Direction): RuleSet => {
  const group = ruleSet.groups.find((one) => one.id === id);
  if (group === undefined) return ruleSet;
  const groupsOf = (dimension: string) =>
    ruleSet.groups.filter((one) => one.dimension === dimension).map((one) => one.id);
  const siblings = groupsOf(group.dimension);
  const at = siblings.indexOf(id);
  if (direction === 'up' && at > 0) return moveGroupTo(ruleSet, id, group.dimension, siblings[at - 1]);
  if (direction === 'down' && at < siblings.length - 1)
    return moveGroupTo(ruleSet, id, group.dimension, siblings[at + 2]);
  const here = ruleSet.dimensions.findIndex((dimension) => dimension.id === group.dimension);
  const next = ruleSet.dimensions[direction === 'up' ? here - 1 : here + 1];
  if (next === undefined) return ruleSet;
  return moveGroupTo(ruleSet, id, next.id, direction === 'up' ? undefined : groupsOf(next.id)[0]);
};

/** Every place in the order of the list: loose rules of a dimension before its groups. */
export const placesOf = (ruleSet: RuleSet): readonly Place[] =>
  ruleSet.dimensions.flatMap(({ id }): readonly Place[] => [
    { dimension: id },
    ...ruleSet.groups.filter((group) => group.dimension === id).map((group) => ({ dimension: id, group: group.id })),
  ]);

/** The rules of a place, in their order. */
export const idsAt = (ruleSet: RuleSet, place: Place): readonly string[] =>
  ruleSet.rules
    .filter((rule) => rule.dimension === place.dimension && rule.group === place.group)
    .map((rule) => rule.id);

const movedBefore = <T extends { readonly id: string }>(
  items: readonly T[],
  id: string,
  before: string | undefined,
): readonly T[] => {
  const item = items.find((one) => one.id === id);
  if (item === undefined || before === id) return items;
  const next = putBefore(
    items.filter((one) => one.id !== id),
    item,
    (one) => one.id === before,
  );
  return inSameOrder(next, items) ? items : next;
};

const putBefore = <T>(items: readonly T[], item: T, isNext: (one: T) => boolean): readonly T[] => {
  const at = items.findIndex(isNext);
  return items.toSpliced(at < 0 ? items.length : at, 0, item);
};

const inSameOrder = (some: readonly { readonly id: string }[], others: readonly { readonly id: string }[]): boolean =>
  some.every((one, index) => one.id === others[index]?.id);
