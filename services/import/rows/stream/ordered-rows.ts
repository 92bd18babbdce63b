/** Gives the rows of buckets in the order of History: by lead, then instant, then the order in which they came. */
import { orderByLead } from '../../../../core/history/by-lead.ts';
import {
  AT_INTS,
  createRecordBuckets,
  createRecords,
  LEAD,
  leadOf,
  type RecordBuckets,
  type Records,
  type Spilling,
} from './record-buckets.ts';

export type TakeRow = (records: Records, row: number) => void;

/** Numbers from `low` up to, not including, `low + size * buckets`. */
interface Range {
  readonly low: number;
  readonly high: number;
}

export interface OrderOptions extends Spilling {
  readonly width: number;
  /** A bucket of more rows is cut up again: by lead, then by instant. */
  readonly sortedRows: number;
}

const BUCKETS = 256;

export interface LeadBuckets {
  readonly push: (records: Records, row: number) => void;
  readonly rows: () => number;
  readonly inOrder: (take: TakeRow) => void;
}

/** Buckets of leads 0 up to, not including, `leadCount`. */
export function createLeadBuckets(leadCount: number, options: OrderOptions): LeadBuckets {
  const leads = { low: 0, high: Math.max(leadCount, 1) };
  const part = partOf(leads);
  const buckets = createRecordBuckets(part.count, options.width, options);
  let rows = 0;
  return {
    push: (records, row) => {
      rows += 1;
      buckets.push(Math.floor(leadOf(records.ints[row * records.width + LEAD] ?? 0) / part.size), records, row);
    },
    rows: () => rows,
    inOrder: (take) => {
      const sorter = createSorter(options, take);
      for (let bucket = 0; bucket < buckets.count; bucket += 1) sorter(buckets, bucket, part.rangeOf(bucket));
    },
  };
}

/** Equal parts of a range; the last may be shorter. */
function partOf({ low, high }: Range) {
  const size = Math.ceil((high - low) / BUCKETS);
  return {
    size,
    count: Math.ceil((high - low) / size),
    rangeOf: (part: number): Range => ({ low: low + part * size, high: Math.min(high, low + (part + 1) * size) }),
  };
}

function createSorter(options: OrderOptions, take: TakeRow) {
  const { width, sortedRows } = options;
  let loaded = createRecords(width, 0);
  let [leads, instants] = [new Int32Array(0), new Float64Array(0)];
  const sortInMemory = (source: RecordBuckets, bucket: number, { low, high }: Range): void => {
    const rows = source.rowsOf(bucket);
    if (rows > leads.length) {
      loaded = createRecords(width, rows);
      [leads, instants] = [new Int32Array(rows), new Float64Array(rows)];
    }
    let filled = 0;
    source.eachPart(bucket, (records, count) => {
      loaded.ints.set(records.ints.subarray(0, count * width), filled * width);
      filled += count;
    });
    const { ints, floats } = loaded;
    for (let row = 0; row < rows; row += 1) {
      leads[row] = leadOf(ints[row * width + LEAD] ?? 0) - low;
      instants[row] = floats[(row * width) / AT_INTS] ?? 0;
    }
    const order = orderByLead(leads.subarray(0, rows), instants, high - low).rows;
    for (let place = 0; place < rows; place += 1) take(loaded, order[place] ?? 0);
  };
  const spread = (
    source: RecordBuckets,
    bucket: number,
    range: Range,
    keyOf: (records: Records, row: number) => number,
  ) => {
    const part = partOf(range);
    const buckets = createRecordBuckets(part.count, width, options);
    source.eachPart(bucket, (records, rows) => {
      for (let row = 0; row < rows; row += 1) {
        buckets.push(Math.floor((keyOf(records, row) - range.low) / part.size), records, row);
      }
    });
    return { buckets, rangeOf: part.rangeOf };
  };
  /** A lead of very many rows: by instant, and of one instant as they came. */
  const sortByInstant = (source: RecordBuckets, bucket: number, lead: number): void => {
    const range = instantRange(source, bucket);
    if (source.rowsOf(bucket) <= sortedRows) sortInMemory(source, bucket, { low: lead, high: lead + 1 });
    else if (range.high - range.low === 1) {
      source.eachPart(bucket, (records, rows) => {
        for (let row = 0; row < rows; row += 1) take(records, row);
      });
    } else {
      const { buckets } = spread(source, bucket, range, instantOf);
      for (let next = 0; next < buckets.count; next += 1) sortByInstant(buckets, next, lead);
    }
  };
  const sortByLead = (source: RecordBuckets, bucket: number, range: Range): void => {
    if (source.rowsOf(bucket) <= sortedRows) sortInMemory(source, bucket, range);
    else if (range.high - range.low === 1) sortByInstant(source, bucket, range.low);
    else {
      const { buckets, rangeOf } = spread(source, bucket, range, leadIn);
      for (let next = 0; next < buckets.count; next += 1) sortByLead(buckets, next, rangeOf(next));
    }
  };
  return sortByLead;
}

const leadIn = ({ ints, width }: Records, row: number): number => leadOf(ints[row * width + LEAD] ?? 0);

const instantOf = ({ floats, width }: Records, row: number): number => floats[(row * width) / AT_INTS] ?? 0;

function instantRange(source: RecordBuckets, bucket: number): Range {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  source.eachPart(bucket, (records, rows) => {
    for (let row = 0; row < rows; row += 1) {
      low = Math.min(low, instantOf(records, row));
      high = Math.max(high, instantOf(records, row));
    }
  });
  return { low, high: high + 1 };
}
