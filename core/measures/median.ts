/**
 * The median, the mean of the two middle ones when even; of at least one number. Moves the numbers about (quickselect,
 * Hoare 1961: a sort of all of them would be the dearest part of a frame).
 */
export function median(numbers: Float64Array): number {
  const middle = numbers.length >> 1;
  const upper = selected(numbers, middle);
  if (numbers.length % 2 === 1) return upper;
  let lower = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < middle; index += 1) lower = Math.max(lower, numbers[index] ?? 0);
  return (lower + upper) / 2;
}

/** The number that would stand at `place` were they sorted; those before it are then at most as large. */
function selected(numbers: Float64Array, place: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const pivot = middleOfThree(numbers[low] ?? 0, numbers[(low + high) >> 1] ?? 0, numbers[high] ?? 0);
    let left = low;
    let right = high;
    while (left <= right) {
      while ((numbers[left] ?? 0) < pivot) left += 1;
      while ((numbers[right] ?? 0) > pivot) right -= 1;
      if (left > right) break;
      const swapped = numbers[left] ?? 0;
      numbers[left] = numbers[right] ?? 0;
      numbers[right] = swapped;
      left += 1;
      right -= 1;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else break;
  }
  return numbers[place] ?? Number.NaN;
}

const middleOfThree = (first: number, second: number, third: number): number =>
  Math.max(Math.min(first, second), Math.min(Math.max(first, second), third));
