/** Several scenarios in one workshop: which there are, which one is on the table, and for which leads it is meant. */

import type { Input } from '../../api/contract.ts';
import type { Reply } from '../../api/reply.ts';
import type { RuleSetOnList } from '../../api/rule-sets.ts';
import { blankRuleSet } from '../../core/rule-set/blank-rule-set.ts';
import { parseScope } from '../../core/rule-set/parse-scope.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { serialiseRuleSet } from '../../core/rule-set/serialise-rule-set.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { chooseRuleSet, listRuleSets, setRuleSetRemoved } from '../../db/queries/rule-sets.ts';
import { appendStep, createScenario, readScenario, type StoredScenario } from '../../db/queries/scenario.ts';
import { readSpeaker } from '../../db/queries/seats.ts';
import { readVersion } from '../../db/queries/versions.ts';
import type { Handler } from '../dispatch.ts';
import { refuse, reply } from '../failure.ts';
import type { OpenWorkshop } from '../workshop/open-workshop.ts';
import { beginScenario } from './begin-scenario.ts';
import { freeName } from './free-name.ts';
import { readScenarioState, storedRuleSet, storedScope } from './scenario-state.ts';

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
    'ruleSets.add': async ({ from, name: wished, label }) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      const present = readScenario(workshop.value);
      const name = freeName(workshop.value, wished);
      const words = { label: label ?? name, atMs: now() };
      const origin = originOf(workshop.value, present, from);
      if (origin === undefined) return refuse('notFound', 'What it should be a copy of is not there any more.', 'from');
      const stored = open.store('scenario', (writable) => {
        if (origin === null || present === null) {
          const blank = { ...blankRuleSet(), name };
          beginScenario(writable, blank, blank, words);
          return;
        }
        const document = serialiseRuleSet({ ...origin.ruleSet, name });
        const { scope, baselineVersionId } = origin;
        const seat = readSpeaker(writable)?.team ?? origin.seat;
        createScenario(writable, { name, document, scope, seat, baselineVersionId, ...words });
      });
      return stored.ok ? state() : stored;
    },
    'ruleSets.choose': async ({ id, label }) => {
      const name = open.current() === null ? '' : nameOf(open, id);
      const words = { label: label ?? name, atMs: now() };
      const stored = open.store('scenario', (workshop) => chooseRuleSet(workshop, id, words));
      if (!stored.ok) return stored;
      return stored.value ? state() : refuse('notFound', 'There is no such rule set on the list.', 'id');
    },
    'ruleSets.setRemoved': async ({ id, isRemoved, label }) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      if (!listRuleSets(workshop.value).some((ruleSet) => ruleSet.id === id))
        return refuse('notFound', 'There is no such rule set.', 'id');
      if (readScenario(workshop.value)?.id === id)
        return refuse('badInput', 'This rule set is on the table. Put another one there first.', 'id');
      const change = { id, isRemoved, label: label ?? nameOf(open, id), atMs: now() };
      const stored = open.store('scenario', (writable) => setRuleSetRemoved(writable, change));
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
        if (readScenario(workshop) === null) return;
        appendStep(workshop, { scope: json, label, coalesce: 'scope', atMs: now() });
      });
      return stored.ok ? state() : stored;
    },
  };
}

interface Origin extends Pick<StoredScenario, 'scope' | 'seat' | 'baselineVersionId'> {
  readonly ruleSet: RuleSet;
}

/** Null: a blank one; undefined: what it should be a copy of is not there. A version says nothing of leads and seats. */
function originOf(
  workshop: ReadableWorkshop,
  present: StoredScenario | null,
  from: Input<'ruleSets.add'>['from'],
): Origin | null | undefined {
  if (from === 'blank' || present === null) return null;
  if (typeof from === 'object' && 'versionId' in from) {
    const version = readVersion(workshop, from.versionId);
    const { baselineVersionId } = present;
    return version === null
      ? undefined
      : { ruleSet: storedRuleSet(version.document), scope: null, seat: 'both', baselineVersionId };
  }
  const copied = from === 'copy' ? present : readScenario(workshop, from.scenarioId);
  return copied === null ? undefined : { ...copied, ruleSet: storedRuleSet(copied.document) };
}

const nameOf = (open: OpenWorkshop, id: number): string => {
  const workshop = open.current();
  return workshop === null ? '' : (listRuleSets(workshop).find((listed) => listed.id === id)?.name ?? '');
};

const ruleSetsOf = (workshop: ReadableWorkshop): readonly RuleSetOnList[] =>
  listRuleSets(workshop).map((ruleSet) => ({ ...ruleSet, scope: storedScope(ruleSet.scope) }));
