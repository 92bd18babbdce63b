/**
 * Rows of fixed width in buckets of neighbouring leads, in the order in which they came; what goes beyond the memory given
 * to them lies in a scratch file. A row: instant, lead, code of its type and of each property.
 */
import type { ScratchFile } from './scratch-file.ts';

/** Rows side by side, `width` whole numbers each; the instant is the `Float64Array`'s, in place of the first two. */
export interface Records {
  readonly width: number;
  readonly ints: Int32Array;
  readonly floats: Float64Array;
}

export const AT_INTS = 2;
/** The lead; its complement (negative) for a row that the workshop held before. */
export const LEAD = 2;
export const CODES = AT_INTS + 1;

/** Even, so that each row's instant lies at a multiple of eight bytes. */
export const widthOf = (codes: number): number => (CODES + codes + 1) & ~1;

export function createRecords(width: number, rows: number): Records {
  const buffer = new ArrayBuffer(width * rows * 4);
  return { width, ints: new Int32Array(buffer), floats: new Float64Array(buffer) };
}

export const leadOf = (lead: number): number => (lead < 0 ? ~lead : lead);

export interface RecordBuckets {
  readonly count: number;
  readonly rowsOf: (bucket: number) => number;
  /** Copies row `row` of `records`. */
  readonly push: (bucket: number, records: Records, row: number) => void;
  /** Calls with parts of the bucket, in order of coming; the records change with the next part. */
  readonly eachPart: (bucket: number, take: (records: Records, rows: number) => void) => void;
}

const ROWS_PER_BLOCK = 1024;

export interface Spilling {
  /** Absent: everything is held in memory. */
  readonly scratch: ScratchFile | undefined;
  /** Blocks beyond these go to the scratch file. Shared by all buckets of an import. */
  readonly memory: { freeBytes: number };
}

interface Bucket {
  readonly blocks: (Records | number)[];
  tail: Records;
  tailRows: number;
}

export function createRecordBuckets(count: number, width: number, { scratch, memory }: Spilling): RecordBuckets {
  const blockBytes = width * ROWS_PER_BLOCK * 4;
  const buckets = Array.from({ length: count }, (): Bucket => ({ blocks: [], tail: EMPTY, tailRows: ROWS_PER_BLOCK }));
  const spilled = createRecords(width, ROWS_PER_BLOCK);
  const bucketAt = (index: number): Bucket => {
    const bucket = buckets[index];
    if (bucket === undefined) throw new RangeError(`bucket ${index} of ${count}`);
    return bucket;
  };
  const putAway = (bucket: Bucket): void => {
    if (bucket.tail !== EMPTY) {
      if (scratch === undefined || memory.freeBytes >= blockBytes) {
        memory.freeBytes -= blockBytes;
        bucket.blocks.push(bucket.tail);
        bucket.tail = EMPTY;
      } else bucket.blocks.push(scratch.append(bytesOf(bucket.tail, ROWS_PER_BLOCK)));
    }
    if (bucket.tail === EMPTY) bucket.tail = createRecords(width, ROWS_PER_BLOCK);
    bucket.tailRows = 0;
  };
  return {
    count,
    rowsOf: (index) => {
      const { blocks, tailRows, tail } = bucketAt(index);
      return blocks.length * ROWS_PER_BLOCK + (tail === EMPTY ? 0 : tailRows);
    },
    push: (index, records, row) => {
      const bucket = bucketAt(index);
      if (bucket.tailRows === ROWS_PER_BLOCK) putAway(bucket);
      const { ints } = bucket.tail;
      const from = row * width;
      const to = bucket.tailRows * width;
      for (let at = 0; at < width; at += 1) ints[to + at] = records.ints[from + at] ?? 0;
      bucket.tailRows += 1;
    },
    eachPart: (index, take) => {
      const { blocks, tail, tailRows } = bucketAt(index);
      for (const block of blocks) {
        if (typeof block === 'number') scratch?.read(block, bytesOf(spilled, ROWS_PER_BLOCK));
        take(typeof block === 'number' ? spilled : block, ROWS_PER_BLOCK);
      }
      if (tail !== EMPTY) take(tail, tailRows);
    },
  };
}

const EMPTY = createRecords(AT_INTS, 0);

const bytesOf = ({ ints, width }: Records, rows: number): Uint8Array =>
  new Uint8Array(ints.buffer, ints.byteOffset, rows * width * 4);
