/** What a level means in time and money: the part of the contract that speaks of it. */
import * as z from 'zod/mini';
import type { Course } from '../core/comparison/course/course.ts';
import type { HeadlineFigures } from '../core/comparison/course/headline-figures.ts';
import { analysisQuestion, comparedSide } from './compared.ts';

export type { CurvePoint } from '../core/comparison/course/conversion-curve.ts';
export type { Course } from '../core/comparison/course/course.ts';
export type { FunnelStep } from '../core/comparison/course/funnel.ts';
export type { HeadlineFigures } from '../core/comparison/course/headline-figures.ts';
export type { LoadWeek } from '../core/comparison/course/weekly-load.ts';

export const COMPARE_COURSE_INPUTS = {
  /** How soon each side's leads convert, from lead to won, week by week and month by month. */
  'compare.course': z.strictObject({ ...analysisQuestion, a: comparedSide, b: comparedSide }),
  /** Load on sales, speed and money of each side, beyond what `replay.frame` and `compare.scenarios` tell. */
  'compare.figures': z.strictObject({
    ...analysisQuestion,
    sides: z.readonly(z.array(comparedSide).check(z.minLength(1), z.maxLength(50))),
  }),
} as const;

export interface CompareCourseOutputs {
  readonly 'compare.course': CourseCompared;
  readonly 'compare.figures': FiguresCompared;
}

export interface CourseCompared {
  readonly asOfMs: number;
  /** In the cohort, customers left out. */
  readonly leads: number;
  /** False: all instants of the history are equal, and nothing in time can be told. */
  readonly hasDates: boolean;
  /** How far the curves are drawn. */
  readonly untilDays: number;
  readonly a: Course;
  readonly b: Course;
  readonly computedInMs: number;
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
