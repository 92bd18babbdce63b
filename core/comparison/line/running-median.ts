/** The median of a changing choice among numbers that are all known beforehand, in logarithmic time (Fenwick 1994). */
export interface RunningMedian {
  /** By the number's index. */
  readonly add: (index: number) => void;
  readonly remove: (index: number) => void;
  /** The mean of the two middle ones when even; null of none. */
  readonly median: () => number | null;
}

/** Numbers with their order: sorted once, for any number of choices among them. */
export interface RankedNumbers {
  readonly ascending: Float64Array;
  /** By the number's index. */
  readonly rankOf: Uint32Array;
}

export function rankNumbers(numbers: Float64Array): RankedNumbers {
  const order = Uint32Array.from(numbers.keys()).sort(
    (one, other) => (numbers[one] ?? 0) - (numbers[other] ?? 0) || one - other,
  );
  const rankOf = new Uint32Array(numbers.length);
  order.forEach((index, rank) => {
    rankOf[index] = rank;
  });
  return { ascending: numbers.toSorted(), rankOf };
}

export function createRunningMedian({ ascending, rankOf }: RankedNumbers): RunningMedian {
  const counts = new Int32Array(ascending.length + 1);
  const top = 2 ** Math.floor(Math.log2(Math.max(1, ascending.length)));
  let chosen = 0;
  const change = (index: number, by: number): void => {
    chosen += by;
    for (let place = (rankOf[index] ?? 0) + 1; place < counts.length; place += place & -place)
      counts[place] = (counts[place] ?? 0) + by;
  };
  /** The number with so many chosen ones before it. */
  const atPlace = (before: number): number => {
    let place = 0;
    let left = before;
    for (let step = top; step > 0; step >>= 1) {
      const next = place + step;
      if (next >= counts.length || (counts[next] ?? 0) > left) continue;
      place = next;
      left -= counts[next] ?? 0;
    }
    return ascending[place] ?? Number.NaN;
  };
  return {
    add: (index) => change(index, 1),
    remove: (index) => change(index, -1),
    median: () => {
      if (chosen === 0) return null;
      const middle = chosen >> 1;
      return chosen % 2 === 1 ? atPlace(middle) : (atPlace(middle - 1) + atPlace(middle)) / 2;
    },
  };
}
