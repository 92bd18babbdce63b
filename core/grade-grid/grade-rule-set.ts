/** The rule set whose levels are the cut-offs of the grid: one replay of it grades every lead. */
import { itemAt } from '../at.ts';
import type { LevelReplay } from '../replay/replay-result.ts';
import type { Level, RuleSet } from '../rule-set/rule-set.ts';

/** The least value of the best grade, of the second and of the third; what reaches none has the last grade. Best first. */
export type CutOffs = readonly [number, number, number];

export interface GridAxis {
  readonly dimension: string;
  readonly cutOffs: CutOffs;
}

/** Rows are A–D, columns 1–4; without rows there is one row of cells. */
export interface GridAxes {
  readonly rows: GridAxis | null;
  readonly columns: GridAxis;
}

/** Grades of an axis: three cut-offs make four. */
export const GRADES = 4;

/** Below what any score reaches, so that a level of this total asks for its dimensions only. */
const NO_TOTAL = -1e12;

/** The same rule set with one level for each cut-off, those of the rows first. It is for replaying, not for storing. */
export const gradeRuleSet = (ruleSet: RuleSet, { rows, columns }: GridAxes): RuleSet => ({
  ...ruleSet,
  levels: [...(rows === null ? [] : levelsOf(rows)), ...levelsOf(columns)],
});

const levelsOf = ({ dimension, cutOffs }: GridAxis): readonly Level[] =>
  cutOffs.map((least, grade) => ({
    id: `${grade} ${dimension}`,
    name: dimension,
    total: NO_TOTAL,
    dimensions: { [dimension]: least },
  }));

/**
 * The row and the column of a lead, 0 the best, read off the levels that `gradeRuleSet` made. A lead that was not replayed
 * has the last of both.
 */
export function gradesOf(
  levels: readonly LevelReplay[],
  { rows }: GridAxes,
): (lead: number) => { readonly row: number; readonly column: number } {
  const ofRows = rows === null ? [] : levels.slice(0, GRADES - 1);
  const ofColumns = levels.slice(ofRows.length);
  return (lead) => ({ row: rows === null ? 0 : bestOf(ofRows, lead), column: bestOf(ofColumns, lead) });
}

function bestOf(levels: readonly LevelReplay[], lead: number): number {
  for (let grade = 0; grade < levels.length; grade += 1)
    if (!Number.isNaN(itemAt(levels, grade).reachedAtMs[lead] ?? Number.NaN)) return grade;
  return levels.length;
}

/**
 * The same rule set with nothing but one dimension in its total: the peak of its only level is the best that a lead ever
 * reached in the dimension. For replaying only.
 */
export const reachRuleSet = (ruleSet: RuleSet, dimension: string): RuleSet => ({
  ...ruleSet,
  total: {},
  dimensions: ruleSet.dimensions.map((one) =>
    one.id === dimension ? one : { id: one.id, name: one.name, min: 0, max: 0 },
  ),
  levels: [{ id: dimension, name: dimension, total: NO_TOTAL, dimensions: {} }],
});
