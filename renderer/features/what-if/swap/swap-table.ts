import type { SwapRow } from '../../../../api/page.ts';
import type { ChartTable } from '../../../charts/chart-table.ts';

/** Leads that two rule sets tell apart, as they are saved. `peaks`: what the two columns of scores are called. */
export const swapTable = (
  rows: readonly SwapRow[],
  peaks: readonly [baseline: string, scenario: string],
): ChartTable => ({
  columns: ['lead', 'name', 'source', ...peaks, 'outcome', 'reachedAt'],
  rows: rows.map((row) => [
    row.lead,
    row.name,
    row.source,
    row.baselinePeak,
    row.scenarioPeak,
    row.outcome,
    row.reachedAtMs === null ? null : new Date(row.reachedAtMs).toISOString(),
  ]),
});
