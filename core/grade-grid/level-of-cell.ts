/** Levels and cells: the level that begins at a cell, and the cells that a level holds. */
import type { Dimension, Level, Limits, RuleSet } from '../rule-set/rule-set.ts';
import type { GridAxes, GridAxis } from './grade-rule-set.ts';
import type { CellPlace } from './reversals.ts';

/** The least figure that the format allows: for where nothing says how low a score can fall. */
const LEAST_FIGURE = -1_000_000;

/**
 * The level as it begins at this cell: its minimums are the cut-offs of the cell (none for the last grade), and its total is
 * the least that a lead with these minimums can have, so that it keeps nobody back. Minimums of dimensions that the grid does
 * not show stay as they are.
 */
export function levelFromCell(ruleSet: RuleSet, level: Level, axes: GridAxes, place: CellPlace): Level {
  const chosen = floorsOf(axes, place);
  const kept = Object.entries(level.dimensions).filter(([id]) => !chosen.has(id));
  const added = [...chosen].flatMap(([id, least]) => (least === undefined ? [] : [[id, least] as const]));
  const dimensions: Readonly<Record<string, number>> = Object.fromEntries([...kept, ...added]);
  const sum = ruleSet.dimensions.reduce(
    (total, dimension) =>
      total + Math.max(dimensions[dimension.id] ?? Number.NEGATIVE_INFINITY, leastOf(ruleSet, dimension)),
    0,
  );
  const total = within(ruleSet.total, Math.max(LEAST_FIGURE, Math.round(sum * 100) / 100));
  return { ...level, total, dimensions };
}

/**
 * How a level holds a cell: `whole`: it asks for no more than the cell's cut-offs; `part`: only leads in the cell that have
 * more; `none`: no lead of the cell can reach it.
 */
export type Holding = 'whole' | 'part' | 'none';

/** A lead of a `whole` cell still reaches the level only where it has both at one moment. */
export function holdingOf(ruleSet: RuleSet, level: Level, axes: GridAxes, place: CellPlace): Holding {
  const floors = floorsOf(axes, place);
  const ceilings = ceilingsOf(axes, place);
  const isOut = Object.entries(level.dimensions).some(
    ([id, least]) => (ceilings.get(id) ?? Number.POSITIVE_INFINITY) <= least,
  );
  if (isOut) return 'none';
  const bounds = ruleSet.dimensions.map((dimension) => ({
    least: Math.max(floors.get(dimension.id) ?? Number.NEGATIVE_INFINITY, leastOf(ruleSet, dimension)),
    most: ceilings.get(dimension.id) ?? dimension.max ?? Number.POSITIVE_INFINITY,
    asked: level.dimensions[dimension.id] ?? Number.NEGATIVE_INFINITY,
  }));
  const least = within(ruleSet.total, sumOf(bounds.map((bound) => bound.least)));
  const most = sumOf(bounds.map((bound) => bound.most));
  // A ceiling is never reached itself.
  const isBelow = most === level.total && [...ceilings.values()].some((ceiling) => ceiling !== undefined);
  if (within(ruleSet.total, isBelow ? Number.NEGATIVE_INFINITY : most) < level.total) return 'none';
  return least >= level.total && bounds.every((bound) => bound.least >= bound.asked) ? 'whole' : 'part';
}

type ByDimension = ReadonlyMap<string, number | undefined>;

const axesOf = ({ rows, columns }: GridAxes, { row, column }: CellPlace): readonly (readonly [GridAxis, number])[] => [
  ...(rows === null ? [] : [[rows, row] as const]),
  [columns, column] as const,
];

/** What a lead of the cell has at least; undefined for the last grade, which has no cut-off. */
const floorsOf = (axes: GridAxes, place: CellPlace): ByDimension =>
  new Map(axesOf(axes, place).map(([axis, grade]) => [axis.dimension, axis.cutOffs[grade]]));

/** What a lead of the cell stays below; undefined for the best grade. */
const ceilingsOf = (axes: GridAxes, place: CellPlace): ByDimension =>
  new Map(axesOf(axes, place).map(([axis, grade]) => [axis.dimension, axis.cutOffs[grade - 1]]));

/** The least that a dimension can come to; −Infinity where rules take away and nothing stops them. */
function leastOf({ rules, groups }: RuleSet, { id, min, max }: Dimension): number {
  const takesAway =
    rules.some((rule) => rule.dimension === id && rule.enabled && canTakeAway(rule)) ||
    groups.some((group) => group.dimension === id && (group.max ?? 0) < 0);
  const least = takesAway ? Number.NEGATIVE_INFINITY : 0;
  return within({ ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }, least);
}

const canTakeAway = (rule: RuleSet['rules'][number]): boolean =>
  rule.kind === 'bands' ? rule.bands.some(({ points }) => points < 0) : rule.points < 0;

const within = ({ min, max }: Limits, points: number): number =>
  Math.max(min ?? Number.NEGATIVE_INFINITY, Math.min(max ?? Number.POSITIVE_INFINITY, points));

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
