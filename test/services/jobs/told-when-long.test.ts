import { describe, expect, it } from 'vitest';
import { type AppEvent, REPLAY_JOB } from '../../../api/bridge.ts';
import type { Reply } from '../../../api/reply.ts';
import { createToldWhenLong } from '../../../services/jobs/told-when-long.ts';
import type { ReplayClient } from '../../../services/replay/replay-client.ts';

const SOURCE = { path: 'a workshop', version: 1, maturityDays: null };
const QUALITY = { kind: 'quality' } as const;

/** A client whose questions are answered when the test says so, and a clock that goes on when it does. */
function stage() {
  const events: AppEvent[] = [];
  let due: (() => void) | null = null;
  const told = createToldWhenLong(
    (event) => events.push(event),
    (run) => {
      due = run;
      return () => {
        if (due === run) due = null;
      };
    },
  );
  const answers: ((reply: Reply<never>) => void)[] = [];
  const client = told.watched({
    ask: () => new Promise<Reply<never>>((resolve) => answers.push(resolve)),
    prepare: () => {},
    close: async () => {},
  } satisfies ReplayClient);
  const asked: Promise<unknown>[] = [];
  return {
    onProgress: told.onProgress,
    ask: () => {
      asked.push(client.ask(SOURCE, QUALITY));
    },
    passTime: () => due?.(),
    answer: async (index: number, kind: 'cancelled' | 'superseded' = 'cancelled') => {
      answers[index]?.({ ok: false, error: { kind, detail: '' } });
      await asked[index];
    },
    heard: () => events.map((event) => (event.kind === 'progress' ? event.phase : event.kind)),
    events,
  };
}

describe('a question to the replay', () => {
  it('that takes long is told of under the id with which it is stopped, until it is answered', async () => {
    const { ask, passTime, answer, events } = stage();
    ask();
    passTime();
    await answer(0);
    expect(events).toEqual([
      { kind: 'progress', jobId: REPLAY_JOB, phase: 'working', done: 0, total: null },
      { kind: 'progressEnded', jobId: REPLAY_JOB },
    ]);
  });

  it('that is answered soon is not told of', async () => {
    const { ask, passTime, answer, heard } = stage();
    ask();
    await answer(0);
    passTime();
    expect(heard()).toEqual([]);
  });

  it('of which the worker tells by itself is told in its words, and ends once', async () => {
    const { ask, passTime, answer, heard, onProgress } = stage();
    ask();
    onProgress({ phase: 'packing', done: 1, total: 2 });
    passTime();
    onProgress(null);
    await answer(0);
    expect(heard()).toEqual(['packing', 'progressEnded']);
  });

  it('that waited behind another is told of only when it takes long itself', async () => {
    const { ask, passTime, answer, heard } = stage();
    ask();
    ask();
    passTime();
    await answer(0);
    expect(heard()).toEqual(['working', 'progressEnded']);
    passTime();
    await answer(1);
    expect(heard()).toEqual(['working', 'progressEnded', 'working', 'progressEnded']);
  });

  it('that a newer took the place of does not end what is told of the one being worked on', async () => {
    const { ask, passTime, answer, heard } = stage();
    ask();
    ask();
    passTime();
    await answer(1, 'superseded');
    expect(heard()).toEqual(['working']);
    await answer(0);
    expect(heard()).toEqual(['working', 'progressEnded']);
  });
});
