/** Leads by grade, counted where the history is held. */
import type { GradeGridAnswer } from '../../api/grade-grid.ts';
import { gradeGrid } from '../../core/grade-grid/grade-grid.ts';
import { type CutOffs, type GridAxis, gradeRuleSet, reachRuleSet } from '../../core/grade-grid/grade-rule-set.ts';
import { proposeCutOffs } from '../../core/grade-grid/propose-cut-offs.ts';
import { isMeasured } from '../../core/measures/cell.ts';
import type { LevelReplay, ReplayOptions } from '../../core/replay/replay-result.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import type { EngineRequest } from './packed/replay-engine.ts';

/** A dimension of the grid; null: cut-offs are to be proposed. */
export interface AskedAxis {
  readonly dimension: string;
  readonly cutOffs: CutOffs | null;
}

export interface AskedGrid {
  readonly ruleSet: RuleSet;
  readonly rows: AskedAxis | null;
  readonly columns: AskedAxis;
  readonly options: ReplayOptions;
}

export interface GridParts {
  readonly requestOf: (ruleSet: RuleSet, options: ReplayOptions) => EngineRequest;
  readonly levels: (request: EngineRequest) => readonly LevelReplay[];
  readonly clockMs: () => number;
}

export type GridAnswer = (asked: AskedGrid) => GradeGridAnswer;

export function createGridAnswer({ requestOf, levels, clockMs }: GridParts): GridAnswer {
  return ({ ruleSet, rows, columns, options }) => {
    const startMs = clockMs();
    const { facts } = requestOf(ruleSet, options).compiled();
    const axisOf = ({ dimension, cutOffs }: AskedAxis): GridAxis => {
      if (cutOffs !== null) return { dimension, cutOffs };
      const peaks = levels(requestOf(reachRuleSet(ruleSet, dimension), options))[0]?.peak ?? NOBODY;
      const measured = peaks.filter((_, lead) => isMeasured(facts, lead));
      const most = ruleSet.dimensions.find(({ id }) => id === dimension)?.max;
      return { dimension, cutOffs: proposeCutOffs(measured, most) };
    };
    const axes = { rows: rows === null ? null : axisOf(rows), columns: axisOf(columns) };
    const grid = gradeGrid(axes, facts, levels(requestOf(gradeRuleSet(ruleSet, axes), options)));
    return { ...grid, computedInMs: clockMs() - startMs };
  };
}

const NOBODY = new Float64Array(0);
