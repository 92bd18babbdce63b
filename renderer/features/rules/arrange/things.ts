/** What can be put elsewhere in the designer, and what happens when one is dropped on another. */
import {
  idsAt,
  moveDimensionTo,
  moveGroupTo,
  moveLevelTo,
  moveRuleTo,
  type Place,
  placesOf,
  stepGroup,
  stepRule,
} from '../../../../core/rule-set/arrange.ts';
import type { ThingKind } from '../../../../core/rule-set/edit-ids.ts';
import { moveLevel } from '../../../../core/rule-set/edit-levels.ts';
import { moveDimension } from '../../../../core/rule-set/edit-structure.ts';
import type { Direction } from '../../../../core/rule-set/move-item.ts';
import type { RuleSet } from '../../../../core/rule-set/rule-set.ts';

export interface Thing {
  readonly kind: ThingKind;
  readonly id: string;
}

export type Edge = 'before' | 'after' | 'into';

/** Where it stands, to be said: the place's name (none for dimensions and levels), its number there, and of how many. */
export interface Standing {
  readonly place: Place | null;
  readonly position: number;
  readonly count: number;
}

export const keyOf = ({ kind, id }: Thing): string => `${kind}:${id}`;

/** The inverse of `keyOf`; null for anything else. */
export const thingOf = (key: string): Thing | null => {
  const kind = KINDS.find((one) => key.startsWith(`${one}:`));
  return kind === undefined ? null : { kind, id: key.slice(kind.length + 1) };
};

/** On what each kind can be dropped. */
export const TARGETS: Readonly<Record<ThingKind, readonly ThingKind[]>> = {
  rule: ['rule', 'group', 'dimension'],
  group: ['group', 'dimension'],
  dimension: ['dimension'],
  level: ['level'],
};

export const nameOf = (ruleSet: RuleSet, { kind, id }: Thing): string =>
  listOf(ruleSet, kind).find((one) => one.id === id)?.name ?? id;

/** One place up or down; the same rule set at either end. */
export const stepped = (ruleSet: RuleSet, { kind, id }: Thing, direction: Direction): RuleSet => {
  switch (kind) {
    case 'rule':
      return stepRule(ruleSet, id, direction);
    case 'group':
      return stepGroup(ruleSet, id, direction);
    case 'dimension':
      return moveDimension(ruleSet, id, direction);
    case 'level':
      return moveLevel(ruleSet, id, direction);
  }
};

/** A thing dropped on the heading of a place comes first there; on one of its own kind, before or after it. */
export const dropped = (ruleSet: RuleSet, thing: Thing, over: Thing, edge: Edge): RuleSet => {
  if (keyOf(thing) === keyOf(over) || !TARGETS[thing.kind].includes(over.kind)) return ruleSet;
  const beforeIn = (ids: readonly string[]): string | undefined => {
    const others = ids.filter((id) => id !== thing.id);
    return edge === 'into' ? others[0] : others[others.indexOf(over.id) + (edge === 'after' ? 1 : 0)];
  };
  if (thing.kind === 'dimension') return moveDimensionTo(ruleSet, thing.id, beforeIn(idsOf(ruleSet.dimensions)));
  if (thing.kind === 'level') return moveLevelTo(ruleSet, thing.id, beforeIn(idsOf(ruleSet.levels)));
  if (thing.kind === 'group') {
    const dimension = over.kind === 'group' ? placeOf(ruleSet, over)?.dimension : over.id;
    if (dimension === undefined) return ruleSet;
    const groups = ruleSet.groups.filter((group) => group.dimension === dimension);
    return moveGroupTo(ruleSet, thing.id, dimension, beforeIn(idsOf(groups)));
  }
  const place = placeOf(ruleSet, over);
  return place === null ? ruleSet : moveRuleTo(ruleSet, thing.id, place, beforeIn(idsAt(ruleSet, place)));
};

/** How a drop on this one would be: things of another kind go into it. */
export const edgeOf = (thing: Thing, over: Thing, isBelowItsMiddle: boolean): Edge => {
  if (thing.kind !== over.kind) return 'into';
  return isBelowItsMiddle ? 'after' : 'before';
};

export const standingOf = (ruleSet: RuleSet, thing: Thing): Standing => {
  const place = thing.kind === 'rule' || thing.kind === 'group' ? placeOf(ruleSet, thing) : null;
  const siblings =
    place === null
      ? idsOf(listOf(ruleSet, thing.kind))
      : thing.kind === 'rule'
        ? idsAt(ruleSet, place)
        : idsOf(ruleSet.groups.filter((group) => group.dimension === place.dimension));
  return {
    place: thing.kind === 'group' && place !== null ? { dimension: place.dimension } : place,
    position: siblings.indexOf(thing.id) + 1,
    count: siblings.length,
  };
};

const KINDS = ['rule', 'group', 'dimension', 'level'] as const satisfies readonly ThingKind[];

const listOf = (ruleSet: RuleSet, kind: ThingKind): readonly { readonly id: string; readonly name: string }[] => {
  if (kind === 'rule') return ruleSet.rules;
  if (kind === 'group') return ruleSet.groups;
  return kind === 'dimension' ? ruleSet.dimensions : ruleSet.levels;
};

/** Of a rule, or of what stands under a heading. */
const placeOf = (ruleSet: RuleSet, { kind, id }: Thing): Place | null => {
  if (kind === 'rule') {
    const rule = ruleSet.rules.find((one) => one.id === id);
    if (rule === undefined) return null;
    return rule.group === undefined ? { dimension: rule.dimension } : { dimension: rule.dimension, group: rule.group };
  }
  return (
    placesOf(ruleSet).find((place) =>
      kind === 'group' ? place.group === id : place.dimension === id && place.group === undefined,
    ) ?? null
  );
};

const idsOf = (things: readonly { readonly id: string }[]): readonly string[] => things.map((thing) => thing.id);
