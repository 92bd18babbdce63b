import type { Input, Method, Outputs } from '../../api/contract.ts';
import type { Failure } from '../../api/reply.ts';
import type { Client } from './client.ts';

/** What a place on screen shows of a question that is asked again and again. */
export interface Answered<M extends Method> {
  /** The newest that has arrived: of an older question while the newer one is under way. */
  readonly answer: Outputs[M] | null;
  readonly failure: Failure | null;
  /** A newer question is under way. */
  readonly isLate: boolean;
}

export interface NewestAnswer<M extends Method> {
  readonly ask: (input: Input<M>) => void;
  /** Nothing that comes later is told any more. */
  readonly end: () => void;
}

/** Another window asks under no key of ours, but a history that is being replaced supersedes every question. */
const AGAIN_MS = 200;

/**
 * At most one question is under way; of those asked meanwhile only the newest follows. So answers arrive in the order of
 * asking. `later` as for the effects of rules.
 */
export function newestAnswer<M extends Method>(parts: {
  readonly client: Client;
  readonly method: M;
  readonly tell: (answered: Answered<M>) => void;
  readonly later: (run: () => void, waitMs: number) => () => void;
}): NewestAnswer<M> {
  const { client, method, tell, later } = parts;
  let wanted: Input<M> | undefined;
  let held: Outputs[M] | null = null;
  let isUnderWay = false;
  let hasEnded = false;
  const run = async (): Promise<void> => {
    if (isUnderWay || hasEnded || wanted === undefined) return;
    const asked = wanted;
    isUnderWay = true;
    const reply = await client(method, asked);
    isUnderWay = false;
    if (hasEnded) return;
    const isNewest = wanted === asked;
    if (reply.ok) {
      held = reply.value;
      tell({ answer: held, failure: null, isLate: !isNewest });
    } else if (reply.error.kind === 'superseded') {
      if (isNewest) later(() => void run(), AGAIN_MS);
    } else if (isNewest) tell({ answer: null, failure: reply.error, isLate: false });
    if (!isNewest) void run();
  };
  return {
    ask: (input) => {
      wanted = input;
      tell({ answer: held, failure: null, isLate: true });
      void run();
    },
    end: () => {
      hasEnded = true;
    },
  };
}
