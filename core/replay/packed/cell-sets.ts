/**
 * Cells that fall on one instant, as one entry: a page view that three rules give for is one entry and not three. The sets
 * are found while packing and numbered after the single cells.
 */
export interface CellSets {
  /** The cell that stands for all of them, at most `MOST_TOGETHER`; −1 when there are as many sets as there may be. */
  readonly cellOf: (first: number, second: number, third: number) => number;
  /** Members of the sets, three a set, filled up with `NO_CELL`. */
  readonly members: () => Uint16Array;
}

export const MOST_TOGETHER = 3;

/** So many cover nearly all instants, and their rows stay close to the core. */
const MOST_SETS = 4096;

/** `firstCell`: of the first set; `endCell`: no cell is this or above. */
export function createCellSets(firstCell: number, endCell: number): CellSets {
  const cellByKey = new Map<number, number>();
  const most = Math.min(MOST_SETS, endCell - firstCell);
  return {
    cellOf: (first, second, third) => {
      const key = (first * CELLS + second) * CELLS + third;
      const known = cellByKey.get(key);
      if (known !== undefined) return known;
      if (cellByKey.size >= most) return -1;
      const cell = firstCell + cellByKey.size;
      cellByKey.set(key, cell);
      return cell;
    },
    members: () => {
      const members = new Uint16Array(MOST_TOGETHER * cellByKey.size);
      let next = 0;
      for (const key of cellByKey.keys()) {
        members[next] = Math.floor(key / CELLS ** 2);
        members[next + 1] = Math.floor(key / CELLS) % CELLS;
        members[next + 2] = key % CELLS;
        next += MOST_TOGETHER;
      }
      return members;
    },
  };
}

const CELLS = 2 ** 15;
