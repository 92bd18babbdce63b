/** Where the kernel finds its figures: a block of addresses and numbers at the foot of the memory, then rows of tables. */
import type { KernelShape } from './kernel-shape.ts';

/** Byte offsets, in the block of addresses, of the columns and tables that lie where the history's size puts them. */
export const ADDRESS = {
  words: 0,
  pairStarts: 4,
  leadInfo: 8,
  baseHours: 12,
  bases: 16,
  cells: 20,
  factors: 24,
  recordEnds: 28,
} as const;

/** Byte offset of the limits: a minimum and a maximum for each dimension and each of its nodes, then the least values. */
export const LIMITS_OFFSET = 64;

/** An entry: hours since the entry before it, the cell, and whether the lead is looked at after it. */
export const HOURS_BITS = 16;
export const MOST_HOURS = 0xffff;
export const CELL_MASK = 0x7fff;

/** The first cells give nothing. */
export const NO_CELL = 0;
export const RECYCLE_CELL = 1;
export const CREATED_CELL = 2;
export const FIRST_RULE_CELL = 3;

/** Accumulator of a cell that changes none, and of the recycle's. */
export const NO_ACCUMULATOR = -1;
export const RECYCLE_ACCUMULATOR = -2;

/** Signature in the low bits of `leadInfo`; what the level reading needs to know lies above. */
export const SIGNATURE_BITS = 26;
export const SIGNATURE_MASK = 2 ** SIGNATURE_BITS - 1;

/** In `leadInfo` above the signature: the outcome's index of a lead that the measures count, or this. */
export const NOT_MEASURED = 7;
/** Above the outcome: the lead has a `won` stage. */
export const WON_BIT = 2 ** (SIGNATURE_BITS + 3);

/** A record: the score's moving part (f64), the hour and the entry (i32 each). */
export const RECORD_BYTES = 16;

/** What a cell says, in its order; only the columns that a shape needs are there. */
export type CellColumn =
  | 'value'
  | 'accumulator'
  | 'slope'
  | 'standing'
  | 'given'
  | 'clearedStanding'
  | 'clearedDisqualifying'
  | 'keptDisqualifying';

export function cellColumns(shape: KernelShape): readonly CellColumn[] {
  const needed = (column: CellColumn, isNeeded: boolean): readonly CellColumn[] => (isNeeded ? [column] : []);
  return [
    'value',
    'accumulator',
    ...needed('slope', isSloped(shape)),
    ...needed(
      'standing',
      shape.accumulators.some((accumulator) => accumulator.isCounted),
    ),
    ...needed('given', shape.tracksGiven),
    ...needed('clearedStanding', shape.tracksGiven && shape.recycles),
    ...needed('clearedDisqualifying', shape.disqualifies.cleared),
    ...needed('keptDisqualifying', shape.disqualifies.kept),
  ];
}

export const isSloped = (shape: KernelShape): boolean => shape.accumulators.some((accumulator) => accumulator.isSloped);

/** Rows are powers of two long, so that an address is a shift away. */
export const rowBytes = (numbers: number): number => 2 ** Math.ceil(Math.log2(Math.max(2, numbers))) * 8;

/** The places that may have limits, in the order of the block. */
export const limitPlaces = (shape: KernelShape): number =>
  shape.dimensions.reduce((count, dimension) => count + 1 + dimension.nodes.length, 0);
