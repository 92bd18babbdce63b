/**
 * Cells that are applied together, as one: a page view that three rules give for is one entry and not three. A set is
 * another set or cell and one cell more. Which sets have cells of their own is told by a sample of the leads: the most
 * frequent ones, and few enough that their figures stay close to the core.
 */
export interface CellSets {
  /** The cell that stands for both; −1 where the two have to be entries of their own. */
  readonly joined: (first: number, second: number) => number;
}

/** So many cover nearly all instants. */
const MOST_SETS = 4096;

/** Joins everything and counts it; its cells are only good for joining further. */
export interface SetCounter extends CellSets {
  /**
   * The most frequent sets, first and second of each. They are numbered from `firstCell` on, and none is `endCell` or
   * above; a set comes after the one that it holds.
   */
  readonly chosen: (endCell: number) => Uint16Array;
}

export function createSetCounter(firstCell: number): SetCounter {
  const setByKey = new Map<number, number>();
  const keys: number[] = [];
  const counts: number[] = [];
  return {
    joined: (first, second) => {
      const key = first * CELLS + second;
      let set = setByKey.get(key);
      if (set === undefined) {
        set = keys.length;
        setByKey.set(key, set);
        keys.push(key);
        counts.push(0);
      }
      counts[set] = (counts[set] ?? 0) + 1;
      return firstCell + set;
    },
    chosen: (endCell) => {
      // A set is counted whenever one that holds it is, and was found before it: so it is chosen before it.
      const chosen = keys
        .map((_, set) => set)
        .sort((left, right) => (counts[right] ?? 0) - (counts[left] ?? 0) || left - right)
        .slice(0, Math.max(0, Math.min(MOST_SETS, endCell - firstCell)))
        .sort((left, right) => left - right);
      const cellOf = new Map(chosen.map((set, place) => [firstCell + set, firstCell + place]));
      const members = new Uint16Array(2 * chosen.length);
      chosen.forEach((set, place) => {
        const key = keys[set] ?? 0;
        const first = Math.floor(key / CELLS);
        members[2 * place] = cellOf.get(first) ?? first;
        members[2 * place + 1] = key % CELLS;
      });
      return members;
    },
  };
}

/** The sets that were chosen, by their members. */
export function chosenSets(firstCell: number, members: Uint16Array): CellSets {
  // Open addressing, at most half full: a few comparisons for each instant of the history.
  const keys = new Int32Array(TABLE_SIZE).fill(-1);
  const cells = new Int32Array(TABLE_SIZE);
  for (let place = 0; place < members.length / 2; place += 1) {
    const key = ((members[2 * place] ?? 0) << CELL_BITS) | (members[2 * place + 1] ?? 0);
    let slot = slotOf(key);
    while (keys[slot] !== -1) slot = (slot + 1) & (TABLE_SIZE - 1);
    keys[slot] = key;
    cells[slot] = firstCell + place;
  }
  return {
    joined: (first, second) => {
      const key = (first << CELL_BITS) | second;
      let slot = slotOf(key);
      for (let known = keys[slot]; known !== -1; known = keys[slot]) {
        if (known === key) return cells[slot] ?? -1;
        slot = (slot + 1) & (TABLE_SIZE - 1);
      }
      return -1;
    },
  };
}

const CELL_BITS = 15;
/** Sets of the counter may be more than there are cells. */
const CELLS = 2 ** 22;
const TABLE_SIZE = 2 * MOST_SETS;
/** Multiplicative hashing (Knuth, The Art of Computer Programming 3, 6.4), to the 13 bits of the table. */
const slotOf = (key: number): number => Math.imul(key, 0x9e37_79b1) >>> 19;
