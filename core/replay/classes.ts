/** Things sorted into classes that are told apart by one feature after the other. */
export interface Classes {
  /** By thing: its class. */
  readonly of: Int32Array;
  readonly count: number;
  /** By class: its first thing. */
  readonly first: Int32Array;
}

export const oneClass = (of: Int32Array): Classes => ({
  of,
  count: Math.min(1, of.length),
  first: new Int32Array(Math.min(1, of.length)),
});

/**
 * Splits the classes by a further feature with values 0 up to `values`: thing t has the value `ofCode[codes[t] + 1]`.
 * Changes `classes.of`; classes are numbered in the order of their first things.
 */
export function splitByCode(classes: Classes, codes: Int32Array, ofCode: Int32Array, values: number): Classes {
  const { of } = classes;
  const first: number[] = [];
  if (classes.count * values > LARGEST_TABLE) {
    const known = new Map<number, number>();
    for (let thing = 0; thing < of.length; thing += 1) {
      const pair = (of[thing] ?? 0) * values + (ofCode[(codes[thing] ?? 0) + 1] ?? 0);
      let found = known.get(pair);
      if (found === undefined) {
        found = first.push(thing) - 1;
        known.set(pair, found);
      }
      of[thing] = found;
    }
  } else {
    const known = new Int32Array(classes.count * values).fill(-1);
    for (let thing = 0; thing < of.length; thing += 1) {
      const pair = (of[thing] ?? 0) * values + (ofCode[(codes[thing] ?? 0) + 1] ?? 0);
      let found = known[pair] ?? 0;
      if (found < 0) {
        found = first.push(thing) - 1;
        known[pair] = found;
      }
      of[thing] = found;
    }
  }
  return { of, count: first.length, first: Int32Array.from(first) };
}

/** Splits the classes by a number of each thing; NaN is a number like others. */
export function splitByNumber(classes: Classes, numbers: Float64Array | Uint8Array): Classes {
  const known = new Map<number, number>();
  const codes = new Int32Array(numbers.length);
  for (let thing = 0; thing < codes.length; thing += 1) {
    const number = numbers[thing] ?? Number.NaN;
    let code = known.get(number);
    if (code === undefined) {
      code = known.size;
      known.set(number, code);
    }
    codes[thing] = code;
  }
  // Code −1 does not occur, so that entry 0 is of no account.
  const ofCode = new Int32Array(known.size + 1);
  for (let code = 0; code < known.size; code += 1) ofCode[code + 1] = code;
  return splitByCode(classes, codes, ofCode, known.size);
}

/** The numbers of the classes' first things. */
export function numbersOfFirst({ first }: Classes, numbers: Float64Array): Float64Array {
  const found = new Float64Array(first.length);
  for (let index = 0; index < first.length; index += 1) found[index] = numbers[first[index] ?? 0] ?? Number.NaN;
  return found;
}

/** Larger ones would not stay near the core. */
const LARGEST_TABLE = 2 ** 22;
