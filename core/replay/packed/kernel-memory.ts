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
  peaks: 48,
} as const;

/** Byte offsets of numbers that never change: the kernel reads them once, since a literal would be made anew each time. */
export const CONSTANTS_OFFSET = 32;
export const RECYCLE_CONSTANTS_OFFSET = 52;

/** Byte offset of the limits: a minimum and a maximum for each dimension and each of its nodes, then the least values. */
export const LIMITS_OFFSET = 64;

/** An entry: hours since the entry before it, the cell, and whether the lead is not looked at after it. */
export const HOURS_BITS = 16;
export const MOST_HOURS = 0xffff;
export const CELL_MASK = 0x7fff;
export const UNLOOKED = 0x8000_0000;

/** The first cells give nothing. */
export const NO_CELL = 0;
export const RECYCLE_CELL = 1;
export const CREATED_CELL = 2;
export const FIRST_RULE_CELL = 3;

/** Signature in the low bits of `leadInfo`; what the level reading needs to know lies above. */
export const SIGNATURE_BITS = 26;
export const SIGNATURE_MASK = 2 ** SIGNATURE_BITS - 1;

/** In `leadInfo` above the signature: the outcome's index of a lead that the measures count, or this. */
export const NOT_MEASURED = 7;
/** Above the outcome: the lead has a `won` stage. */
export const WON_BIT = 2 ** (SIGNATURE_BITS + 3);

/** What a signature needs, a row of doubles: its fixed part, the least for a peak, then the least for each level. */
export const PEAK_NEED = 1;
export const FIRST_LEVEL_NEED = 2;

/** A record: the score's moving part (f64), the hour and the entry (i32 each). */
export const RECORD_BYTES = 16;

/** One of the numbers that a cell adds: to an accumulator, or to a counter of what stands. */
export type CellColumn =
  | { readonly kind: 'value' | 'slope' | 'standing'; readonly accumulator: number }
  | { readonly kind: Counter };

export type Counter = 'given' | 'clearedStanding' | 'clearedDisqualifying' | 'keptDisqualifying';

/** What a row of the table of cells holds, in its order: a number for every sum that the shape has. */
export const cellColumns = (shape: KernelShape): readonly CellColumn[] => [
  ...shape.accumulators.flatMap(({ isSloped: sloped, isCounted }, accumulator): readonly CellColumn[] => [
    { kind: 'value', accumulator },
    ...(sloped ? [{ kind: 'slope', accumulator } as const] : []),
    ...(isCounted ? [{ kind: 'standing', accumulator } as const] : []),
  ]),
  ...countersOf(shape).map((kind) => ({ kind })),
];

export function countersOf(shape: KernelShape): readonly Counter[] {
  const needed = (counter: Counter, isNeeded: boolean): readonly Counter[] => (isNeeded ? [counter] : []);
  return [
    ...needed('given', shape.tracksGiven),
    ...needed('clearedStanding', shape.tracksGiven && shape.recycles),
    ...needed('clearedDisqualifying', shape.disqualifies.cleared),
    ...needed('keptDisqualifying', shape.disqualifies.kept),
  ];
}

/** The local variable that a column is added to. */
export const columnTarget = (column: CellColumn): string =>
  'accumulator' in column ? `${column.kind === 'value' ? 'sum' : column.kind} ${column.accumulator}` : column.kind;

/** Rows are read two numbers at a time. */
export const cellRowBytes = (shape: KernelShape): number => 16 * Math.max(1, Math.ceil(cellColumns(shape).length / 2));

export const isSloped = (shape: KernelShape): boolean => shape.accumulators.some((accumulator) => accumulator.isSloped);

/** Rows of factors are powers of two long, so that an address is a shift away. */
export const factorRowBytes = (numbers: number): number => 2 ** Math.ceil(Math.log2(Math.max(2, numbers))) * 8;

/** The places that may have limits, in the order of the block. */
export const limitPlaces = (shape: KernelShape): number =>
  shape.dimensions.reduce((count, dimension) => count + 1 + dimension.nodes.length, 0);
