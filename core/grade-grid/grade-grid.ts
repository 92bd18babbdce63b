/** The grid: how many leads of each grade there are, and how they converted. */
import { cellOf, countLead, isMeasured, type OutcomeCounts, outcomeCounts } from '../measures/cell.ts';
import type { Cell } from '../measures/frame.ts';
import type { LeadFacts, LevelReplay } from '../replay/replay-result.ts';
import { OUTCOMES } from '../replay/replay-result.ts';
import { GRADES, type GridAxes, gradesOf } from './grade-rule-set.ts';
import { type Reversal, reversalsOf } from './reversals.ts';

export interface GradeGrid {
  readonly axes: GridAxes;
  /** Rows from A down, each from 1 on; one row without an axis of rows. */
  readonly cells: readonly (readonly Cell[])[];
  readonly rowTotals: readonly Cell[];
  readonly columnTotals: readonly Cell[];
  /** Every lead that the measures count. */
  readonly all: Cell;
  readonly reversals: readonly Reversal[];
}

/** `levels`: what a replay of `gradeRuleSet(…, axes)` answered, with its facts. */
export function gradeGrid(axes: GridAxes, facts: LeadFacts, levels: readonly LevelReplay[]): GradeGrid {
  const rowCount = axes.rows === null ? 1 : GRADES;
  const rowOf = outcomeCounts(rowCount);
  const columnOf = outcomeCounts(GRADES);
  const all = outcomeCounts(1);
  const counts = outcomeCounts(rowCount * GRADES);
  const gradesOfLead = gradesOf(levels, axes);
  for (let lead = 0; lead < facts.outcome.length; lead += 1) {
    if (!isMeasured(facts, lead)) continue;
    const { row, column } = gradesOfLead(lead);
    const outcome = facts.outcome[lead] ?? OUTCOMES.length;
    countLead(counts, row * GRADES + column, outcome);
    countLead(rowOf, row, outcome);
    countLead(columnOf, column, outcome);
    countLead(all, 0, outcome);
  }
  const cells = Array.from({ length: rowCount }, (_, row) => cellsFrom(counts, row * GRADES, GRADES));
  return {
    axes,
    cells,
    rowTotals: cellsFrom(rowOf, 0, rowCount),
    columnTotals: cellsFrom(columnOf, 0, GRADES),
    all: cellOf(all, 0),
    reversals: reversalsOf(cells),
  };
}

const cellsFrom = (counts: OutcomeCounts, first: number, length: number): readonly Cell[] =>
  Array.from({ length }, (_, index) => cellOf(counts, first + index));
