/**
 * The packed history: what the kernel and the reading of levels touch, in one shared memory. Leads stand in the order of
 * their number of entries, two by two, so that two run in lock step with hardly any padding.
 */
import { GRID_CELLS } from './edge-grid.ts';
import { FIRST_LEVEL_NEED, factorRowBytes, LIMITS_OFFSET, RECORD_BYTES } from './kernel-memory.ts';
import { countLayout, MOST_EDGES } from './level-counts.ts';

/** A run of pairs: one thread works on it at a time. */
export interface PackedChunk {
  readonly firstPair: number;
  readonly endPair: number;
  /** Byte addresses of the records of the first and of the second leads of the pairs. */
  readonly evenRecords: number;
  readonly oddRecords: number;
}

/** Of numbers, and of bytes where it says so. All indices of leads are *places*: positions in the packed order. */
export interface PackedSizes {
  /** Leads that are replayed (no customers), then those of the sample once more: an even number. */
  readonly places: number;
  /** Entries with their padding. */
  readonly words: number;
  readonly signatures: number;
  /** The most figures that one signature may bring into limits. */
  readonly bases: number;
  /** Single cells and sets of them, and the bytes of the longest row that levers may ask for. */
  readonly cells: number;
  readonly cellRowBytes: number;
  readonly longestGapHours: number;
  /** Bytes that tell an instant within its hour: 2 for whole seconds, where all instants are such, and 4 for milliseconds. */
  readonly instantBytes: number;
  readonly halfLives: number;
  /** The most levels that are read off one replay. */
  readonly levels: number;
  /** Of the calendar that frames are counted by: hours in its table (0: none), months and weeks. */
  readonly hours: number;
  readonly months: number;
  readonly weeks: number;
  /** Leads of the cohort that converted. */
  readonly converted: number;
}

export interface PackedStore {
  readonly memory: SharedArrayBuffer;
  readonly sizes: PackedSizes;
  readonly addresses: PackedAddresses;
  /** `cellPlanKey` of the cells that the entries speak of. */
  readonly cellsKey: string;
  /** The sets of cells that come together: a cell or an earlier set, and one cell more. */
  readonly setMembers: Uint16Array;
  /** By slot, 1: some lead has awards beyond the ordinals that have cells of their own. */
  readonly hasLater: Uint8Array;
  /** The last one holds the sample, if there is any. */
  readonly chunks: readonly PackedChunk[];
  /** Places below this hold all leads that are replayed, the others the sample. */
  readonly mainPlaces: number;
}

/** Stands in `leadOf` where an even number of places needs one more. */
export const NOBODY = -1;

export interface PackedAddresses {
  readonly limits: number;
  readonly words: number;
  readonly withinHour: number;
  readonly pairStarts: number;
  readonly leadInfo: number;
  readonly baseHours: number;
  readonly leadOf: number;
  readonly sqlAtMs: number;
  readonly wonAmount: number;
  readonly recordEnds: number;
  readonly peaks: number;
  readonly held: number;
  readonly reached: number;
  readonly bases: number;
  readonly cells: number;
  readonly factors: number;
  readonly needs: number;
  readonly task: number;
  readonly grid: number;
  readonly edges: number;
  readonly calendar: number;
  readonly monthStarts: number;
  /** A row of counts for each thread, `countBytes` apart. */
  readonly counts: number;
  readonly countBytes: number;
  readonly records: number;
  readonly end: number;
}

/**
 * Places the columns; memory that is never touched (most of the records) is never taken from the machine. What stays as
 * it was packed lies together, from `words` up to `recordEnds`: it is kept beside the workshop as one block.
 */
