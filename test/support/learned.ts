import { learnCards } from '../../core/suggest/learn/learn-cards.ts';
import type { LearnedCard, LearningData, LearningLimits } from '../../core/suggest/learn/learning-data.ts';

/** All cards, without a pause. */
export function learned(data: LearningData, limits: LearningLimits): readonly LearnedCard[] {
  const steps = learnCards(data, limits);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same box for every feature, either way. */
export const boxOf = (data: LearningData, most: number, mostRules: number, unit = 1): LearningLimits => ({
  unit,
  lowest: data.features.map(() => -most),
  highest: data.features.map(() => most),
  mostRules,
});

/** The places of the rows that have something, ascending. */
export const rowsWhere = <Row>(rows: readonly Row[], has: (row: Row) => boolean): Int32Array =>
  Int32Array.from(rows.flatMap((row, place) => (has(row) ? [place] : [])));
