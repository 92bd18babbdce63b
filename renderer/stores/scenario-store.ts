import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Input, ScenarioState } from '../../api/contract.ts';
import type { Condition, ReplayOptions, RuleSet, View } from '../../api/core-types.ts';
import type { Failure, Reply } from '../../api/reply.ts';
import { viewOptions, WHOLE_VIEW } from '../../core/replay/view.ts';
import type { Client } from '../client/client.ts';
import { createEditQueue, type EditQueueParts } from './edit-queue.ts';

export interface ScenarioScreenState {
  /** As the workshop stores it. */
  readonly stored: ScenarioState | null;
  /** As the levers show it: ahead of `stored` while an edit is on its way. */
  readonly ruleSet: RuleSet | null;
  /** For which leads it is meant, ahead of `stored` too; null: for every lead. */
  readonly scope: Scope | null;
  /** Which part of the history is looked at, ahead of `stored` too. */
  readonly view: View;
  readonly chosenLevel: string | null;
  readonly failure: Failure | null;
  readonly load: () => Promise<void>;
  /** The app tells of a change; what the answer to an own edit has told already is not fetched once more. */
  readonly follow: (revision: number) => Promise<void>;
  /** One undoable step, in words; steps with the same `coalesce` in a row become one. */
  readonly edit: (ruleSet: RuleSet, label: string, coalesce?: string) => void;
  /** One undoable step; a run of changes becomes one. */
  readonly setScope: (scope: Scope | null, label: string) => void;
  /** One undoable step; steps with the same `coalesce` in a row become one. */
  readonly setView: (change: Partial<View>, label: string, coalesce?: string) => void;
  /** Puts a new scenario on the table. */
  readonly addRuleSet: (from: Input<'ruleSets.add'>['from'], name: string, label?: string) => Promise<void>;
  readonly chooseRuleSet: (id: number, label?: string) => Promise<void>;
  /** Name, note and seat of a scenario; absent `id`: of the one on the table. */
  readonly describe: (change: Input<'scenario.describe'>) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly saveVersion: (name: string) => Promise<void>;
  readonly setBaseline: (versionId: number, label: string) => Promise<void>;
  readonly chooseLevel: (level: string) => void;
  /** Steps of a lever that still moves are sent to be stored now. */
  readonly sendHeld: () => void;
  readonly forget: () => void;
  readonly dismissFailure: () => void;
}

export type ScenarioStore = StoreApi<ScenarioScreenState>;

type Scope = Condition<'attribute'>;

interface Edit {
  readonly ruleSet: RuleSet;
  readonly label: string;
  readonly coalesce?: string;
}

type Waiting =
  | Edit
  | { readonly scope: Scope | null; readonly label: string; readonly coalesce: 'scope' }
  | { readonly view: View; readonly label: string; readonly coalesce?: string };

