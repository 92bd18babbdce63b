import { freshId } from './fresh-id.ts';
import { type Direction, moved } from './move-item.ts';
import type { Level, RuleSet } from './rule-set.ts';

const STEP = 10;

/** Ten points above the highest. */
export const addLevel = (ruleSet: RuleSet, name: string): { readonly ruleSet: RuleSet; readonly id: string } => {
  const id = freshId(
    name,
    ruleSet.levels.map((level) => level.id),
    'level',
  );
  const highest = Math.max(...ruleSet.levels.map((level) => level.total), 0);
  return {
    ruleSet: { ...ruleSet, levels: [...ruleSet.levels, { id, name, total: highest + STEP, dimensions: {} }] },
    id,
  };
};

export const replaceLevel = (ruleSet: RuleSet, id: string, next: Level): RuleSet => ({
  ...ruleSet,
  levels: ruleSet.levels.map((level) => (level.id === id ? next : level)),
});

export const removeLevel = (ruleSet: RuleSet, id: string): RuleSet => ({
  ...ruleSet,
  levels: ruleSet.levels.filter((level) => level.id !== id),
});

export const moveLevel = (ruleSet: RuleSet, id: string, direction: Direction): RuleSet => {
  const levels = moved(ruleSet.levels, id, direction, () => true);
  return levels === ruleSet.levels ? ruleSet : { ...ruleSet, levels };
};

/** `least` undefined: the level asks nothing of that dimension. */
export const setLevelMinimum = (level: Level, dimension: string, least: number | undefined): Level => {
  const { [dimension]: _before, ...others } = level.dimensions;
  return { ...level, dimensions: least === undefined ? others : { ...others, [dimension]: least } };
};
