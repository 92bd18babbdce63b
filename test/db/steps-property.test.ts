/**
 * One order of steps: whatever is done to scenarios, the list and the view, undo and redo go back and forth in it exactly, and the
 * timeline tells those that stand.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberAt } from '../../core/at.ts';
import { SEATS, type Seat } from '../../core/seat.ts';
import { closeWorkshop, type WritableWorkshop } from '../../db/open-workshop.ts';
import { chooseRuleSet, listRuleSets, setRuleSetRemoved } from '../../db/queries/rule-sets.ts';
import {
  appendStep,
  createScenario,
  readScenario,
  redoStep,
  setBaseline,
  undoStep,
} from '../../db/queries/scenario.ts';
import type { StepKind } from '../../db/queries/standing.ts';
import { listTakenSteps } from '../../db/queries/taken-steps.ts';
import { saveVersion } from '../../db/queries/versions.ts';
import { readView, writeView } from '../../db/queries/view.ts';
import { inTransaction } from '../../db/transaction.ts';
import { expectValue, newWorkshop } from './temp-workshop.ts';

type Act =
  | { readonly kind: 'edit'; readonly document: number; readonly coalesce: string | null }
  | { readonly kind: 'describe'; readonly which: number; readonly seat: Seat; readonly coalesce: string | null }
  | { readonly kind: 'view'; readonly at: number; readonly capacity: number | null; readonly coalesce: string | null }
  | { readonly kind: 'choose' | 'remove' | 'putBack'; readonly which: number }
  | { readonly kind: 'branch' | 'baseline' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

const coalesce = fc.constantFrom(null, null, 'a', 'b');
const which = fc.nat({ max: 5 });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('edit' as const), document: fc.nat({ max: 9 }), coalesce }),
  fc.record({ kind: fc.constant('describe' as const), which, seat: fc.constantFrom(...SEATS), coalesce }),
  fc.record({
    kind: fc.constant('view' as const),
    at: fc.nat({ max: 3 }),
    capacity: fc.constantFrom(null, 1, 12.345678901234567),
    coalesce,
  }),
  fc.record({ kind: fc.constantFrom('choose' as const, 'remove' as const, 'putBack' as const), which }),
  fc.record({
    kind: fc.constantFrom('branch' as const, 'baseline' as const),
  }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('redo' as const) }),
);

/** All that a screen can see, without the words of undo and redo. */
const seen = (workshop: WritableWorkshop): string => {
  const { undo: _, redo: __, ...onTheTable } = readScenario(workshop) ?? { undo: null, redo: null };
  return JSON.stringify([onTheTable, listRuleSets(workshop), readView(workshop)]);
};

const idAt = (workshop: WritableWorkshop, at: number): number => {
  const ids = listRuleSets(workshop).map(({ id }) => id);
  return numberAt(ids, at % ids.length);
};

/** Does it; answers the key under which a run of it is one step, null: it is a step of its own. */
function perform(
  workshop: WritableWorkshop,
  done: Exclude<Act, { readonly kind: 'undo' } | { readonly kind: 'redo' }>,
): string | null {
  const words = { label: done.kind, atMs: 2 };
  const keyed = (key: string | null) => (key === null ? words : { ...words, coalesce: key });
  const id = idAt(workshop, 'which' in done ? done.which : 0);
  const present = readScenario(workshop)?.id ?? -1;
  switch (done.kind) {
    case 'edit':
      appendStep(workshop, { ...keyed(done.coalesce), document: JSON.stringify({ name: `${done.document}` }) });
      return done.coalesce === null ? null : `${present}:${done.coalesce}`;
    case 'describe':
      appendStep(workshop, { ...keyed(done.coalesce), scenarioId: id, seat: done.seat });
      return done.coalesce === null ? null : `${id}:${done.coalesce}`;
    case 'view':
      writeView(workshop, { document: `{"at":${done.at}}`, capacityPerWeek: done.capacity }, keyed(done.coalesce));
      return done.coalesce === null ? null : `view:${done.coalesce}`;
    case 'choose':
      chooseRuleSet(workshop, id, words);
      return 'choose';
    case 'remove':
    case 'putBack':
      setRuleSetRemoved(workshop, { id, isRemoved: done.kind === 'remove', ...words });
      return null;
    case 'branch': {
      const baselineVersionId = readScenario(workshop)?.baselineVersionId ?? -1;
      createScenario(workshop, { name: 'branch', document: '{"name":"branch"}', baselineVersionId, ...words });
      return null;
    }
    case 'baseline':
      setBaseline(workshop, ((readScenario(workshop)?.baselineVersionId ?? 1) % 2) + 1, words);
      return null;
  }
}

