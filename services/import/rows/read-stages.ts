/** The stages that a row of a mapped file tells of. */
import type { StageMapping } from '../../../api/import.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { foldText } from '../../../core/text.ts';
import type { CellFault, MappedRow } from './mapped-row.ts';

export interface MappedStage {
  readonly at: string;
  readonly stage: string;
  readonly amount: string;
  readonly note: string;
}

/** `createdAt` dates the stages that have no column for it. The first cell that cannot be read is the fault. */
export function readStages(
  mappings: readonly StageMapping[],
  row: MappedRow,
  createdAt: string,
): Result<readonly MappedStage[], CellFault> {
  const stages: MappedStage[] = [];
  for (const mapping of mappings) {
    if (!tellsOf(mapping, row)) continue;
    const at = mapping.at === undefined ? ok(createdAt) : row.instant(mapping.at);
    if (!at.ok) return at;
    // An empty date says that sales has not got there.
    if (at.value === '') continue;
    const amount = row.amount(mapping.amount);
    if (!amount.ok) return fail(amount.error);
    stages.push({ at: at.value, stage: mapping.stage, amount: amount.value, note: row.cell(mapping.reason) });
  }
  return ok(stages);
}

function tellsOf({ column, when }: StageMapping, row: MappedRow): boolean {
  if (column === undefined) return true;
  const value = row.cell(column);
  return when === undefined ? value.trim() !== '' : when.some((one) => foldText(one) === foldText(value));
}
