import { useEffect, useState } from 'react';

/** The value once it has rested for `restMs`: what is slow to draw follows a lever that stands still, and holds no moving one up. */
export const useAtRest = <T>(value: T, restMs: number): T => {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    if (value === rested) return;
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value, rested, restMs]);
  return rested;
};
