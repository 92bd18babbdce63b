/** Questions that are asked faster than they are answered. */
import { describe, expect, it } from 'vitest';
import type { Input, Method } from '../../api/contract.ts';
import type { Reply } from '../../api/reply.ts';
import type { Client } from '../../renderer/client/client.ts';
import { type Answered, newestAnswer } from '../../renderer/client/newest-answer.ts';

type Asked = 'compare.scenarios';

/** A client that answers when the test says so, in words that name the question. */
function stage() {
  const open: { readonly level: string; readonly answer: (reply: Reply<never>) => void }[] = [];
  const client: Client = <M extends Method>(_method: M, input: Input<M>) =>
    new Promise((resolve) => {
      open.push({ level: Reflect.get(input, 'level') as string, answer: resolve });
    });
  const told: Answered<Asked>[] = [];
  const waiting: (() => void)[] = [];
  const newest = newestAnswer<Asked>({
    client,
    method: 'compare.scenarios',
    tell: (answered) => told.push(answered),
    later: (run) => {
      waiting.push(run);
      return () => {};
    },
  });
  return {
    open,
    told,
    waiting,
    newest,
    ask: (level: string) => newest.ask({ level, options: { horizon: 'outcome' }, key: 'test' }),
    answer: async (reply: Reply<unknown>) => {
      open.at(-1)?.answer(reply as Reply<never>);
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

const answered = (level: string): Reply<unknown> => ({ ok: true, value: { level } });
const failed = (kind: 'superseded' | 'unexpected'): Reply<unknown> => ({ ok: false, error: { kind, detail: '' } });

describe('of questions asked faster than they are answered', () => {
  it('one is under way, and of the others only the newest follows', async () => {
    const { open, ask, answer, told } = stage();
    for (const level of ['first', 'second', 'third']) ask(level);
    expect(open.map(({ level }) => level)).toEqual(['first']);
    await answer(answered('first'));
    expect(open.map(({ level }) => level)).toEqual(['first', 'third']);
    await answer(answered('third'));
    expect(told.at(-1)).toEqual({ answer: { level: 'third' }, failure: null, isLate: false });
  });

  it('an answer that a newer question has overtaken is shown as late', async () => {
    const { ask, answer, told } = stage();
    ask('first');
    ask('second');
    await answer(answered('first'));
    expect(told.at(-1)).toEqual({ answer: { level: 'first' }, failure: null, isLate: true });
  });

  it('a failure is told, and the next question takes it away', async () => {
    const { ask, answer, told } = stage();
    ask('first');
    await answer(failed('unexpected'));
    expect(told.at(-1)?.failure?.kind).toBe('unexpected');
    ask('second');
    expect(told.at(-1)?.failure).toBeNull();
  });

  it('one that a change of the history took back is asked again', async () => {
    const { ask, answer, open, waiting } = stage();
    ask('first');
    await answer(failed('superseded'));
    waiting[0]?.();
    expect(open.map(({ level }) => level)).toEqual(['first', 'first']);
  });

  it('nothing is told any more once nobody looks', async () => {
    const { ask, answer, told, newest } = stage();
    ask('first');
    newest.end();
    const before = told.length;
    await answer(answered('first'));
    expect(told.length).toBe(before);
  });
});
