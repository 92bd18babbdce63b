import { numberAt } from '../at.ts';
import type { PromiseSetting } from './promise-setting.ts';

const FEWEST_ROWS = 30;
const LEAST_AFTER = 0.9;

/**
 * Types of activities that follow from the hand-over, as acts of sales do: of those of leads that sales was given at least 30, and
 * nine of ten at or after the first stage. In the order of the history.
 */
export function salesActivities({ history, facts }: Pick<PromiseSetting, 'history' | 'facts'>): readonly string[] {
  const { activities, leads } = history;
  const { cells, codes } = activities.type;
  const rows = new Int32Array(cells.length);
  const after = new Int32Array(cells.length);
  for (let lead = 0; lead < leads.count; lead += 1) {
    const workedMs = numberAt(facts.workedAtMs, lead);
    if (Number.isNaN(workedMs)) continue;
    const end = numberAt(activities.offsets, lead + 1);
    for (let row = numberAt(activities.offsets, lead); row < end; row += 1) {
      const code = numberAt(codes, row);
      if (code < 0) continue;
      rows[code] = numberAt(rows, code) + 1;
      if (numberAt(activities.atMs, row) >= workedMs) after[code] = numberAt(after, code) + 1;
    }
  }
  return cells.filter((_, code) => {
    const count = numberAt(rows, code);
    return count >= FEWEST_ROWS && numberAt(after, code) >= LEAST_AFTER * count;
  });
}
