/** Which filters each activity passes, worked out for a block of rows at a time, one column after the other. */
import type { AwardPlan, ColumnBits } from './award-plan.ts';

export interface RowBits {
  /** `words` words a row, the block's first row first; all 0 where `ignore` takes the row. */
  bits: Int32Array;
  first: number;
  /** The row after the block's last. */
  end: number;
}

/** Few enough to stay near the core until the leads are read, and enough to make up for the loops' beginnings. */
const BLOCK_ROWS = 4096;

export const emptyRowBits = (): RowBits => ({ bits: new Int32Array(0), first: 0, end: 0 });

/** Fills a block that begins with row `first` and holds the rows up to `end` at least. */
export function fillRowBits(block: RowBits, plan: AwardPlan, first: number, end: number): void {
  const { words, bitsOfAll, columns, rests } = plan;
  const rows = Math.min(Math.max(BLOCK_ROWS, end - first), plan.activities.count - first);
  if (block.bits.length < rows * words) block.bits = new Int32Array(rows * words);
  block.first = first;
  block.end = first + rows;
  const { bits } = block;
  if (words === 1) {
    bits.fill(bitsOfAll[0] ?? 0, 0, rows);
    for (const column of columns) keepPassing(bits, column, first, rows);
  } else {
    for (let place = 0; place < rows * words; place += 1) bits[place] = bitsOfAll[place % words] ?? 0;
    for (const column of columns) keepPassingInWords(bits, column, first, rows, words);
  }
  for (const { bit, mask } of rests) {
    const word = bit >> 5;
    for (let row = 0; row < rows; row += 1) {
      if (mask[first + row] === 0) bits[row * words + word] = (bits[row * words + word] ?? 0) & ~(1 << (bit & 31));
    }
  }
  takeIgnored(bits, plan, rows);
}

function keepPassing(bits: Int32Array, column: ColumnBits, first: number, rows: number): void {
  const { codes, bits: ofCode } = column;
  for (let row = 0; row < rows; row += 1) bits[row] = (bits[row] ?? 0) & (ofCode[(codes[first + row] ?? 0) + 1] ?? 0);
}

function keepPassingInWords(bits: Int32Array, column: ColumnBits, first: number, rows: number, words: number): void {
  const { codes, bits: ofCode } = column;
  for (let row = 0; row < rows; row += 1) {
    const entry = ((codes[first + row] ?? 0) + 1) * words;
    for (let word = 0; word < words; word += 1) {
      const place = row * words + word;
      bits[place] = (bits[place] ?? 0) & (ofCode[entry + word] ?? 0);
    }
  }
}

function takeIgnored(bits: Int32Array, { words, bitsOfIgnore }: AwardPlan, rows: number): void {
  for (let ignoring = 0; ignoring < words; ignoring += 1) {
    const ignored = bitsOfIgnore[ignoring] ?? 0;
    if (ignored === 0) continue;
    for (let row = 0; row < rows; row += 1) {
      if (((bits[row * words + ignoring] ?? 0) & ignored) === 0) continue;
      bits.fill(0, row * words, (row + 1) * words);
    }
  }
}
