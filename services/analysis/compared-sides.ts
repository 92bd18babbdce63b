/** Rule sets for what a screen names: the baseline, a scenario on the list, one as its levers stand, the hand-over. */
import type { ComparedSide } from '../../api/compared.ts';
import type { Reply } from '../../api/reply.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { refuse, reply } from '../failure.ts';
import { askedRuleSet } from '../replay/asked-question.ts';
import { readScenarioRuleSets, readScenarioState } from '../scenario/scenario-state.ts';
import type { AnalysedSide } from './analysed-history.ts';

/** `notFound` for a scenario that is not there; `badRuleSet` with the path of a fault. */
export function comparedSides(
  workshop: ReadableWorkshop,
  sides: readonly ComparedSide[],
): Reply<readonly AnalysedSide[]> {
  const found: AnalysedSide[] = [];
  for (const side of sides) {
    const analysed = comparedSide(workshop, side);
    if (!analysed.ok) return analysed;
    found.push(analysed.value);
  }
  return reply(found);
}

/** The same of two. */
export function comparedPair(
  workshop: ReadableWorkshop,
  { a, b }: { readonly a: ComparedSide; readonly b: ComparedSide },
): Reply<{ readonly a: AnalysedSide; readonly b: AnalysedSide }> {
  const ofA = comparedSide(workshop, a);
  if (!ofA.ok) return ofA;
  const ofB = comparedSide(workshop, b);
  return ofB.ok ? reply({ a: ofA.value, b: ofB.value }) : ofB;
}

/** The same of one side. */
export function comparedSide(workshop: ReadableWorkshop, side: ComparedSide): Reply<AnalysedSide> {
  switch (side.kind) {
    case 'handover':
      return reply({ kind: 'handover' });
    case 'baseline':
      return reply(withRules(readScenarioState(workshop).baseline.ruleSet));
    case 'ruleSet': {
      const ruleSet = askedRuleSet(side.ruleSet);
      return ruleSet.ok ? reply(withRules(ruleSet.value)) : ruleSet;
    }
    case 'scenario': {
      const stored = readScenarioRuleSets(workshop).find(({ id }) => id === side.id);
      return stored === undefined
        ? refuse('notFound', 'There is no such scenario.', 'sides')
        : reply(withRules(stored.ruleSet));
    }
  }
}

const withRules = (ruleSet: RuleSet): AnalysedSide => ({ kind: 'ruleSet', ruleSet });
