/** The course of time of two sides: how soon they convert, from lead to won, week by week and month by month. */
import { type Course, courses } from '../../../core/comparison/course/course.ts';
import { cohortSize } from '../../../core/measures/cell.ts';
import type { AnalysedHistory, AnalysedSide } from '../analysed-history.ts';

export interface CourseQuestion {
  readonly a: AnalysedSide;
  readonly b: AnalysedSide;
  readonly capacityPerWeek: number | null;
}

export interface CourseAnswer {
  readonly asOfMs: number;
  /** In the cohort, customers left out. */
  readonly leads: number;
  /** False: all instants of the history are equal, and nothing in time can be told. */
  readonly hasDates: boolean;
  /** How far the curves are drawn. */
  readonly untilDays: number;
  readonly a: Course;
  readonly b: Course;
}

export function compareCourse(analysed: AnalysedHistory, question: CourseQuestion): CourseAnswer {
  const { history, facts, calendar } = analysed;
  const reached = [question.a, question.b].map((side, done) => {
    analysed.report(done, 2);
    return analysed.reached(side);
  });
  const { courses: both, ...shared } = courses(history, facts, calendar, reached, question.capacityPerWeek);
  const [a, b] = both;
  if (a === undefined || b === undefined) throw new Error('two sides have two courses');
  return { asOfMs: facts.asOfMs, leads: cohortSize(facts).leads, ...shared, a, b };
}