interface Model {
  readonly states: readonly string[];
  /** Of each state, how its step was made. */
  readonly keys: readonly (string | null)[];
  readonly at: number;
}

/** An edit of the content is always a step; of what only points (view, choice) one that changes nothing is none. */
function after(model: Model, key: string | null, now: string, isContent: boolean): Model {
  const { states, keys, at } = model;
  const [past, pastKeys] = [states.slice(0, at + 1), keys.slice(0, at + 1)];
  if (!isContent && past[at] === now) return model;
  const continues = at + 1 === states.length && key !== null && keys[at] === key;
  if (!continues) return { states: [...past, now], keys: [...pastKeys, key], at: at + 1 };
  if (past[at - 1] !== now || isContent) return { ...model, states: [...past.slice(0, at), now] };
  return { states: past.slice(0, at), keys: pastKeys.slice(0, at), at: at - 1 };
}

const undoable = (workshop: WritableWorkshop): string | null => readScenario(workshop)?.undo ?? null;

const KIND_BY_LABEL: ReadonlyMap<string, StepKind> = new Map([
  ['edit', 'scenario.edited'],
  ['describe', 'scenario.edited'],
  ['view', 'view.set'],
  ['choose', 'scenario.chosen'],
  ['remove', 'scenario.removed'],
  ['putBack', 'scenario.putBack'],
  ['branch', 'scenario.made'],
  ['baseline', 'baseline.chosen'],
]);

describe('steps of a workshop', () => {
  it('are one order, in which undo and redo go exactly, and which the timeline tells', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const workshop = newWorkshop();
        expectValue(
          inTransaction(workshop, () => {
            for (const name of ['start', 'other']) saveVersion(workshop, { name, document: '0', savedAtMs: 1 });
            createScenario(workshop, { name: 'ours', document: '{"name":"0"}', baselineVersionId: 1, atMs: 1 });
          }),
        );
        let model: Model = { states: [seen(workshop)], keys: [null], at: 0 };
        for (const done of acts) {
          const { at, states } = model;
          if (done.kind === 'undo') {
            expect(expectValue(inTransaction(workshop, () => undoStep(workshop)))).toBe(at > 0);
            model = { ...model, at: Math.max(0, at - 1) };
          } else if (done.kind === 'redo') {
            expect(expectValue(inTransaction(workshop, () => redoStep(workshop)))).toBe(at < states.length - 1);
            model = { ...model, at: Math.min(states.length - 1, at + 1) };
          } else {
            const key = expectValue(inTransaction(workshop, () => perform(workshop, done)));
            model = after(model, key, seen(workshop), done.kind === 'edit' || done.kind === 'describe');
          }
          expect(seen(workshop)).toBe(model.states[model.at]);
          const { undo, redo } = readScenario(workshop) ?? {};
          expect([undo !== null, redo !== null]).toEqual([model.at > 0, model.at < model.states.length - 1]);
        }
        const told = listTakenSteps(workshop);
        for (const { kind, label } of told) expect([label, kind]).toEqual([label, KIND_BY_LABEL.get(label)]);
        const undone: string[] = [];
        for (let label = undoable(workshop); label !== null; label = undoable(workshop)) {
          undone.unshift(label);
          expectValue(inTransaction(workshop, () => undoStep(workshop)));
          model = { ...model, at: model.at - 1 };
        }
        expect(told.map(({ label }) => label)).toEqual(undone);
        expect([model.at, seen(workshop)]).toEqual([0, model.states[0]]);
        closeWorkshop(workshop);
      }),
      { numRuns: 30 },
    );
  });
});
