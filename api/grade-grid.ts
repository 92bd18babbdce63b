/** Grades in two dimensions, counted: the part of the contract that speaks of them. */
import * as z from 'zod/mini';
import type { GradeGrid } from '../core/grade-grid/grade-grid.ts';
import { replayOptions, ruleSetDocument } from './replay-question.ts';

export type { GradeGrid } from '../core/grade-grid/grade-grid.ts';
export type { CutOffs, GridAxes, GridAxis } from '../core/grade-grid/grade-rule-set.ts';
export type { CellPlace } from '../core/grade-grid/reversals.ts';

const text = z.string().check(z.maxLength(1_000));
const figure = z.number().check(z.minimum(-1_000_000), z.maximum(1_000_000));

export const GRADE_GRID_INPUTS = {
  /**
   * How many leads have which grade, and how they converted. `dimensions`: ids of the rule set's, that of the rows first; one
   * alone makes one row. `cutOffs`: for each of them, best first, each less than the one before; null: proposed from what the
   * leads reach. Of several waiting for the same key only the newest is answered, the others answer `superseded`.
   */
  'rules.grid': z.strictObject({
    ruleSet: ruleSetDocument,
    dimensions: z.array(text).check(z.minLength(1), z.maxLength(2)),
    cutOffs: z.nullable(z.array(z.nullable(z.tuple([figure, figure, figure]))).check(z.maxLength(2))),
    options: replayOptions,
    key: text,
  }),
} as const;

export interface GradeGridOutputs {
  readonly 'rules.grid': GradeGridAnswer;
}

export interface GradeGridAnswer extends GradeGrid {
  readonly computedInMs: number;
}
