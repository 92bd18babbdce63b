import { useEffect, useRef, useState } from 'react';

/**
 * The value once it has rested for `restMs`, and at the latest `latestMs` after it began to move: what is slow to draw then
 * follows a moving lever at a distance instead of holding it up.
 */
export const useAtRest = <T>(value: T, restMs: number, latestMs: number): T => {
  const [rested, setRested] = useState(value);
  const movingSinceMs = useRef<number | null>(null);
  useEffect(() => {
    if (value === rested) return;
    const nowMs = performance.now();
    movingSinceMs.current ??= nowMs;
    const waitMs = Math.max(0, Math.min(restMs, movingSinceMs.current + latestMs - nowMs));
    const timer = setTimeout(() => {
      movingSinceMs.current = null;
      setRested(value);
    }, waitMs);
    return () => clearTimeout(timer);
  }, [value, rested, restMs, latestMs]);
  return rested;
};
