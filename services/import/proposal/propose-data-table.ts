/** A file with exactly the columns of a data folder's table: rows that were rejected from one come back so when they are mended. */
import type { DelimitedMapping } from '../../../api/import.ts';
import { STAGE_NAMES } from '../../../core/rule-set/rule-set.ts';

/** Null: it is no such table. Cells mean what they mean in a data folder, where no word stands for "not answered". */
export function proposeDataTable(names: readonly string[]): DelimitedMapping | null {
  const base = { format: 'accord.mapping/1', lead: 'lead', leaveOut: [], missing: [] } as const;
  const hasOnce = (name: string) => names.filter((one) => one === name).length === 1;
  if (!hasOnce('lead') || !hasOnce('at')) return null;
  if (hasOnce('stage') && names.every((name) => STAGE_COLUMNS.includes(name))) {
    const cells = {
      at: 'at',
      ...(hasOnce('amount') ? { amount: 'amount' } : {}),
      ...(hasOnce('reason') ? { reason: 'reason' } : {}),
    };
    const stages = STAGE_NAMES.map((stage) => ({ stage, column: 'stage', when: [stage], ...cells }));
    return { ...base, rows: 'stages', stages };
  }
  return hasOnce('type') ? { ...base, rows: 'activities', at: 'at', type: { column: 'type' }, stages: [] } : null;
}

const STAGE_COLUMNS: readonly string[] = ['lead', 'at', 'stage', 'amount', 'reason'];
