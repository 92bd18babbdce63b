/** Every scenario's figures at one level, beside what sales was really given. */
import { type LevelFigures, levelFigures } from '../../../core/comparison/level-figures.ts';
import { cohortSize } from '../../../core/measures/cell.ts';
import type { AnalysedHistory, AnalysedSide } from '../analysed-history.ts';

export interface ScenariosQuestion {
  readonly level: string;
  readonly sides: readonly AnalysedSide[];
}

export interface ScenariosAnswer {
  readonly asOfMs: number;
  readonly leads: number;
  /** In the order of the sides. */
  readonly figures: readonly LevelFigures[];
}

export function compareScenarios(history: AnalysedHistory, { level, sides }: ScenariosQuestion): ScenariosAnswer {
  const { facts, calendar } = history;
  return {
    asOfMs: facts.asOfMs,
    leads: cohortSize(facts).leads,
    figures: sides.map((side, done) => {
      history.report(done, sides.length);
      return levelFigures(facts, calendar, history.reached(side), level);
    }),
  };
}
