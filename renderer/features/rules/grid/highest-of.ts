import type { GradeGrid } from '../../../../api/grade-grid.ts';
import { isRated } from './cell-words.ts';

const STEP = 0.1;

/** Where the scale of the intervals ends, a share: one for all cells. */
export function highestOf({ cells }: GradeGrid): number {
  const ends = cells.flat().flatMap((cell) => (isRated(cell) && cell.interval !== null ? [cell.interval[1]] : []));
  return Math.min(1, Math.ceil(Math.max(STEP, ...ends) / STEP - 1e-9) * STEP);
}
