/** Columns in shared memory, so that two threads replay one history without copying it. */

export const sharedFloat64 = (length: number): Float64Array =>
  new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));

export const sharedUint32 = (length: number): Uint32Array =>
  new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT));

export const sharedInt32 = (length: number): Int32Array =>
  new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));

export const sharedUint8 = (length: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(length));

/** A shared column with the given value at each index. */
export function sharedFrom<A extends Float64Array | Int32Array | Uint8Array>(
  column: A,
  valueAt: (index: number) => number,
): A {
  for (let index = 0; index < column.length; index += 1) column[index] = valueAt(index);
  return column;
}

/** The column itself where it is in shared memory, or a copy that is. */
export const sharedCopy = (column: Float64Array): Float64Array => {
  if (column.buffer instanceof SharedArrayBuffer) return column;
  const copy = sharedFloat64(column.length);
  copy.set(column);
  return copy;
};
