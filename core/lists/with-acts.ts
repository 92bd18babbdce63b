/** Histories in which leads have done one thing more. */
import { numberAt } from '../at.ts';
import type { Column, History } from '../history/history.ts';

/** One lead as it is, but for an activity at `atMs` that is in all else the activity `row` of the history. */
export interface AddedAct {
  readonly lead: number;
  readonly row: number;
}

/** Entry k of its leads is that of the k-th act, so that a lead occurs as often as acts were added to it. */
export function withActs(history: History, acts: readonly AddedAct[], atMs: number): History {
  const { leads, activities, stages } = history;
  const rows: number[] = [];
  const rowsAtMs: number[] = [];
  const stageRows: number[] = [];
  const offsets = new Int32Array(acts.length + 1);
  const stageOffsets = new Int32Array(acts.length + 1);
  for (const [place, { lead, row: added }] of acts.entries()) {
    const end = numberAt(activities.offsets, lead + 1);
    let isAdded = false;
    const add = (): void => {
      rows.push(added);
      rowsAtMs.push(atMs);
      isAdded = true;
    };
    for (let row = numberAt(activities.offsets, lead); row < end; row += 1) {
      const at = numberAt(activities.atMs, row);
      if (at > atMs && !isAdded) add();
      rows.push(row);
      rowsAtMs.push(at);
    }
    if (!isAdded) add();
    offsets[place + 1] = rows.length;
    for (let row = numberAt(stages.offsets, lead); row < numberAt(stages.offsets, lead + 1); row += 1)
      stageRows.push(row);
    stageOffsets[place + 1] = stageRows.length;
  }
  return {
    timeZone: history.timeZone,
    leads: {
      count: acts.length,
      ids: acts.map(({ lead }, place) => `${place} ${leads.ids[lead] ?? ''}`),
      createdAtMs: Float64Array.from(acts, ({ lead }) => numberAt(leads.createdAtMs, lead)),
      attributes: leads.attributes.map((column) =>
        rowsOfColumn(
          column,
          acts.map(({ lead }) => lead),
        ),
      ),
    },
    activities: {
      count: rows.length,
      offsets,
      atMs: Float64Array.from(rowsAtMs),
      type: rowsOfColumn(activities.type, rows),
      properties: activities.properties.map((column) => rowsOfColumn(column, rows)),
    },
    stages: {
      count: stageRows.length,
      offsets: stageOffsets,
      atMs: Float64Array.from(stageRows, (row) => numberAt(stages.atMs, row)),
      stage: Uint8Array.from(stageRows, (row) => numberAt(stages.stage, row)),
      amount: Float64Array.from(stageRows, (row) => numberAt(stages.amount, row)),
      reason: rowsOfColumn(stages.reason, stageRows),
    },
  };
}

function rowsOfColumn(column: Column, rows: readonly number[]): Column {
  const codes = new Int32Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) codes[place] = column.codes[rows[place] ?? 0] ?? 0;
  return { ...column, codes };
}
