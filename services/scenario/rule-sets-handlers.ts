/** Several rule sets in one workshop: which there are, which one is on the table, and for which leads it is meant. */

import type { Reply } from '../../api/reply.ts';
import type { RuleSetOnList } from '../../api/rule-sets.ts';
import { blankRuleSet } from '../../core/rule-set/blank-rule-set.ts';
import { parseScope } from '../../core/rule-set/parse-scope.ts';
import { serialiseRuleSet } from '../../core/rule-set/serialise-rule-set.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { chooseRuleSet, listRuleSets, setRuleSetRemoved } from '../../db/queries/rule-sets.ts';
import { appendStep, createScenario, readScenario } from '../../db/queries/scenario.ts';
import type { Handler } from '../dispatch.ts';
import { refuse, reply } from '../failure.ts';
import type { OpenWorkshop } from '../workshop/open-workshop.ts';
import { beginScenario } from './begin-scenario.ts';
import { readScenarioState, storedScope } from './scenario-state.ts';

type RuleSetsMethod =
  | 'ruleSets.list'
  | 'ruleSets.add'
  | 'ruleSets.choose'
  | 'ruleSets.setRemoved'
  | 'ruleSets.setScope';

export function createRuleSetsHandlers({ open, now }: { readonly open: OpenWorkshop; readonly now: () => number }): {
  readonly [M in RuleSetsMethod]: Handler<M>;
} {
  const answer = <T>(of: (workshop: ReadableWorkshop) => T): Reply<T> => {
    const workshop = open.readable();
    return workshop.ok ? reply(of(workshop.value)) : workshop;
  };
  const state = () => answer((workshop) => ({ revision: open.revision(), ...readScenarioState(workshop) }));
  return {
    'ruleSets.list': async () => answer(ruleSetsOf),
    'ruleSets.add': async ({ from, name }) => {
      const stored = open.store('scenario', (workshop) => {
        const present = readScenario(workshop);
        if (from === 'blank' || present === null) {
          const blank = { ...blankRuleSet(), name };
          beginScenario(workshop, blank, blank, now());
          return;
        }
        const { scope, baselineVersionId } = present;
        const document = serialiseRuleSet({ ...readScenarioState(workshop).ruleSet, name });
        createScenario(workshop, { name, document, scope, baselineVersionId, atMs: now() });
      });
      return stored.ok ? state() : stored;
    },
    'ruleSets.choose': async ({ id }) => {
      const stored = open.store('scenario', (workshop) => chooseRuleSet(workshop, id));
      if (!stored.ok) return stored;
      return stored.value ? state() : refuse('notFound', 'There is no such rule set on the list.', 'id');
    },
    'ruleSets.setRemoved': async ({ id, isRemoved }) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      if (!listRuleSets(workshop.value).some((ruleSet) => ruleSet.id === id))
        return refuse('notFound', 'There is no such rule set.', 'id');
      if (readScenario(workshop.value)?.id === id)
        return refuse('badInput', 'This rule set is on the table. Put another one there first.', 'id');
      const stored = open.store('scenario', (writable) => setRuleSetRemoved(writable, id, isRemoved));
      return stored.ok ? answer(ruleSetsOf) : stored;
    },
    'ruleSets.setScope': async ({ scope, label }) => {
      const parsed = scope === null ? null : parseScope(scope);
      if (parsed?.ok === false) {
        const [first] = parsed.error;
        return refuse('badRuleSet', first?.message ?? '', first?.path);
      }
      const json = parsed === null ? null : JSON.stringify(parsed.value);
      const stored = open.store('scenario', (workshop) => {
        const present = readScenario(workshop);
        if (present === null) return;
        const { document } = present;
        appendStep(workshop, { document, scope: json, label, coalesce: 'scope', atMs: now() });
      });
      return stored.ok ? state() : stored;
    },
  };
}

const ruleSetsOf = (workshop: ReadableWorkshop): readonly RuleSetOnList[] =>
  listRuleSets(workshop).map((ruleSet) => ({ ...ruleSet, scope: storedScope(ruleSet.scope) }));
