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
