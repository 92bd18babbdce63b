import type { AppEvent } from '../../api/bridge.ts';

/** Hears until it is ended. */
export type OpenEvents = (tell: (event: AppEvent) => void) => () => void;

/**
 * One stream of events for all who listen, open as long as anybody does: a browser keeps six connections to a host at most, and
 * with a stream for each listener the seventh thing on screen would never be answered.
 */
export function sharedEvents(open: OpenEvents): OpenEvents {
  const listeners = new Set<(event: AppEvent) => void>();
  let close: (() => void) | null = null;
  return (tell) => {
    // Two who listen with one function are two.
    const listener = (event: AppEvent): void => tell(event);
    listeners.add(listener);
    close ??= open((event) => {
      for (const each of listeners) each(event);
    });
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      close?.();
      close = null;
    };
  };
}
