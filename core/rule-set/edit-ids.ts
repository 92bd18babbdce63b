/** Another id for a thing; whatever names it follows. The ids are what files, result columns and other systems know. */
import type { RuleSet } from './rule-set.ts';

export type ThingKind = 'rule' | 'group' | 'dimension' | 'level';

export type IdRefusal = 'empty' | 'taken';

/** Why a thing cannot have this id; null when it can. */
export const idRefusal = (ruleSet: RuleSet, kind: ThingKind, id: string, next: string): IdRefusal | null => {
  if (next.trim() === '') return 'empty';
  return next !== id && idsOf(ruleSet, kind).includes(next) ? 'taken' : null;
};

/** The same rule set when the id is refused or the thing is not there. */
export const changeId = (ruleSet: RuleSet, kind: ThingKind, id: string, next: string): RuleSet => {
  if (next === id || !idsOf(ruleSet, kind).includes(id) || idRefusal(ruleSet, kind, id, next) !== null) return ruleSet;
  const renamed = <T extends { readonly id: string }>(things: readonly T[]): readonly T[] =>
    things.map((thing) => (thing.id === id ? { ...thing, id: next } : thing));
  switch (kind) {
    case 'rule':
      return { ...ruleSet, rules: renamed(ruleSet.rules) };
    case 'level':
      return { ...ruleSet, levels: renamed(ruleSet.levels) };
    case 'group':
      return {
        ...ruleSet,
        groups: renamed(ruleSet.groups),
        rules: ruleSet.rules.map((rule) => (rule.group === id ? { ...rule, group: next } : rule)),
      };
    case 'dimension':
      return dimensionRenamed({ ...ruleSet, dimensions: renamed(ruleSet.dimensions) }, id, next);
  }
};

const idsOf = (ruleSet: RuleSet, kind: ThingKind): readonly string[] => ruleSet[LIST_OF[kind]].map((thing) => thing.id);

const LIST_OF = { rule: 'rules', group: 'groups', dimension: 'dimensions', level: 'levels' } as const;

const dimensionRenamed = (ruleSet: RuleSet, id: string, next: string): RuleSet => {
  const follows = <T extends { readonly dimension: string }>(thing: T): T =>
    thing.dimension === id ? { ...thing, dimension: next } : thing;
  const { recycle } = ruleSet;
  return {
    ...ruleSet,
    groups: ruleSet.groups.map(follows),
    rules: ruleSet.rules.map(follows),
    levels: ruleSet.levels.map((level) => ({
      ...level,
      dimensions: Object.fromEntries(
        Object.entries(level.dimensions).map(([dimension, least]) => [dimension === id ? next : dimension, least]),
      ),
    })),
    ...(recycle === undefined
      ? {}
      : { recycle: { ...recycle, clear: recycle.clear.map((dimension) => (dimension === id ? next : dimension)) } }),
  };
};
