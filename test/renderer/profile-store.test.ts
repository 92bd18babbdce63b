import { describe, expect, it } from 'vitest';
import type { Method } from '../../api/contract.ts';
import type { Client } from '../../renderer/client/client.ts';
import { createProfileStore } from '../../renderer/features/profile/profile-store.ts';

/** The app's end of the line: it answers what was asked when the test says so. */
const begin = () => {
  const asked: { readonly input: Readonly<Record<string, unknown>>; readonly answer: (value: unknown) => void }[] = [];
  const call = (_method: Method, input: Readonly<Record<string, unknown>>): Promise<unknown> =>
    new Promise((resolve) => {
      asked.push({ input, answer: resolve });
    });
  const store = createProfileStore({ client: call as Client });
  const answer = async (index: number, value: unknown) => {
    asked[index]?.answer(value);
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  const cutsAsked = () => asked.map(({ input }) => input['cutPoints']);
  return { asked, answer, cutsAsked, store, state: () => store.getState() };
};
const profile = (leads: number) => ({ ok: true, value: { profile: { leads }, pair: null, bestPairs: [] } });
const refused = (path?: string) => ({ ok: false, error: { kind: 'notFound', detail: '', path } });

describe('the store of the profile', () => {
  it('given it was wanted twice then the app is asked once', async () => {
    const { state, asked, answer } = begin();
    state().want();
    state().want();
    expect([asked.length, state().isReading]).toEqual([1, true]);
    await answer(0, profile(5));
    expect([state().profile?.leads, state().isReading]).toEqual([5, false]);
    state().want();
    expect(asked.length).toBe(1);
  });

  it('given a cut is dragged while the app counts then only the newest place follows', async () => {
    const { state, answer, cutsAsked } = begin();
    state().want();
    for (const cut of [10, 11, 12]) state().cut('size', [cut]);
    await answer(0, profile(1));
    expect(cutsAsked()).toEqual([{}, { size: [12] }]);
    expect(state().isReading).toBe(true);
    await answer(1, profile(2));
    expect([state().profile?.leads, state().isReading]).toEqual([2, false]);
  });

  it('given the cuts go back to the proposed then none is asked for that attribute', async () => {
    const { state, answer, cutsAsked } = begin();
    state().cut('size', [10]);
    await answer(0, profile(1));
    state().cut('size', null);
    expect(cutsAsked().at(-1)).toEqual({});
  });

  it('given another history lacks the attribute that was cut then the proposed cuts are asked for', async () => {
    const { state, answer, cutsAsked } = begin();
    state().cut('size', [10]);
    await answer(0, profile(1));
    state().refresh();
    await answer(1, refused('cutPoints'));
    expect(cutsAsked().at(-1)).toEqual({});
    await answer(2, profile(3));
    expect([state().profile?.leads, state().failure]).toEqual([3, null]);
  });

  it('given the app fails then the failure is told, and asking again clears it', async () => {
    const { state, answer } = begin();
    state().want();
    await answer(0, refused());
    expect(state().failure?.kind).toBe('notFound');
    state().refresh();
    await answer(1, profile(4));
    expect([state().failure, state().profile?.leads]).toEqual([null, 4]);
  });

  it('given another workshop was opened then the old answer is not shown, and its own is asked for', async () => {
    const { state, asked, answer } = begin();
    state().want();
    state().choose({ key: 'k', group: 'g', place: 0 });
    state().forget();
    state().want();
    await answer(0, profile(1));
    expect([state().profile, state().chosen]).toEqual([null, null]);
    expect(asked.length).toBe(2);
    await answer(1, profile(2));
    expect(state().profile?.leads).toBe(2);
  });

  it('given the history changed before anybody looked then nothing is asked', () => {
    const { state, asked } = begin();
    state().refresh();
    expect(asked).toEqual([]);
  });
});
