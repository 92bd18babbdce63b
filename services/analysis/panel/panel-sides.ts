/** What each side makes of the leads of a panel, and what became of them. */
import { isReached } from '../../../core/comparison/reached-leads.ts';
import { CONVERTED, NOT_CONVERTED } from '../../../core/measures/cell.ts';
import type { AnalysedHistory, AnalysedSide } from '../analysed-history.ts';

export interface PanelSidesQuestion {
  /** Id of the level that the leads were judged for. */
  readonly level: string;
  /** Ids. */
  readonly leads: readonly string[];
  readonly sides: readonly AnalysedSide[];
}

export interface PanelSidesAnswer {
  /** By side, then by lead: it reaches the level; of a lead that is not there any more, or a side without the level, null. */
  readonly reached: readonly (readonly (boolean | null)[])[];
  /** By lead: it converted; null where nobody knows. */
  readonly converted: readonly (boolean | null)[];
}

export function panelSides(
  { history, facts, reached }: AnalysedHistory,
  question: PanelSidesQuestion,
): PanelSidesAnswer {
  const places = question.leads.map((id) => history.leads.ids.indexOf(id));
  return {
    reached: question.sides.map((side) => {
      if (side.kind === 'ruleSet' && !side.ruleSet.levels.some(({ id }) => id === question.level))
        return places.map(() => null);
      const ofSide = reached(side);
      return places.map((lead) => (lead === -1 ? null : isReached(ofSide, lead)));
    }),
    converted: places.map((lead) => {
      const outcome = facts.outcome[lead];
      return outcome === CONVERTED ? true : outcome === NOT_CONVERTED ? false : null;
    }),
  };
}
