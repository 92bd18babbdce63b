import { describe, expect, it } from 'vitest';
import type { PickedFile } from '../../api/bridge.ts';
import type { Method } from '../../api/contract.ts';
import type { InspectedFile } from '../../api/import.ts';
import type { Client } from '../../renderer/client/client.ts';
import { createImportFlowStore } from '../../renderer/features/history/import-flow-store.ts';
import { createJobStore } from '../../renderer/stores/job-store.ts';

interface AskedFile {
  readonly file: string;
  readonly reading?: object;
}
interface Asked {
  readonly method: Method;
  readonly files: readonly AskedFile[];
  readonly answer: (value: unknown) => Promise<void>;
}

const refusedFile = (file: string): InspectedFile => ({ kind: 'refused', file, detail: 'No table.' });
const found = (...names: readonly string[]) => ({ ok: true, value: { kind: 'files', files: names.map(refusedFile) } });
const folder = { ok: true, value: { kind: 'folder', files: [{ name: 'leads.csv', sizeBytes: 1 }] } };
const settle = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

/** A flow whose picks and calls are answered by the test. */
function begin() {
  const asked: Asked[] = [];
  const call = (method: Method, input: { readonly files: readonly AskedFile[] }): Promise<unknown> =>
    new Promise((resolve) => {
      const answer = async (value: unknown) => {
        resolve(value);
        await settle();
      };
      asked.push({ method, files: input.files, answer });
    });
  const client = call as Client;
  let picks: readonly PickedFile[] | Error = [];
  const pick = async () => {
    if (picks instanceof Error) throw picks;
    return picks;
  };
  const store = createImportFlowStore({
    bridge: { pickFiles: pick, takeDropped: pick },
    client,
    jobs: createJobStore({ client, newId: () => 'job' }),
  });
  const choose = async (...tokens: readonly string[]) => {
    picks = tokens.map((token) => ({ token, name: token }));
    void store.getState().choose('delimited');
    await settle();
  };
  const failPicking = async () => {
    picks = new Error('The file is too large.');
    await store.getState().choose('delimited');
  };
  const tokens = () => {
    const { flow } = store.getState();
    return flow.step === 'files' ? flow.files.map(({ token }) => token) : flow.step;
  };
  return { asked, store, choose, failPicking, tokens };
}

describe('an import on its way', () => {
  it('takes files, more of them, and ends where the last one is removed', async () => {
    const { asked, store, choose, tokens } = begin();
    await choose('a', 'b');
    await asked[0]?.answer(found('a', 'b'));
    await choose('c', 'a');
    expect(asked[1]?.files).toEqual([{ file: 'c', reading: {} }]);
    await asked[1]?.answer(found('c'));
    expect(tokens()).toEqual(['a', 'b', 'c']);
    expect(store.getState().flow).toMatchObject({ shown: 'c', isAdding: false });
    for (const token of ['c', 'a', 'b']) store.getState().remove(token);
    expect(tokens()).toBe('choosing');
  });

  it('looks at the tables of a data folder beside the files that are there, and takes them for files then', async () => {
    const { asked, choose, tokens } = begin();
    await choose('deals');
    await asked[0]?.answer(found('deals'));
    await choose('leads');
    await asked[1]?.answer(folder);
    expect(asked[2]?.files.map(({ file }) => file)).toEqual(['leads', 'deals']);
    await asked[2]?.answer(found('leads', 'deals'));
    expect(tokens()).toEqual(['deals', 'leads']);
  });

  it('stays as it was where choosing fails, and says why', async () => {
    const { asked, store, choose, failPicking, tokens } = begin();
    await choose('a');
    await asked[0]?.answer(found('a'));
    await failPicking();
    expect(tokens()).toEqual(['a']);
    expect(store.getState().failure).toEqual({ kind: 'badSource', detail: 'The file is too large.' });
  });

  it('passes an answer over that another workshop’s screen would get', async () => {
    const { asked, store, choose, tokens } = begin();
    await choose('a');
    store.getState().forget();
    await asked[0]?.answer(found('a'));
    expect(tokens()).toBe('choosing');
  });

  it('is there after another screen was looked at, but for a report that was seen', async () => {
    const { asked, store, choose, tokens } = begin();
    await choose('a');
    await asked[0]?.answer(found('a'));
    store.getState().lookAway();
    expect(tokens()).toEqual(['a']);
    void store.getState().run();
    await asked[1]?.answer({ ok: true, value: { id: 1 } });
    expect(tokens()).toBe('done');
    store.getState().lookAway();
    expect(tokens()).toBe('choosing');
  });
});
