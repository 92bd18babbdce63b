/** All that speaks against a rule, in the order of the rules. */
import type { RuleSet } from '../rule-set/rule-set.ts';
import { type HistoryKnowledge, historyConcerns } from './history-concerns.ts';
import type { RuleConcern } from './rule-concern.ts';
import { writtenConcerns } from './written-concerns.ts';

/** `known` null: nothing is known of a history, and the rule set alone is looked at. */
export function ruleConcerns(ruleSet: RuleSet, known: HistoryKnowledge | null): readonly RuleConcern[] {
  const written = writtenConcerns(ruleSet);
  const ofHistory = known === null ? [] : historyConcerns(ruleSet, known);
  const isSaid = (concern: RuleConcern): boolean =>
    concern.kind === 'sameLeads' &&
    written.some((one) => one.kind === 'sameTest' && one.ruleId === concern.ruleId && one.other === concern.other);
  const all = [...ofHistory.filter((concern) => !isSaid(concern)), ...written];
  return ruleSet.rules.flatMap(({ id }) => all.filter(({ ruleId }) => ruleId === id));
}
