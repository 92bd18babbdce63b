import { useEffect, useRef } from 'react';
import { REASON_KINDS, type ReasonKind, type Verdict } from '../../../../core/panel/verdict.ts';

export const VERDICT_KEYS: Readonly<Record<Verdict, string>> = { yes: 'Y', no: 'N', unsure: '?' };

interface BallotActions {
  readonly say: (verdict: Verdict) => void;
  readonly because: (kind: ReasonKind) => void;
  readonly step: (by: 1 | -1) => void;
}

/** Y, N and ? answer, numbers give the reason, arrows go back and on, Enter goes on; not while words are typed. */
export const useBallotKeys = (actions: BallotActions): void => {
  const newest = useRef(actions);
  useEffect(() => {
    newest.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
      if (act(event, newest.current)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
};

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select');

/** Whether the key was one. */
function act({ key, target }: KeyboardEvent, { say, because, step }: BallotActions): boolean {
  const verdict = VERDICT_BY_KEY.get(key.toLowerCase());
  const reason = REASON_KINDS[Number(key) - 1];
  // A focused button takes Enter for itself.
  const isNext = key === 'ArrowRight' || (key === 'Enter' && !(target instanceof HTMLButtonElement));
  if (verdict !== undefined) say(verdict);
  else if (reason !== undefined) because(reason);
  else if (key === 'ArrowLeft') step(-1);
  else if (isNext) step(1);
  else return false;
  return true;
}

const VERDICT_BY_KEY: ReadonlyMap<string, Verdict> = new Map([
  ['y', 'yes'],
  ['n', 'no'],
  ['?', 'unsure'],
]);
