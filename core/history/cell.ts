/** Cells as values. Cells are trimmed before they come here (REPLAY.md section 1). */
import { readInstant } from '../time/instant.ts';
import type { ColumnKind } from './history.ts';

/** Optional sign, digits, optional point and digits; no leading zero before another digit, so postcodes stay text. */
export function readNumber(cell: string): number | null {
  if (!NUMBER.test(cell)) return null;
  const value = Number(cell);
  return Number.isFinite(value) ? value : null;
}

export function readYesNo(cell: string): 'yes' | 'no' | null {
  switch (cell.toLowerCase()) {
    case 'yes':
    case 'true':
      return 'yes';
    case 'no':
    case 'false':
      return 'no';
    default:
      return null;
  }
}

/** Collects what the cells of one column allow: the first kind that fits every non-missing cell. */
export interface KindTracker {
  readonly see: (cell: string) => void;
  readonly kind: () => ColumnKind;
}

export function createKindTracker(): KindTracker {
  let seen = false;
  let number = true;
  let yesNo = true;
  let date = true;
  return {
    see: (cell) => {
      seen = true;
      number &&= readNumber(cell) !== null;
      yesNo &&= readYesNo(cell) !== null;
      date &&= readInstant(cell, 'UTC') !== null;
    },
    kind: () => {
      if (!seen) return 'text';
      if (number) return 'number';
      if (yesNo) return 'yes/no';
      return date ? 'date' : 'text';
    },
  };
}

/** The kind that all of them allow. */
export function kindOfCells(cells: readonly string[]): ColumnKind {
  const tracker = createKindTracker();
  for (const cell of cells) tracker.see(cell);
  return tracker.kind();
}

const NUMBER = /^[+-]?(?:0|[1-9]\d*)(?:\.\d+)?$/;
