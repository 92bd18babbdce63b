import { describe, expect, it } from 'vitest';
import type { Method } from '../../api/contract.ts';
import { draftRuleSet } from '../../core/demo/demo-rule-set.ts';
import type { Client } from '../../renderer/client/client.ts';
import { createEffectsStore, type EffectsRequest } from '../../renderer/stores/effects-store.ts';

interface Asked {
  readonly method: Method;
  readonly rules: readonly string[];
  readonly name: string;
  readonly answer: (value: unknown) => void;
}

/** The app's end of the line and the clock, both held by the test. */
const begin = () => {
  const asked: Asked[] = [];
  let waiting: (() => void) | null = null;
  const call = (method: Method, input: { ruleSet: { name: string }; rules?: readonly string[] }): Promise<unknown> =>
    new Promise((answer) => {
      asked.push({ method, rules: input.rules ?? [], name: input.ruleSet.name, answer });
    });
  const store = createEffectsStore({
    client: call as Client,
    later: (run) => {
      waiting = run;
      return () => {
        waiting = null;
      };
    },
  });
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return {
    asked,
    store,
    pause: async () => {
      waiting?.();
      waiting = null;
      await settle();
    },
    answer: async (value: unknown) => {
      asked.at(-1)?.answer(value);
      await settle();
    },
  };
};

const ruleSetNamed = (name: string) => ({ ...draftRuleSet(), name });
const request = (name: string, first: string | null = null): EffectsRequest => ({
  ruleSet: ruleSetNamed(name),
  level: 'mql',
  options: { horizon: 'outcome' },
  first,
});
const effects = { ok: true, value: { rules: [], concerns: [] } };
const alone = (...rules: readonly string[]) => ({ ok: true, value: { alone: rules.map((ruleId) => ({ ruleId })) } });
const refused = (kind: string) => ({ ok: false, error: { kind, detail: '' } });
const ids = draftRuleSet().rules.map(({ id }) => id);

describe('what each rule does, as the screen holds it', () => {
  it('given edits in a row, when they pause, then only the last is asked for, once', async () => {
    const { asked, store, pause } = begin();
    for (const name of ['a', 'b', 'c']) store.getState().request(request(name));
    expect(asked).toEqual([]);
    await pause();
    expect(asked.map(({ method, name }) => [method, name])).toEqual([['rules.effects', 'c']]);
  });

  it('then the chosen rule alone is asked for, then the others a few at a time', async () => {
    const { asked, store, pause, answer } = begin();
    store.getState().request(request('a', ids[4]));
    await pause();
    await answer(effects);
    expect(store.getState().shown?.ruleSet.name).toBe('a');
    expect(asked.at(-1)).toMatchObject({ method: 'rules.alone', rules: [ids[4]] });
    await answer(alone(ids[4] ?? ''));
    expect(Object.keys(store.getState().aloneByRule)).toEqual([ids[4]]);
    expect(asked.at(-1)?.rules).toEqual(ids.filter((id) => id !== ids[4]).slice(0, 6));
  });

  it('given a newer edit, when the older answer comes, then it is not shown and the newer is asked for', async () => {
    const { asked, store, pause, answer } = begin();
    store.getState().request(request('old'));
    await pause();
    store.getState().request(request('new'));
    await pause();
    expect(asked).toHaveLength(1);
    await answer(effects);
    expect(store.getState().shown).toBeNull();
    expect(asked.at(-1)).toMatchObject({ method: 'rules.effects', name: 'new' });
  });

  it('given figures on screen, when the rules change, then they stay, as figures of the rules before', async () => {
    const { store, pause, answer } = begin();
    store.getState().request(request('before'));
    await pause();
    await answer(effects);
    store.getState().request(request('after'));
    await pause();
    expect(store.getState().shown?.ruleSet.name).toBe('before');
  });

  it('when another window takes the turn, then it is asked for anew after a moment; a fault is told and does not go on', async () => {
    const { asked, store, pause, answer } = begin();
    store.getState().request(request('a'));
    await pause();
    await answer(refused('superseded'));
    expect([asked.length, store.getState().failure]).toEqual([1, null]);
    await pause();
    expect(asked).toHaveLength(2);
    await answer(refused('cancelled'));
    expect([asked.length, store.getState().failure?.kind]).toEqual([2, 'cancelled']);
    store.getState().refresh();
    await pause();
    await answer(effects);
    expect(store.getState().failure).toBeNull();
  });

  it('given nobody looks any more, when the history changes, then nothing is asked for', async () => {
    const { asked, store, pause } = begin();
    store.getState().request(request('a'));
    store.getState().request(null);
    store.getState().refresh();
    await pause();
    expect(asked).toEqual([]);
  });

  it('given another workshop, when the old answer comes, then it is not shown', async () => {
    const { store, pause, answer } = begin();
    store.getState().request(request('a'));
    await pause();
    store.getState().forget();
    await answer(effects);
    expect(store.getState().shown).toBeNull();
  });
});
