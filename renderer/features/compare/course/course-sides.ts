import type { Course, CourseCompared } from '../../../../api/compare-course.ts';
import type { Messages } from '../../../i18n/messages.tsx';
import type { CompareFocus, NamedSide } from '../compare-focus.ts';

/** A side with what became of its leads. */
export interface CourseSide extends NamedSide {
  readonly course: Course;
  /** Drawn solid and first; what it is told against is dashed. */
  readonly isTold: boolean;
  readonly key: 'told' | 'against';
}

/** What the cards of this view are given: what is told first, then what it is told against. */
export interface CourseView {
  readonly levelName: string;
  readonly hasDates: boolean;
  readonly untilDays: number;
  readonly sides: readonly [CourseSide, CourseSide];
}

/** A baseline may be called like the scenario that began as its copy: one of two alike names says which it is. */
export const courseView = (
  compared: CourseCompared,
  { a, b, levelName }: CompareFocus,
  { t }: Pick<Messages, 't'>,
): CourseView => ({
  levelName,
  hasDates: compared.hasDates,
  untilDays: compared.untilDays,
  sides: [
    { ...b, course: compared.b, isTold: true, key: 'told' },
    {
      ...a,
      name: a.name === b.name ? t('compare-course.against', { name: a.name }) : a.name,
      course: compared.a,
      isTold: false,
      key: 'against',
    },
  ],
});
