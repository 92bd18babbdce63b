/** Whether two JSON values are the same; keys come in any order. */
export const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/** The value as text, keys in alphabetical order. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
