/** Every scenario's figures at one level, beside what sales was really given. */
import { type AgainstBaseline, againstBaseline } from '../../../core/comparison/against-baseline.ts';
import { type LevelFigures, levelFigures } from '../../../core/comparison/level-figures.ts';
import { cohortSize } from '../../../core/measures/cell.ts';
import type { AnalysedHistory, AnalysedSide } from '../analysed-history.ts';

export interface ScenariosQuestion {
  readonly level: string;
  /** The baseline first. */
  readonly sides: readonly AnalysedSide[];
}

export interface ScenariosAnswer {
  readonly asOfMs: number;
  readonly leads: number;
  /** In the order of the sides. */
  readonly figures: readonly (LevelFigures & { readonly difference: AgainstBaseline | null })[];
}

export function compareScenarios(history: AnalysedHistory, { level, sides }: ScenariosQuestion): ScenariosAnswer {
  const { facts, calendar } = history;
  const reached = sides.map((side, done) => {
    history.report(done, sides.length);
    return history.reached(side);
  });
  const differences = againstBaseline(facts, reached, 0);
  return {
    asOfMs: facts.asOfMs,
    leads: cohortSize(facts).leads,
    figures: reached.map((side, index) => ({
      ...levelFigures(facts, calendar, side, level),
      difference: differences[index] ?? null,
    })),
  };
}
