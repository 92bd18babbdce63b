import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../core/replay/replay-result.ts';
import { changedFigures } from '../../../core/sensitivity/held-figures.ts';
import { heldAt } from '../../../core/sensitivity/measured-leads.ts';
import { rankedLeads } from './ranked-leads.ts';

const WEEKS = 10;
const times = (count: number, peak: number, outcome: Outcome) =>
  Array.from({ length: count }, () => ({ peak, outcome }));

/** At 50: 19 SQLs of 109 leads; at 60, where SQLs are denser: 9 of 19, or one more. */
const changeTo60 = (sqlsAbove: number) => {
  const { measured, peaks } = rankedLeads([
    ...times(sqlsAbove, 60, 'converted'),
    ...times(10, 60, 'not converted'),
    ...times(10, 50, 'converted'),
    ...times(80, 50, 'not converted'),
  ]);
  return changedFigures(measured, heldAt(peaks, 50), heldAt(peaks, 60), WEEKS);
};

describe('what a moved lever does to conversion', () => {
  it('given ten SQLs on either side then it is a difference with its interval', () => {
    const { rateDifference } = changeTo60(10);
    expect(rateDifference?.difference).toBeCloseTo(10 / 20 - 20 / 110, 12);
    expect(rateDifference?.interval).not.toBeNull();
  });

  it('given nine SQLs then no difference is told: its counts say what moves', () => {
    const { rateDifference, cell } = changeTo60(9);
    expect(rateDifference).toBeNull();
    expect(cell).toMatchObject({ converted: 9, observed: 19 });
  });
});
