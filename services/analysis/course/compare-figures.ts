/** What each side means beyond `simulate`'s measures: load, speed, money. */
import { type HeadlineFigures, headlineFigures } from '../../../core/comparison/course/headline-figures.ts';
import { costsOfCohort, type PaidCosts } from '../../../core/comparison/course/level-costs.ts';
import { cohortSize } from '../../../core/measures/cell.ts';
import type { AnalysedHistory, AnalysedSide } from '../analysed-history.ts';

export interface FiguresQuestion {
  readonly level: string;
  readonly sides: readonly AnalysedSide[];
  readonly capacityPerWeek: number | null;
  readonly paid: PaidCosts;
}

export interface FiguresAnswer {
  readonly asOfMs: number;
  /** In the cohort, customers left out. */
  readonly leads: number;
  /** In the order of the sides. */
  readonly figures: readonly HeadlineFigures[];
}

export function compareFigures(analysed: AnalysedHistory, question: FiguresQuestion): FiguresAnswer {
  const { history, facts, calendar } = analysed;
  const { level, sides, capacityPerWeek, paid } = question;
  const costs = costsOfCohort(history, facts, paid);
  const scope = { history, facts, calendar, capacityPerWeek, paid: { ...paid, costs } };
  return {
    asOfMs: facts.asOfMs,
    leads: cohortSize(facts).leads,
    figures: sides.map((side, done) => {
      analysed.report(done, sides.length);
      return headlineFigures(scope, analysed.reached(side), promisedHours(side, level));
    }),
  };
}

const promisedHours = (side: AnalysedSide, level: string): number | null =>
  side.kind === 'handover' ? null : (side.ruleSet.levels.find(({ id }) => id === level)?.followUpHours ?? null);
