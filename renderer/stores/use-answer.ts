import { useEffect, useId, useRef, useState } from 'react';
import type { Input, Method } from '../../api/contract.ts';
import { type Answered, type NewestAnswer, newestAnswer } from '../client/newest-answer.ts';
import { useStores } from './use-stores.tsx';

/** Questions that stand under a key: of several that wait under the same one only the newest is answered. */
export type KeyedMethod = {
  [M in Method]: Input<M> extends { readonly key: string } ? M : never;
}[Method];

/**
 * The answer to a question about the workshop, asked again whenever the question or the workshop changes. `question` null:
 * nothing is asked, and what was answered before stays. Each use has a key of its own. `retry` asks the same once more.
 */
export const useAnswer = <M extends KeyedMethod>(
  method: M,
  question: ((key: string) => Input<M>) | null,
): Answered<M> & { readonly retry: () => void } => {
  const { client, bridge } = useStores();
  const key = useId();
  const [answered, setAnswered] = useState<Answered<M>>({ answer: null, failure: null, isLate: true });
  const [round, setRound] = useState(0);
  const asker = useRef<NewestAnswer<M> | null>(null);
  useEffect(() => {
    const own = newestAnswer({ client, method, tell: setAnswered, later: soon });
    asker.current = own;
    const endEvents = bridge.subscribe((event) => {
      if (event.kind === 'changed') setRound((before) => before + 1);
    });
    return () => {
      own.end();
      endEvents();
    };
  }, [client, bridge, method]);
  const input = question === null ? null : question(key);
  // The same content is the same question, whoever made the object.
  const content = input === null ? null : JSON.stringify([round, input]);
  const newest = useRef(input);
  useEffect(() => {
    newest.current = input;
  });
  useEffect(() => {
    if (content !== null && newest.current !== null) asker.current?.ask(newest.current);
  }, [content]);
  return { ...answered, retry: () => setRound((before) => before + 1) };
};

const soon = (run: () => void, waitMs: number): (() => void) => {
  const timer = setTimeout(run, waitMs);
  return () => clearTimeout(timer);
};
