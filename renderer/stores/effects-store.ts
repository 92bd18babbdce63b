import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ReplayOptions, RuleSet } from '../../api/core-types.ts';
import type { Failure, Reply } from '../../api/reply.ts';
import type { RuleAlone, RuleEffects } from '../../api/rule-effects.ts';
import type { Client } from '../client/client.ts';

export interface EffectsRequest {
  readonly ruleSet: RuleSet;
  readonly level: string;
  readonly options: ReplayOptions;
  /** The rule that is being looked at: what it decides by itself is asked for first. */
  readonly first: string | null;
}

export interface ShownEffects {
  readonly ruleSet: RuleSet;
  readonly options: ReplayOptions;
  readonly effects: RuleEffects;
}

export interface ShownAlone {
  readonly ruleSet: RuleSet;
  readonly level: string;
  readonly options: ReplayOptions;
  readonly alone: RuleAlone;
}

export interface EffectsState {
  /** The newest figures that have arrived, with the rule set that they are of: it may be older than the one on screen. */
  readonly shown: ShownEffects | null;
  /** By rule; each with the rule set and the level that it is of. */
  readonly aloneByRule: Readonly<Record<string, ShownAlone>>;
  readonly wanted: EffectsRequest | null;
  readonly failure: Failure | null;
  /** Null: nobody looks at them any more. */
  readonly request: (request: EffectsRequest | null) => void;
  /** The history changed, or what is kept out of rules: the same question has another answer. */
  readonly refresh: () => void;
  readonly forget: () => void;
}

export type EffectsStore = StoreApi<EffectsState>;

const KEY = 'rules';
/** A figure that is being typed is not worth a question yet. */
const PAUSE_MS = 200;
/** Replays in one question: a lever that is moved meanwhile has to wait for no more than these. */
const RULES_AT_A_TIME = 6;

/**
 * Asks when nothing has changed for a moment, one question at a time: first for what is cheap, then for what each rule decides
 * by itself. A newer request ends the round of the older one; nothing waits in a row. `later` runs its argument after so many
 * milliseconds and returns what calls it off.
 */
export const createEffectsStore = ({
  client,
  later,
}: {
  readonly client: Client;
  readonly later: (run: () => void, waitMs: number) => () => void;
}): EffectsStore =>
  createStore<EffectsState>((set, get) => {
    let round = 0;
    let underWay = false;
    /** Nothing has changed for a moment, and what is wanted has not been asked for yet. */
    let isDue = false;
    let callOff = () => {};

    const begin = () => {
      round += 1;
      isDue = false;
      callOff();
      callOff = later(() => {
        isDue = true;
        void run();
      }, PAUSE_MS);
    };
    /** Whether the answer is of this round and no fault; another window's question under the same key ends the round too. */
    const isTaken = <T>(reply: Reply<T>, own: number): reply is { readonly ok: true; readonly value: T } => {
      if (own !== round) return false;
      if (reply.ok) return true;
      if (reply.error.kind === 'superseded') begin();
      else set({ failure: reply.error });
      return false;
    };
    const run = async () => {
      const { wanted } = get();
      if (underWay || !isDue || wanted === null) return;
      isDue = false;
      underWay = true;
      const own = round;
      await ask(wanted, own);
      underWay = false;
      void run();
    };
    const ask = async (wanted: EffectsRequest, own: number) => {
      const { ruleSet, options } = wanted;
      const { shown } = get();
      if (shown?.ruleSet !== ruleSet || shown.options !== options) {
        const reply = await client('rules.effects', { ruleSet, options, key: KEY });
        if (!isTaken(reply, own)) return;
        set({ shown: { ruleSet, options, effects: reply.value }, failure: null });
      }
      await askAlone(wanted, own, missingOf(wanted));
    };
    const missingOf = ({ ruleSet, level, options, first }: EffectsRequest): readonly string[] => {
      const { aloneByRule } = get();
      const missing = ruleSet.rules
        .filter(({ id, enabled }) => {
          const held = aloneByRule[id];
          const isHeld = held?.ruleSet === ruleSet && held.level === level && held.options === options;
          return enabled && !isHeld;
        })
        .map(({ id }) => id);
      return missing.toSorted((one, other) => Number(other === first) - Number(one === first));
    };
    const askAlone = async (wanted: EffectsRequest, own: number, missing: readonly string[]): Promise<void> => {
      const { ruleSet, level, options, first } = wanted;
      const count = missing[0] === first ? 1 : RULES_AT_A_TIME;
      const rules = missing.slice(0, count);
      if (rules.length === 0) return;
      const reply = await client('rules.alone', { ruleSet, level, options, rules, key: KEY });
      if (!isTaken(reply, own)) return;
      const added = reply.value.alone.map((alone) => [alone.ruleId, { ruleSet, level, options, alone }] as const);
      set({ aloneByRule: { ...get().aloneByRule, ...Object.fromEntries(added) } });
      await askAlone(wanted, own, missing.slice(count));
    };

    return {
      shown: null,
      aloneByRule: {},
      wanted: null,
      failure: null,
      request: (request) => {
        if (sameRequest(get().wanted, request)) return;
        set({ wanted: request });
        begin();
      },
      refresh: () => {
        // What is on screen stays until the new is there, as figures of an older state.
        const { shown } = get();
        set({ shown: shown === null ? null : { ...shown, ruleSet: { ...shown.ruleSet } }, aloneByRule: {} });
        begin();
      },
      forget: () => {
        round += 1;
        callOff();
        set({ shown: null, aloneByRule: {}, wanted: null, failure: null });
      },
    };
  });

const sameRequest = (one: EffectsRequest | null, other: EffectsRequest | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.ruleSet === other.ruleSet &&
    one.level === other.level &&
    one.options === other.options &&
    one.first === other.first);