export function packedAddresses(sizes: PackedSizes): PackedAddresses {
  const countBytes = 64 * Math.ceil(countLayout(sizes).length / 8);
  let next = LIMITS_OFFSET;
  const take = (bytes: number): number => {
    const address = Math.ceil(next / 64) * 64;
    next = address + bytes;
    return address;
  };
  return {
    limits: take(LIMITS_BYTES),
    words: take(4 * sizes.words),
    withinHour: take(sizes.instantBytes * sizes.words),
    pairStarts: take(4 * (sizes.places / 2 + 1)),
    leadInfo: take(4 * sizes.places),
    baseHours: take(4 * sizes.places),
    leadOf: take(4 * sizes.places),
    sqlAtMs: take(8 * sizes.places),
    wonAmount: take(8 * sizes.places),
    recordEnds: take(4 * sizes.places),
    peaks: take(8 * sizes.places),
    held: take(sizes.places),
    reached: take(sizes.places),
    bases: take(8 * sizes.bases * sizes.signatures + 8),
    cells: take(sizes.cells * sizes.cellRowBytes),
    factors: take((sizes.longestGapHours + 1) * factorRowBytes(sizes.halfLives)),
    needs: take(8 * (FIRST_LEVEL_NEED + sizes.levels) * sizes.signatures),
    task: take(TASK_BYTES),
    grid: take(4 * GRID_CELLS),
    edges: take(8 * (MOST_EDGES + 1)),
    calendar: take(4 * Math.max(1, sizes.hours)),
    monthStarts: take(8 * (sizes.months + 1)),
    counts: take(THREADS * countBytes),
    countBytes,
    records: take(RECORD_BYTES * (sizes.words + 2)),
    end: next,
  };
}

const THREADS = 2;
const TASK_BYTES = 64;
/** Room for the limits of some two hundred groups. */
const LIMITS_BYTES = 4096;
export const MOST_LIMITS = LIMITS_BYTES / 8;

/** The columns of a store, as views of its memory. */
export interface PackedColumns {
  readonly words: Uint32Array;
  /** In units of `instantUnitMs`. */
  readonly withinHour: Uint16Array | Uint32Array;
  readonly instantUnitMs: number;
  /** By pair: index of its first word. */
  readonly pairStarts: Uint32Array;
  readonly leadInfo: Uint32Array;
  readonly baseHours: Int32Array;
  /** The lead's index in the history. */
  readonly leadOf: Int32Array;
  /** Byte address after the place's last record. */
  readonly recordEnds: Uint32Array;
  /** Moving part of the place's last record, which is its highest; −Infinity where it has none. */
  readonly peaks: Float64Array;
  /** 1: the baseline's level holds the lead. */
  readonly held: Uint8Array;
  /** 1: the level that was counted last holds the lead. */
  readonly reached: Uint8Array;
  readonly sqlAtMs: Float64Array;
  readonly wonAmount: Float64Array;
  /** All of the memory, for records. */
  readonly float64: Float64Array;
  readonly int32: Int32Array;
}

export const instantUnitMs = ({ instantBytes }: Pick<PackedSizes, 'instantBytes'>): number =>
  instantBytes === 2 ? 1000 : 1;

export function packedColumns(store: Pick<PackedStore, 'memory' | 'sizes' | 'addresses'>): PackedColumns {
  const { memory, sizes, addresses } = store;
  return {
    words: new Uint32Array(memory, addresses.words, sizes.words),
    withinHour:
      sizes.instantBytes === 2
        ? new Uint16Array(memory, addresses.withinHour, sizes.words)
        : new Uint32Array(memory, addresses.withinHour, sizes.words),
    instantUnitMs: instantUnitMs(sizes),
    pairStarts: new Uint32Array(memory, addresses.pairStarts, sizes.places / 2 + 1),
    leadInfo: new Uint32Array(memory, addresses.leadInfo, sizes.places),
    baseHours: new Int32Array(memory, addresses.baseHours, sizes.places),
    leadOf: new Int32Array(memory, addresses.leadOf, sizes.places),
    recordEnds: new Uint32Array(memory, addresses.recordEnds, sizes.places),
    peaks: new Float64Array(memory, addresses.peaks, sizes.places),
    held: new Uint8Array(memory, addresses.held, sizes.places),
    reached: new Uint8Array(memory, addresses.reached, sizes.places),
    sqlAtMs: new Float64Array(memory, addresses.sqlAtMs, sizes.places),
    wonAmount: new Float64Array(memory, addresses.wonAmount, sizes.places),
    float64: new Float64Array(memory, 0, Math.floor(memory.byteLength / 8)),
    int32: new Int32Array(memory, 0, Math.floor(memory.byteLength / 4)),
  };
}
