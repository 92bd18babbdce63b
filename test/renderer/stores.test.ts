import { describe, expect, it } from 'vitest';
import type { Method } from '../../api/contract.ts';
import type { RuleSet, View } from '../../api/core-types.ts';
import { draftRuleSet, starterRuleSet } from '../../core/demo/demo-rule-set.ts';
import { WHOLE_VIEW } from '../../core/replay/view.ts';
import type { Client } from '../../renderer/client/client.ts';
import { createFrameStore, type FrameRequest } from '../../renderer/stores/frame-store.ts';
import { createRouteStore, hashOf } from '../../renderer/stores/route-store.ts';
import { createScenarioStore, optionsOf } from '../../renderer/stores/scenario-store.ts';

interface Asked {
  readonly method: Method;
  readonly input: Readonly<Record<string, unknown>>;
  readonly answer: (value: unknown) => void;
}

/** The app's end of the line, held by the test: it answers what was asked, when the test says so. */
const heldLine = () => {
  const asked: Asked[] = [];
  const call = (method: Method, input: Readonly<Record<string, unknown>>): Promise<unknown> =>
    new Promise((resolve) => {
      asked.push({ method, input, answer: resolve });
    });
  const answer = async (index: number, value: unknown) => {
    await expect.poll(() => asked.length).toBeGreaterThan(index);
    asked[index]?.answer(value);
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return { asked, answer, client: call as Client };
};

/** Timers that never ring: the test says itself when a lever rests. */
const neverRests = () => () => {};

const frame = (name: string) => ({ ok: true, value: { name } });
const refused = (kind: string) => ({ ok: false, error: { kind, detail: '' } });

describe('frames of the what-if', () => {
  const request = (name: string): FrameRequest => ({
    ruleSet: { ...draftRuleSet(), name },
    level: 'mql',
    options: { horizon: 'outcome' },
    baselineId: 1,
  });
  const begin = () => {
    const line = heldLine();
    let paint = () => {};
    const nextPaint = (run: () => void) => {
      paint = run;
    };
    const store = createFrameStore({ client: line.client, nextPaint });
    const shown = () => store.getState().shown?.request.ruleSet.name;
    return {
      ...line,
      store,
      shown,
      paint: () => paint(),
      ask: (name: string) => store.getState().request(request(name)),
    };
  };

  it('given one under way, when several are asked for, then only the newest of them follows', async () => {
    const { asked, answer, ask, shown } = begin();
    for (const name of ['first', 'second', 'third']) ask(name);
    expect(asked).toHaveLength(1);
    await answer(0, frame('first'));
    expect(shown()).toBe('first');
    expect(asked.map(({ input }) => (input['ruleSet'] as RuleSet).name)).toEqual(['first', 'third']);
    await answer(1, frame('third'));
    expect(shown()).toBe('third');
  });

  it('given another workshop was opened, when the old frame arrives, then it is not shown', async () => {
    const { answer, ask, store, shown } = begin();
    ask('old');
    store.getState().forget();
    await answer(0, frame('old'));
    expect(shown()).toBeUndefined();
  });

  it('given a history that changed, when the frame under way arrives, then it is asked for anew', async () => {
    const { asked, answer, ask, store, shown } = begin();
    ask('draft');
    store.getState().refresh();
    await answer(0, frame('of the old history'));
    expect(shown()).toBeUndefined();
    expect(asked).toHaveLength(2);
  });

  it('given a failure, then no frame stays on screen as if it still held', async () => {
    const { answer, ask, store, shown } = begin();
    ask('good');
    await answer(0, frame('good'));
    ask('bad');
    await answer(1, refused('badRuleSet'));
    expect(shown()).toBeUndefined();
    expect(store.getState().failure?.kind).toBe('badRuleSet');
  });

  it('given a lever moved, then its frame is asked for before anything else happens', () => {
    const { asked, ask } = begin();
    ask('moved');
    expect(asked.map(({ method }) => method)).toEqual(['replay.frame']);
  });

  it('given a question that another window superseded, then it is asked again with the next paint', async () => {
    const { asked, answer, ask, paint } = begin();
    ask('mine');
    await answer(0, refused('superseded'));
    expect(asked).toHaveLength(1);
    paint();
    expect(asked).toHaveLength(2);
  });
});

describe('edits of the scenario', () => {
  const stored = (ruleSet: RuleSet, revision = 0) => ({
    ok: true,
    value: {
      revision,
      name: 'B',
      ruleSet,
      scope: null,
      view: WHOLE_VIEW,
      baseline: { id: 1, name: 'v3', savedAtMs: 0, ruleSet: starterRuleSet() },
      versions: [],
      undo: null,
      redo: null,
    },
  });
  const named = (name: string): RuleSet => ({ ...draftRuleSet(), name });
  const begin = async () => {
    const line = heldLine();
    const store = createScenarioStore({ client: line.client, later: neverRests, betweenFrames: (run) => run() });
    const loading = store.getState().load();
    await line.answer(0, stored(named('loaded')));
    await loading;
    const { edit, sendHeld } = store.getState();
    return { ...line, store, edit, rest: sendHeld, held: () => store.getState().ruleSet?.name };
  };
  const names = (asked: readonly Asked[]) =>
    asked.filter(({ method }) => method === 'scenario.edit').map(({ input }) => (input['ruleSet'] as RuleSet).name);

  it('are shown at once, and the steps of one drag are stored as its last', async () => {
    const { asked, answer, edit, held, rest } = await begin();
    for (const name of ['1', '2', '3']) edit(named(name), name, 'drag');
    expect([held(), names(asked)]).toEqual(['3', []]);
    rest();
    await answer(1, stored(named('3')));
    expect([held(), names(asked)]).toEqual(['3', ['3']]);
  });

  it('that come while others are stored stay shown when these are told', async () => {
    const { answer, edit, held, rest, store } = await begin();
    edit(named('1'), '1', 'drag');
    rest();
    edit(named('2'), '2', 'drag');
    await answer(1, stored(named('1'), 1));
    await store.getState().follow(1);
    expect(held()).toBe('2');
  });

  it('of different levers are all stored, in their order', async () => {
    const { asked, answer, edit } = await begin();
    edit(named('1'), '1', 'one');
    edit(named('2'), '2', 'two');
    edit(named('3'), '3');
    await answer(1, stored(named('1')));
    await answer(2, stored(named('2')));
    expect(names(asked)).toEqual(['1', '2', '3']);
  });

  it('that are refused give way to what is stored, and the reason is told', async () => {
    const { answer, edit, held, store } = await begin();
    edit(named('wrong'), 'wrong');
    await answer(1, refused('badRuleSet'));
    expect(held()).toBe('loaded');
    expect(store.getState().failure?.kind).toBe('badRuleSet');
  });

  it('come before an undo that is asked for meanwhile, though their lever has not rested', async () => {
    const { asked, answer, edit, store } = await begin();
    edit(named('1'), '1', 'drag');
    void store.getState().undo();
    expect(asked.map(({ method }) => method)).not.toContain('scenario.undo');
    await answer(1, stored(named('1')));
    await expect.poll(() => asked.at(-1)?.method).toBe('scenario.undo');
  });

  it('that the app tells of are fetched, but for those whose answer has told of them', async () => {
    const { asked, answer, edit, store, held } = await begin();
    const fetched = () => asked.filter(({ method }) => method === 'scenario.get').length - 1;
    edit(named('mine'), 'mine');
    const echo = store.getState().follow(1);
    await answer(1, stored(named('mine'), 1));
    await echo;
    expect(fetched()).toBe(0);
    const other = store.getState().follow(2);
    await answer(2, stored(named('of another window'), 2));
    await other;
    expect([fetched(), held()]).toEqual([1, 'of another window']);
  });
});

describe('the view of the history', () => {
  const stored = (view: View) => ({
    ok: true,
    value: { revision: 1, name: 'B', ruleSet: draftRuleSet(), scope: null, view, baseline: { id: 1 }, versions: [] },
  });
  const begin = async () => {
    const line = heldLine();
    const store = createScenarioStore({ client: line.client, later: neverRests, betweenFrames: (run) => run() });
    const loading = store.getState().load();
    await line.answer(0, stored(WHOLE_VIEW));
    await loading;
    return { ...line, store, options: () => optionsOf(store.getState()) };
  };

  it('moved is held at once and asked for, and its echo is the same question', async () => {
    const { asked, answer, store, options } = await begin();
    store.getState().setView({ fromMs: 5 }, 'From', 'drag');
    const question = options();
    expect(question).toEqual({ horizon: 'outcome', fromMs: 5 });
    store.getState().sendHeld();
    await expect.poll(() => asked.at(-1)?.input).toMatchObject({ view: { ...WHOLE_VIEW, fromMs: 5 }, label: 'From' });
    await answer(1, stored({ ...WHOLE_VIEW, fromMs: 5 }));
    expect(options()).toBe(question);
  });

  it('refused gives way to the one that is stored', async () => {
    const { answer, store } = await begin();
    store.getState().setView({ fromMs: 5, toMs: 4 }, 'Backwards');
    await answer(1, refused('badInput'));
    expect(store.getState()).toMatchObject({ view: WHOLE_VIEW, failure: { kind: 'badInput' } });
  });

  it('is the same question whatever the capacity, and whichever way it was reached', async () => {
    const { answer, store, options } = await begin();
    const before = options();
    store.getState().setView({ capacityPerWeek: 9 }, 'Capacity');
    expect(options()).toBe(before);
    await answer(1, stored({ ...WHOLE_VIEW, capacityPerWeek: 9 }));
    store.getState().setView({ maturityDays: 30 }, 'Days');
    const moved = options();
    store.getState().setView({ maturityDays: null }, 'Back');
    store.getState().setView({ maturityDays: 30 }, 'Days');
    expect(options()).toBe(moved);
  });
});

describe('addresses', () => {
  const routeFrom = (hash: string) => {
    const { screen, detail } = createRouteStore(hash).getState();
    return { screen, detail };
  };

  it('lead to a screen and to one thing of it, whatever its name', () => {
    expect(routeFrom(hashOf('leads', 'L 1/2#3'))).toEqual({ screen: 'leads', detail: 'L 1/2#3' });
    expect(routeFrom('#leads/%')).toEqual({ screen: 'leads', detail: '%' });
  });

  it('that are unknown lead to the what-if', () => {
    expect(routeFrom('#nowhere')).toEqual({ screen: 'what-if', detail: null });
  });
});
