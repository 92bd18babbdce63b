/** The `nth` largest of the values, 1: the largest. Moves them about; no NaN among them. Hoare's selection. */
export function nthLargest(values: Float64Array, nth: number): number {
  const wanted = values.length - nth;
  let from = 0;
  let to = values.length - 1;
  while (from < to) {
    const pivot = values[(from + to) >>> 1] ?? 0;
    let left = from;
    let right = to;
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left += 1;
      while ((values[right] ?? 0) > pivot) right -= 1;
      if (left > right) break;
      const one = values[left] ?? 0;
      values[left] = values[right] ?? 0;
      values[right] = one;
      left += 1;
      right -= 1;
    }
    if (wanted <= right) to = right;
    else if (wanted >= left) from = left;
    else break;
  }
  return values[wanted] ?? Number.NaN;
}
