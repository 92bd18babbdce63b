import { startTransition, useEffect, useState } from 'react';

/**
 * What each of `places` draws: a new value reaches them one after the other, each in time that nobody else needs, so a lever
 * that moves meanwhile waits for one place at most. While `waits` nothing is handed on.
 */
export const useInTurn = <T>(value: T, places: number, waits: boolean): readonly T[] => {
  const [held, setHeld] = useState<readonly T[]>(() => Array.from({ length: places }, () => value));
  useEffect(() => {
    const next = held.findIndex((other) => other !== value);
    if (waits || next === -1) return;
    const idle = requestIdleCallback(() => startTransition(() => setHeld(held.with(next, value))), {
      timeout: LATEST_MS,
    });
    return () => cancelIdleCallback(idle);
  }, [held, value, waits]);
  return held;
};

/** A page that is never idle draws its charts all the same. */
const LATEST_MS = 300;
