import type { Course, CourseCompared } from '../../../../api/compare-course.ts';
import type { CompareFocus, NamedSide } from '../compare-focus.ts';

/** A side with what became of its leads. */
export interface CourseSide extends NamedSide {
  readonly course: Course;
  /** Drawn solid and first; what it is told against is dashed. */
  readonly isTold: boolean;
}

/** What the cards of this view are given: what is told first, then what it is told against. */
export interface CourseView {
  readonly levelName: string;
  readonly hasDates: boolean;
  readonly untilDays: number;
  readonly sides: readonly [CourseSide, CourseSide];
}

export const courseView = (compared: CourseCompared, { a, b, levelName }: CompareFocus): CourseView => ({
  levelName,
  hasDates: compared.hasDates,
  untilDays: compared.untilDays,
  sides: [
    { ...b, course: compared.b, isTold: true },
    { ...a, course: compared.a, isTold: false },
  ],
});
