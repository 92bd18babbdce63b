/** Rejected rows in their order: a file of another workshop's leads has as many as it has rows, so most lie in a scratch file. */
import { Buffer } from 'node:buffer';
import type { RejectedRow } from '../../../api/import.ts';
import type { ScratchFile } from './stream/scratch-file.ts';

export interface RejectedCells {
  /** The row as written; null: not kept. */
  readonly cells: readonly string[] | null;
}

export interface RejectedRows extends Iterable<RejectedRow & RejectedCells> {
  readonly add: (row: RejectedRow & RejectedCells) => void;
}

const ROWS_IN_MEMORY = 10_000;

/** Without a scratch file all are held in memory. */
export function createRejectedRows(scratch: ScratchFile | undefined, rowsInMemory = ROWS_IN_MEMORY): RejectedRows {
  let latest: (RejectedRow & RejectedCells)[] = [];
  const earlier: { readonly at: number; readonly bytes: number }[] = [];
  return {
    add: (row) => {
      latest.push(row);
      if (scratch === undefined || latest.length < rowsInMemory) return;
      const bytes = Buffer.from(JSON.stringify(latest));
      earlier.push({ at: scratch.append(bytes), bytes: bytes.length });
      latest = [];
    },
    *[Symbol.iterator]() {
      for (const { at, bytes } of earlier) {
        const block = Buffer.alloc(bytes);
        scratch?.read(at, block);
        yield* JSON.parse(block.toString()) as readonly (RejectedRow & RejectedCells)[];
      }
      yield* latest;
    },
  };
}
