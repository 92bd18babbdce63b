import { describe, expect, it } from 'vitest';
import { createEditQueue } from '../../renderer/stores/edit-queue.ts';

interface Step {
  readonly name: string;
  readonly coalesce?: string;
}

/** The workshop's end and the clock, both held by the test. */
const begin = () => {
  const sent: string[] = [];
  const answers: ((isStored: boolean) => void)[] = [];
  const timers = new Map<number, { readonly run: () => void; readonly waitMs: number }>();
  let timer = 0;
  let withNextFrame = () => {};
  const queue = createEditQueue<Step>({
    store: ({ name }) =>
      new Promise((resolve) => {
        sent.push(name);
        answers.push(resolve);
      }),
    later: (run, waitMs) => {
      timer += 1;
      const id = timer;
      timers.set(id, { run, waitMs });
      return () => timers.delete(id);
    },
    betweenFrames: (run) => {
      withNextFrame = run;
    },
  });
  const answer = async (isStored = true) => {
    answers.shift()?.(isStored);
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  /** Lets the shortest wait pass, or the longest. */
  const pass = (which: 'short' | 'long') => {
    const [next] = [...timers].toSorted(
      ([, one], [, other]) => (one.waitMs - other.waitMs) * (which === 'short' ? 1 : -1),
    );
    if (next === undefined) throw new Error('nothing is waited for');
    timers.delete(next[0]);
    next[1].run();
  };
  const drag = (...names: readonly string[]) => {
    for (const name of names) queue.put({ name, coalesce: 'drag' });
  };
  return {
    queue,
    sent,
    answer,
    drag,
    click: (name: string) => queue.put({ name }),
    rest: () => pass('short'),
    goOn: () => pass('long'),
    frameComes: () => withNextFrame(),
    isTimed: () => timers.size > 0,
  };
};

describe('edits on their way to the workshop', () => {
  it('of a run are held until it rests, and then its last is stored', () => {
    const { sent, drag, rest } = begin();
    drag('1', '2', '3');
    expect(sent).toEqual([]);
    rest();
    expect(sent).toEqual(['3']);
  });

  it('of a run that goes on are stored from time to time, when a frame has come, and held again from there', async () => {
    const { sent, drag, goOn, frameComes, answer, rest } = begin();
    drag('1', '2');
    goOn();
    expect(sent).toEqual([]);
    frameComes();
    await answer();
    drag('3');
    expect(sent).toEqual(['2']);
    rest();
    expect(sent).toEqual(['2', '3']);
  });

  it('of no run are stored at once, after what was held before them', async () => {
    const { sent, drag, click, answer } = begin();
    drag('1', '2');
    click('3');
    expect(sent).toEqual(['2']);
    await answer();
    expect(sent).toEqual(['2', '3']);
  });

  it('of another run do not wait for it', async () => {
    const { sent, queue, drag, answer } = begin();
    drag('1');
    queue.put({ name: 'other', coalesce: 'other' });
    await answer();
    expect(sent).toEqual(['1', 'other']);
  });

  it('that come while another is stored are held until they rest', async () => {
    const { sent, drag, click, answer, rest } = begin();
    click('0');
    drag('1');
    await answer();
    expect(sent).toEqual(['0']);
    rest();
    expect(sent).toEqual(['0', '1']);
  });

  it('are sent when they are asked for, and no timer is left', async () => {
    const { queue, sent, drag, isTimed } = begin();
    drag('1', '2');
    queue.send();
    expect(sent).toEqual(['2']);
    expect(isTimed()).toBe(false);
  });

  it('are all stored once the queue has settled, those that came meanwhile as well', async () => {
    const { queue, sent, drag, answer } = begin();
    drag('1');
    const settling = queue.settled();
    drag('2');
    await answer();
    await answer();
    await settling;
    expect(sent).toEqual(['1', '2']);
    expect(queue.isBehind()).toBe(false);
  });

  it('that were built on a refused one go with it', async () => {
    const { queue, sent, drag, click, answer, isTimed } = begin();
    click('wrong');
    drag('built on it');
    await answer(false);
    expect(sent).toEqual(['wrong']);
    expect([queue.isBehind(), isTimed()]).toEqual([false, false]);
  });

  it('of a workshop that is left are not stored in the next', () => {
    const { queue, sent, drag, isTimed } = begin();
    drag('1');
    queue.forget();
    queue.send();
    expect(sent).toEqual([]);
    expect(isTimed()).toBe(false);
  });
});
