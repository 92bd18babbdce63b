/** What each side means beyond `simulate`'s measures: load, speed, money. */
import { type HeadlineFigures, headlineFigures } from '../../../core/comparison/course/headline-figures.ts';
import { type CohortCosts, cohortCosts, type PaidCosts } from '../../../core/comparison/course/level-costs.ts';
import { cohortSize } from '../../../core/measures/cell.ts';
import type { LeadFacts } from '../../../core/replay/replay-result.ts';
import { asWorkingHours } from '../../../core/working-time/as-working-hours.ts';
import { workingClock } from '../../../core/working-time/working-clock.ts';
import type { WorkingHours } from '../../../core/working-time/working-hours.ts';
import type { AnalysedHistory, AnalysedSide } from '../analysed-history.ts';

export interface FiguresQuestion {
  readonly level: string;
  readonly sides: readonly AnalysedSide[];
  readonly capacityPerWeek: number | null;
  /** Of the agreement; null: none are agreed. */
  readonly workingHours: WorkingHours | null;
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
  const { level, sides, capacityPerWeek, workingHours, paid } = question;
  const scope = {
    history,
    facts,
    calendar,
    capacityPerWeek,
    workingClock: workingHours === null ? null : workingClock(workingHours),
    costs: keptCosts(analysed, paid),
  };
  return {
    asOfMs: facts.asOfMs,
    leads: cohortSize(facts).leads,
    figures: sides.map((side, done) => {
      analysed.report(done, sides.length);
      return headlineFigures(scope, analysed.reached(side), promisedHours(side, level, workingHours));
    }),
  };
}

/** A level's plain hours, or what they come to in the hours that people work. */
function promisedHours(side: AnalysedSide, level: string, workingHours: WorkingHours | null): number | null {
  const plain =
    side.kind === 'handover' ? undefined : side.ruleSet.levels.find(({ id }) => id === level)?.followUpHours;
  if (plain === undefined) return null;
  return workingHours === null ? plain : asWorkingHours(plain, workingHours);
}

/** Costs are the dearest part, and the same while a lever moves: those of a cohort are kept as long as its facts are. */
const keptByFacts = new WeakMap<LeadFacts, { readonly key: string; readonly costs: CohortCosts | null }>();

function keptCosts({ history, facts }: AnalysedHistory, paid: PaidCosts): CohortCosts | null {
  const key = JSON.stringify(paid);
  const kept = keptByFacts.get(facts);
  if (kept?.key === key) return kept.costs;
  const costs = cohortCosts(history, facts, paid);
  keptByFacts.set(facts, { key, costs });
  return costs;
}
