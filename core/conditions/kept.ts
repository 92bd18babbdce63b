/** What was worked out before, by what it depends on: taken over where it is asked for again, forgotten where it is not. */
export interface Kept<T> {
  readonly of: (key: string, make: () => T) => T;
  /** All that was asked for. */
  readonly asked: ReadonlyMap<string, T>;
}

export function createKept<T>(before?: ReadonlyMap<string, T>): Kept<T> {
  const asked = new Map<string, T>();
  return {
    asked,
    of: (key, make) => {
      const value = asked.get(key) ?? before?.get(key) ?? make();
      asked.set(key, value);
      return value;
    },
  };
}
