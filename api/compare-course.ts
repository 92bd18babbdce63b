/** What a level means in time and money: the part of the contract that speaks of it. */
import * as z from 'zod/mini';
import type { HeadlineFigures } from '../core/comparison/course/headline-figures.ts';
import { analysisQuestion, comparedSide } from './compared.ts';

export type { HeadlineFigures } from '../core/comparison/course/headline-figures.ts';

export const COMPARE_COURSE_INPUTS = {
  /** Load on sales, speed and money of each side, beyond what `replay.frame` and `compare.scenarios` tell. */
  'compare.figures': z.strictObject({
    ...analysisQuestion,
    sides: z.readonly(z.array(comparedSide).check(z.minLength(1), z.maxLength(50))),
  }),
} as const;

export interface CompareCourseOutputs {
  readonly 'compare.figures': FiguresCompared;
}

export interface FiguresCompared {
  readonly asOfMs: number;
  /** In the cohort, customers left out. */
  readonly leads: number;
  /** ISO 4217, of the costs; null: not said. */
  readonly currency: string | null;
  /** In the order of the sides asked for. */
  readonly figures: readonly HeadlineFigures[];
  readonly computedInMs: number;
}
