/** Where a better grade converts worse: cells whose order the history contradicts. */
import type { Cell } from '../measures/frame.ts';
import { rateDifference } from '../statistics/newcombe.ts';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface Reversal {
  readonly better: CellPlace;
  readonly worse: CellPlace;
  /** Rate of the better grade less that of the worse: below 0, with its 95 % interval (Newcombe). */
  readonly difference: number;
  readonly interval: readonly [number, number];
}

/** Rates of fewer known outcomes are not shown, and nothing is said of them. */
export const LEAST_OBSERVED = 10;

/**
 * Cells that convert worse than the neighbour below or to the right of them, by more than chance: the interval of the
 * difference lies wholly below 0. Each pair is judged by itself, so of 24 pairs about one in forty looks so by chance.
 */
export function reversalsOf(cells: readonly (readonly Cell[])[]): readonly Reversal[] {
  return cells.flatMap((cellsOfRow, row) =>
    cellsOfRow.flatMap((cell, column) =>
      [
        { row: row + 1, column },
        { row, column: column + 1 },
      ].flatMap((worse): readonly Reversal[] => {
        const other = cells[worse.row]?.[worse.column];
        if (other === undefined || cell.observed < LEAST_OBSERVED || other.observed < LEAST_OBSERVED) return [];
        const found = rateDifference(cell, other);
        return found === null || found.interval[1] >= 0 ? [] : [{ better: { row, column }, worse, ...found }];
      }),
    ),
  );
}
