type OptionalKey<T> = { [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? K : never }[keyof T];

/** Sets an optional key, or takes it out when `value` is undefined: an absent limit does not limit. */
export const withOptional = <T extends object, K extends OptionalKey<T>>(
  object: T,
  key: K,
  value: T[K] | undefined,
): T => {
  if (value !== undefined) return { ...object, [key]: value };
  const { [key]: _gone, ...rest } = object;
  return rest as T;
};
