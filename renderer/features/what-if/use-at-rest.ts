import { useEffect, useState } from 'react';

/** The value once it has rested for `restMs`, null until then: what takes the history long to answer is asked of a lever that stands still. */
export const useAtRest = <T>(value: T, restMs: number): T | null => {
  const [rested, setRested] = useState<T | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return rested === value ? rested : null;
};

/**
 * How long a lever rests before the history is asked what takes longer than a frame, on `leads` leads: a lever that moves again
 * meanwhile has to wait for the answer, which the larger history takes longer for.
 */
export const restBeforeAsking = (leads: number): number => 250 + leads / 500;
