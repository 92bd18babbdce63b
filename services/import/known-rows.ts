/** Tells leads and stages that the workshop holds already, so that importing a longer export again adds only what is new. */

import { type Column, type History, MISSING } from '../../core/history/history.ts';
import { STAGE_NAMES } from '../../core/rule-set/rule-set.ts';
import { foldText } from '../../core/text.ts';
import { readInstant } from '../../core/time/instant.ts';

export interface KnownRows {
  readonly hasLead: (id: string) => boolean;
  /** True once for each equal row of the workshop: of three equal rows, two known, the third is new. */
  readonly takeStage: (lead: string, at: string, stage: string, amount: string, reason: string) => boolean;
}

export function createKnownRows(history: History | undefined): KnownRows {
  const leads = new Set(history?.leads.ids);
  const stages = new Map<string, number>();
  if (history !== undefined) {
    countRows(stages, history, history.stages, (row) => {
      const { atMs, stage, amount, reason } = history.stages;
      return [atMs[row], STAGE_NAMES[stage[row] ?? 0], amountKey(amount[row]), cellOf(reason, row)];
    });
  }
  const zone = history?.timeZone ?? 'UTC';
  const atOf = (text: string) => readInstant(text.trim(), zone);
  return {
    hasLead: (id) => leads.has(id),
    takeStage: (lead, at, stage, amount, reason) =>
      stages.size > 0 &&
      take(
        stages,
        JSON.stringify([
          lead,
          atOf(at),
          foldText(stage),
          amountKey(amount.trim() === '' ? undefined : Number(amount)),
          reason.trim(),
        ]),
      ),
  };
}

const cellOf = (column: Column, row: number): string => {
  const code = column.codes[row] ?? MISSING;
  return code === MISSING ? '' : (column.cells[code] ?? '');
};

const amountKey = (amount: number | undefined): number | null =>
  amount === undefined || Number.isNaN(amount) ? null : amount;

function countRows(
  counts: Map<string, number>,
  history: History,
  table: { readonly count: number; readonly offsets: Int32Array },
  partsOf: (row: number) => readonly unknown[],
): void {
  for (const [lead, id] of history.leads.ids.entries()) {
    for (let row = table.offsets[lead] ?? 0; row < (table.offsets[lead + 1] ?? 0); row += 1) {
      const key = JSON.stringify([id, ...partsOf(row)]);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
}

function take(counts: Map<string, number>, key: string): boolean {
  const left = counts.get(key) ?? 0;
  if (left > 0) counts.set(key, left - 1);
  return left > 0;
}