/** The parts other than the client are those of `createEditQueue`. */
export const createScenarioStore = ({
  client,
  ...timing
}: { readonly client: Client } & Pick<EditQueueParts<Waiting>, 'later' | 'betweenFrames'>): ScenarioStore =>
  createStore<ScenarioScreenState>((set, get) => {
    const adopt = (answer: ScenarioState) => {
      const stored = withKnownVersions(get().stored, answer);
      const held = get().ruleSet;
      // The same content keeps its identity: an echo of the own edit must not ask for another frame.
      const ruleSet = held !== null && sameRuleSet(held, stored.ruleSet) ? held : stored.ruleSet;
      const { scope, view } = get();
      set({
        stored,
        ruleSet,
        scope: sameContent(scope, stored.scope) ? scope : stored.scope,
        view: sameContent(view, stored.view) ? view : stored.view,
        failure: null,
      });
    };
    const receive = (reply: Reply<ScenarioState>) => {
      if (reply.ok) adopt(reply.value);
      else set({ failure: reply.error });
    };
    const send = (edit: Waiting): Promise<Reply<ScenarioState>> => {
      if ('ruleSet' in edit) return client('scenario.edit', edit);
      if ('view' in edit) return client('view.set', edit);
      return client('ruleSets.setScope', { scope: edit.scope, label: edit.label });
    };
    const edits = createEditQueue<Waiting>({
      ...timing,
      store: async (edit, isLast) => {
        const reply = await send(edit);
        if (!reply.ok) {
          const { ruleSet = null, scope = null, view = WHOLE_VIEW } = get().stored ?? {};
          set({ failure: reply.error, ruleSet, scope, view });
        } else if (isLast()) adopt(reply.value);
        else set({ stored: withKnownVersions(get().stored, reply.value), failure: null });
        return reply.ok;
      },
    });
    const after = async (work: () => Promise<Reply<ScenarioState>>) => {
      await edits.settled();
      receive(await work());
    };

    const load = async () => {
      await edits.settled();
      const reply = await client('scenario.get', {});
      if (!edits.isBehind()) receive(reply);
    };

    return {
      stored: null,
      ruleSet: null,
      scope: null,
      view: WHOLE_VIEW,
      chosenLevel: null,
      failure: null,
      load,
      follow: async (revision) => {
        await edits.stored();
        if ((get().stored?.revision ?? 0) < revision) await load();
      },
      edit: (ruleSet, label, coalesce) => {
        set({ ruleSet });
        edits.put(coalesce === undefined ? { ruleSet, label } : { ruleSet, label, coalesce });
      },
      setScope: (scope, label) => {
        set({ scope });
        edits.put({ scope, label, coalesce: 'scope' });
      },
      setView: (change, label, coalesce) => {
        const view = { ...get().view, ...change };
        set({ view });
        edits.put(coalesce === undefined ? { view, label } : { view, label, coalesce });
      },
      addRuleSet: (from, name, label = name) => after(() => client('ruleSets.add', { from, name, label })),
      chooseRuleSet: (id, label) =>
        after(() => client('ruleSets.choose', label === undefined ? { id } : { id, label })),
      describe: (change) => after(() => client('scenario.describe', change)),
      undo: () => after(() => client('scenario.undo', {})),
      redo: () => after(() => client('scenario.redo', {})),
      saveVersion: (name) => after(() => client('scenario.saveVersion', { name })),
      setBaseline: (versionId, label) => after(() => client('scenario.setBaseline', { versionId, label })),
      chooseLevel: (chosenLevel) => set({ chosenLevel }),
      sendHeld: edits.send,
      forget: () => {
        edits.forget();
        set({ stored: null, ruleSet: null, scope: null, view: WHOLE_VIEW, chosenLevel: null, failure: null });
      },
      dismissFailure: () => set({ failure: null }),
    };
  });

/** The level the screens speak of: the chosen one while the rule set has it, else the first. */
export const levelOf = (state: Pick<ScenarioScreenState, 'ruleSet' | 'chosenLevel'>): string | null => {
  const levels = state.ruleSet?.levels ?? [];
  return levels.find((level) => level.id === state.chosenLevel)?.id ?? levels[0]?.id ?? null;
};

/**
 * What every question to the replay says: the view, and of it the leads that the rule set is meant for. The same object for the
 * same content.
 */
export const optionsOf = ({ scope, view }: Pick<ScenarioScreenState, 'scope' | 'view'>): ReplayOptions => {
  const options = viewOptions(view, scope);
  const content = JSON.stringify(options);
  const known = OPTIONS_BY_CONTENT.get(content);
  if (known !== undefined) return known;
  // A lever that is dragged passes many; those of long ago are not asked any more.
  if (OPTIONS_BY_CONTENT.size >= 100) OPTIONS_BY_CONTENT.clear();
  OPTIONS_BY_CONTENT.set(content, options);
  return options;
};

const OPTIONS_BY_CONTENT = new Map<string, ReplayOptions>();

/** A version never changes, so those that are held stay the same objects: what hangs on them is not worked out again. */
const withKnownVersions = (held: ScenarioState | null, next: ScenarioState): ScenarioState =>
  held === null
    ? next
    : {
        ...next,
        baseline: held.baseline.id === next.baseline.id ? held.baseline : next.baseline,
        versions: sameVersions(held.versions, next.versions) ? held.versions : next.versions,
      };

const sameVersions = (some: ScenarioState['versions'], others: ScenarioState['versions']): boolean =>
  some.length === others.length && some.every(({ id }, index) => id === others[index]?.id);

const sameContent = <T extends Scope | View | null>(one: T, other: T): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Documents of a few kilobytes whose keys come in the parser's order. */
const sameRuleSet = (one: RuleSet, other: RuleSet): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);
