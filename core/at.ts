/** The item at an index that must exist; a RangeError is a bug of the caller. */
export function itemAt<T>(list: readonly T[], index: number): T {
  if (index < 0 || index >= list.length) throw new RangeError(`index ${index} of a list of ${list.length}`);
  return list[index] as T;
}

/**
 * The number at an index that must exist. Not for loops over millions: one function that is fed every kind of array is
 * slow in all of them; read `array[i] ?? 0` there.
 */
export function numberAt(array: { readonly [index: number]: number }, index: number): number {
  return array[index] as number;
}
