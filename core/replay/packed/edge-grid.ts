/** Between which of two rows of edges a number lies, for a million numbers: a fine grid leads next to the place. */
import { countAtMost } from '../../count-at-most.ts';

/** Two rows of ascending edges over one grid; at least one edge each. */
export interface EdgeGrid {
  readonly low: number;
  readonly cellsPerPoint: number;
  readonly first: GridEdges;
  readonly second: GridEdges;
}

export interface GridEdges {
  readonly edges: Float64Array;
  /** By grid cell: edges that every number of the cell has reached; only the next few remain to be asked. */
  readonly reached: Int32Array;
}

const CELLS = 4096;

export function edgeGrid(first: Float64Array, second: Float64Array): EdgeGrid {
  const low = Math.min(first[0] ?? 0, second[0] ?? 0);
  const high = Math.max(first.at(-1) ?? 0, second.at(-1) ?? 0);
  const cellsPerPoint = high > low ? (CELLS - 1) / (high - low) : 0;
  const edgesOf = (edges: Float64Array): GridEdges => ({
    edges,
    // A hair before the cell's own beginning: what the division rounds must not count an edge too early.
    reached: Int32Array.from({ length: CELLS }, (_, cell) =>
      cell === 0 || cellsPerPoint === 0 ? 0 : countAtMost(edges, low + (cell - 0.01) / cellsPerPoint),
    ),
  });
  return { low, cellsPerPoint, first: edgesOf(first), second: edgesOf(second) };
}

/** The grid's cell that holds the number; numbers beyond the ends are in the outermost. */
export function gridCell({ low, cellsPerPoint }: EdgeGrid, value: number): number {
  const cell = Math.floor((value - low) * cellsPerPoint);
  return cell < 0 ? 0 : cell >= CELLS ? CELLS - 1 : cell;
}

/** How many of the edges are at most the value, which lies in the cell. */
export function edgesReached({ edges, reached }: GridEdges, cell: number, value: number): number {
  let count = reached[cell] ?? 0;
  while (count < edges.length && (edges[count] ?? 0) <= value) count += 1;
  return count;
}
