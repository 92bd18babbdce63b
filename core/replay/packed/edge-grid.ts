/** Between which edges a number lies, for a million numbers: a fine grid leads next to the place. */
import { countAtMost } from '../../count-at-most.ts';

export interface EdgeGrid {
  /** Ascending, each once; at least one. */
  readonly edges: Float64Array;
  readonly low: number;
  readonly cellsPerPoint: number;
  /** By grid cell: edges that every number of the cell has reached; only the next few remain to be asked. */
  readonly reached: Int32Array;
}

export const GRID_CELLS = 4096;

/** `edges`: in any order. */
export function edgeGrid(...edges: readonly Float64Array[]): EdgeGrid {
  const ascending = Float64Array.from(new Set(edges.flatMap((some) => [...some]))).sort();
  const low = ascending[0] ?? 0;
  const high = ascending.at(-1) ?? 0;
  const cellsPerPoint = high > low ? (GRID_CELLS - 1) / (high - low) : 0;
  return {
    edges: ascending,
    low,
    cellsPerPoint,
    // A hair before the cell's own beginning: what the division rounds must not count an edge too early.
    reached: Int32Array.from({ length: GRID_CELLS }, (_, cell) =>
      cell === 0 || cellsPerPoint === 0 ? 0 : countAtMost(ascending, low + (cell - 0.01) / cellsPerPoint),
    ),
  };
}

/**
 * Sets counted by all edges of a grid, as sets between some of its edges (`edges`, ascending): set k are those that have
 * reached k of them. `kinds` numbers a set.
 */
export function setsBetween(counts: Float64Array, grid: EdgeGrid, edges: Float64Array, kinds: number): Float64Array {
  const sets = new Float64Array((edges.length + 1) * kinds);
  let set = 0;
  for (let reached = 0; reached <= grid.edges.length; reached += 1) {
    const lastReached = grid.edges[reached - 1] ?? Number.NEGATIVE_INFINITY;
    while (set < edges.length && (edges[set] ?? 0) <= lastReached) set += 1;
    for (let kind = 0; kind < kinds; kind += 1)
      sets[set * kinds + kind] = (sets[set * kinds + kind] ?? 0) + (counts[reached * kinds + kind] ?? 0);
  }
  return sets;
}
