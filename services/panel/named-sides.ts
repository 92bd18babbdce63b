/** Everything that a panel can be held against, by name: the baseline, the scenarios on the list, and the hand-over. */
import type { ComparedSide } from '../../api/compared.ts';
import type { Seat } from '../../core/seat.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import type { AnalysedSide } from '../analysis/analysed-history.ts';
import { readScenarioRuleSets, readScenarioState } from '../scenario/scenario-state.ts';

export interface NamedAnalysedSide {
  readonly side: ComparedSide;
  readonly name: string;
  readonly seat: Seat | null;
  readonly analysed: AnalysedSide;
}

export function namedSides(workshop: ReadableWorkshop): readonly NamedAnalysedSide[] {
  const { baseline } = readScenarioState(workshop);
  return [
    {
      side: { kind: 'baseline' },
      name: baseline.name,
      seat: null,
      analysed: { kind: 'ruleSet', ruleSet: baseline.ruleSet },
    },
    ...readScenarioRuleSets(workshop).map(
      ({ id, ruleSet, seat }): NamedAnalysedSide => ({
        side: { kind: 'scenario', id },
        name: ruleSet.name,
        seat,
        analysed: { kind: 'ruleSet', ruleSet },
      }),
    ),
    { side: { kind: 'handover' }, name: '', seat: null, analysed: { kind: 'handover' } },
  ];
}
