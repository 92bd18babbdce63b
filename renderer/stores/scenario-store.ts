import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ScenarioState } from '../../api/contract.ts';
import type { Condition, ReplayOptions, RuleSet } from '../../api/core-types.ts';
import type { Failure, Reply } from '../../api/reply.ts';
import { DEFAULT_OPTIONS } from '../../core/replay/replay-result.ts';
import type { Client } from '../client/client.ts';

export interface ScenarioScreenState {
  /** As the workshop stores it. */
  readonly stored: ScenarioState | null;
  /** As the levers show it: ahead of `stored` while an edit is on its way. */
  readonly ruleSet: RuleSet | null;
  /** For which leads it is meant, ahead of `stored` too; null: for every lead. */
  readonly scope: Scope | null;
  readonly chosenLevel: string | null;
  readonly failure: Failure | null;
  readonly load: () => Promise<void>;
  /** The app tells of a change; what the answer to an own edit has told already is not fetched once more. */
  readonly follow: (revision: number) => Promise<void>;
  /** One undoable step, in words; steps with the same `coalesce` in a row become one. */
  readonly edit: (ruleSet: RuleSet, label: string, coalesce?: string) => void;
  /** One undoable step; a run of changes becomes one. */
  readonly setScope: (scope: Scope | null, label: string) => void;
  /** Puts a new rule set on the table: a blank one, or a copy of this one. */
  readonly addRuleSet: (from: 'blank' | 'copy', name: string) => Promise<void>;
  readonly chooseRuleSet: (id: number) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly saveVersion: (name: string) => Promise<void>;
  readonly setBaseline: (versionId: number) => Promise<void>;
  readonly chooseLevel: (level: string) => void;
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

type Waiting = Edit | { readonly scope: Scope | null; readonly label: string; readonly coalesce: 'scope' };

export const createScenarioStore = ({ client }: { readonly client: Client }): ScenarioStore =>
  createStore<ScenarioScreenState>((set, get) => {
    let waiting: readonly Waiting[] = [];
    let storing: Promise<void> | null = null;

    const adopt = (answer: ScenarioState) => {
      const stored = withKnownVersions(get().stored, answer);
      const held = get().ruleSet;
      // The same content keeps its identity: an echo of the own edit must not ask for another frame.
      const ruleSet = held !== null && sameRuleSet(held, stored.ruleSet) ? held : stored.ruleSet;
      const { scope } = get();
      set({ stored, ruleSet, scope: sameScope(scope, stored.scope) ? scope : stored.scope, failure: null });
    };
    const receive = (reply: Reply<ScenarioState>) => {
      if (reply.ok) adopt(reply.value);
      else set({ failure: reply.error });
    };
    const storeNext = async (): Promise<void> => {
      const [edit, ...rest] = waiting;
      if (edit === undefined) return;
      waiting = rest;
      const reply = await ('ruleSet' in edit
        ? client('scenario.edit', edit)
        : client('ruleSets.setScope', { scope: edit.scope, label: edit.label }));
      if (!reply.ok) {
        waiting = [];
        const { stored } = get();
        set({ failure: reply.error, ruleSet: stored?.ruleSet ?? null, scope: stored?.scope ?? null });
      } else if (waiting.length > 0) {
        set({ stored: withKnownVersions(get().stored, reply.value), failure: null });
      } else {
        adopt(reply.value);
      }
      return storeNext();
    };
    /** An edit may come while another is being stored. */
    const settled = async (): Promise<void> => {
      const underWay = storing;
      if (underWay === null) return;
      await underWay;
      return settled();
    };
    const after = async (work: () => Promise<Reply<ScenarioState>>) => {
      await settled();
      receive(await work());
    };

    const put = (edit: Waiting) => {
      const last = waiting.at(-1);
      const replaces = edit.coalesce !== undefined && last?.coalesce === edit.coalesce;
      waiting = replaces ? [...waiting.slice(0, -1), edit] : [...waiting, edit];
      storing ??= storeNext().finally(() => {
        storing = null;
      });
    };

    const load = async () => {
      await settled();
      const reply = await client('scenario.get', {});
      if (storing === null) receive(reply);
    };

    return {
      stored: null,
      ruleSet: null,
      scope: null,
      chosenLevel: null,
      failure: null,
      load,
      follow: async (revision) => {
        await settled();
        if ((get().stored?.revision ?? 0) < revision) await load();
      },
      edit: (ruleSet, label, coalesce) => {
        set({ ruleSet });
        put(coalesce === undefined ? { ruleSet, label } : { ruleSet, label, coalesce });
      },
      setScope: (scope, label) => {
        set({ scope });
        put({ scope, label, coalesce: 'scope' });
      },
      addRuleSet: (from, name) => after(() => client('ruleSets.add', { from, name })),
      chooseRuleSet: (id) => after(() => client('ruleSets.choose', { id })),
      undo: () => after(() => client('scenario.undo', {})),
      redo: () => after(() => client('scenario.redo', {})),
      saveVersion: (name) => after(() => client('scenario.saveVersion', { name })),
      setBaseline: (versionId) => after(() => client('scenario.setBaseline', { versionId })),
      chooseLevel: (chosenLevel) => set({ chosenLevel }),
      forget: () => set({ stored: null, ruleSet: null, scope: null, chosenLevel: null, failure: null }),
      dismissFailure: () => set({ failure: null }),
    };
  });

/** The level the screens speak of: the chosen one while the rule set has it, else the first. */
export const levelOf = (state: Pick<ScenarioScreenState, 'ruleSet' | 'chosenLevel'>): string | null => {
  const levels = state.ruleSet?.levels ?? [];
  return levels.find((level) => level.id === state.chosenLevel)?.id ?? levels[0]?.id ?? null;
};

/** What every question to the replay says: the leads that the rule set is meant for. The same object for the same scope. */
export const optionsOf = ({ scope }: Pick<ScenarioScreenState, 'scope'>): ReplayOptions => {
  if (scope === null) return DEFAULT_OPTIONS;
  const options = OPTIONS_BY_SCOPE.get(scope) ?? { ...DEFAULT_OPTIONS, scope };
  OPTIONS_BY_SCOPE.set(scope, options);
  return options;
};

const OPTIONS_BY_SCOPE = new WeakMap<Scope, ReplayOptions>();

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

const sameScope = (one: Scope | null, other: Scope | null): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Documents of a few kilobytes whose keys come in the parser's order. */
const sameRuleSet = (one: RuleSet, other: RuleSet): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);
