import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Frees this thread's memory now. Left to itself V8 waits for the next large allocation, and a thread that answers lever
 * after lever makes none: hundreds of megabytes of a history that nobody holds would stay.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  // The function is in contexts that are made from now on.
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') Reflect.apply(collect, undefined, []);
}

/** Packed memory counts for nothing where V8 looks for garbage: so much of it may be let go before it is collected. */
const MOST_LET_GO_BYTES = 128e6;

/** Told of packed memory that is let go: collects when it has become much. */
export function createLetGo(): (bytes: number) => void {
  let letGoBytes = 0;
  return (bytes) => {
    letGoBytes += bytes;
    if (letGoBytes < MOST_LET_GO_BYTES) return;
    letGoBytes = 0;
    collectGarbage();
  };
}
