import { useEffect, useState } from 'react';
import type { FrameRequest } from '../../stores/frame-store.ts';
import { useFrame } from '../../stores/use-stores.tsx';

/** The value once it has rested for `restMs`, null until then: what takes the history long to answer is asked of a lever that stands still. */
const useAtRest = <T>(value: T, restMs: number): T | null => {
  const [rested, setRested] = useState<T | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return rested === value ? rested : null;
};

/**
 * The request of the frame on screen once the levers have rested at it, `times` as long as the history takes; null while they
 * move. From the first step on nothing is asked of it any more, though the app says that something has changed.
 */
export const useRestedRequest = (request: FrameRequest, leads: number, times = 1): FrameRequest | null => {
  const rested = useAtRest(request, times * restBeforeAsking(leads));
  return useFrame((state) => state.wanted === request) ? rested : null;
};

/**
 * How long a lever rests before the history is asked what takes longer than a frame, on `leads` leads: a lever that moves again
 * meanwhile has to wait for the answer, which the larger history takes longer for.
 */
export const restBeforeAsking = (leads: number): number => 250 + leads / 500;
