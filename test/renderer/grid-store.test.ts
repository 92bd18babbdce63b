import { describe, expect, it } from 'vitest';
import type { GradeGridAnswer } from '../../api/grade-grid.ts';
import type { Reply } from '../../api/reply.ts';
import { draftRuleSet } from '../../core/demo/demo-rule-set.ts';
import type { Client } from '../../renderer/client/client.ts';
import { createGridStore, type GridRequest } from '../../renderer/features/rules/grid/grid-store.ts';

interface Asked {
  readonly name: string;
  readonly answer: (reply: unknown) => void;
}

/** The app's end of the line and the clock, both held by the test. */
const begin = () => {
  const asked: Asked[] = [];
  const waiting: (() => void)[] = [];
  const call = (_method: string, input: { readonly ruleSet: { readonly name: string } }) =>
    new Promise((answer) => {
      asked.push({ name: input.ruleSet.name, answer });
    });
  const store = createGridStore({
    client: call as Client,
    later: (run) => {
      waiting.push(run);
      return () => {};
    },
  });
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return {
    asked,
    store,
    answer: async (reply: unknown) => {
      asked.at(-1)?.answer(reply);
      await settle();
    },
    pause: async () => {
      waiting.shift()?.();
      await settle();
    },
  };
};

const request = (name: string): GridRequest => ({
  ruleSet: { ...draftRuleSet(), name },
  options: { horizon: 'outcome' },
  dimensions: ['fit', 'engagement'],
  cutOffs: [null, null],
});
const found = (computedInMs: number): Reply<Pick<GradeGridAnswer, 'computedInMs'>> => ({
  ok: true,
  value: { computedInMs },
});
const refused = (kind: string) => ({ ok: false, error: { kind, detail: '' } });

describe('the store of the grid', () => {
  it('asks for one grid at a time, and of what is asked meanwhile only for the newest', async () => {
    const { asked, store, answer } = begin();
    for (const name of ['first', 'second', 'third']) store.getState().request(request(name));
    expect(asked.map(({ name }) => name)).toEqual(['first']);
    await answer(found(1));
    expect(asked.map(({ name }) => name)).toEqual(['first', 'third']);
    await answer(found(3));
    expect(store.getState().shown).toMatchObject({
      request: { ruleSet: { name: 'third' } },
      grid: { computedInMs: 3 },
    });
  });

  it('asks the same question once', async () => {
    const { asked, store, answer } = begin();
    const one = request('one');
    store.getState().request(one);
    await answer(found(1));
    store.getState().request({ ...one, dimensions: ['fit', 'engagement'] });
    expect(asked).toHaveLength(1);
  });

  it('asks again when another window asked under the same key, and shows a failure', async () => {
    const { asked, store, answer, pause } = begin();
    store.getState().request(request('own'));
    await answer(refused('superseded'));
    expect([asked.length, store.getState().failure]).toEqual([1, null]);
    await pause();
    expect(asked).toHaveLength(2);
    await answer(refused('unexpected'));
    expect(store.getState().failure).toMatchObject({ kind: 'unexpected' });
  });

  it('shows nothing that was asked before another workshop was opened', async () => {
    const { store, answer } = begin();
    store.getState().request(request('old'));
    store.getState().forget();
    await answer(found(1));
    expect(store.getState()).toMatchObject({ shown: null, wanted: null });
  });

  it('asks anew when the history changes while it is on screen', async () => {
    const { asked, store, answer } = begin();
    store.getState().open(true);
    store.getState().request(request('own'));
    await answer(found(1));
    store.getState().refresh();
    expect(asked).toHaveLength(2);
  });

  it('takes cut-offs that make grades, holds others as a draft, and lets go of both', () => {
    const { store } = begin();
    const { cut, propose } = store.getState();
    cut('fit', [30, 20, 10]);
    cut('fit', [30, 40, 10]);
    expect(store.getState()).toMatchObject({ cutOffs: { fit: [30, 20, 10] }, drafts: { fit: [30, 40, 10] } });
    cut('fit', [30, 25.125, 10]);
    expect(store.getState().drafts).toEqual({ fit: [30, 25.125, 10] });
    cut('fit', [50, 40, 10]);
    expect(store.getState()).toMatchObject({ cutOffs: { fit: [50, 40, 10] }, drafts: {} });
    propose();
    expect(store.getState()).toMatchObject({ cutOffs: {}, drafts: {} });
  });
});
