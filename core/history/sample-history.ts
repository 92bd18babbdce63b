import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Column, History } from './history.ts';

/** So many of the leads, each as likely as any other, in their order; all of them where there are no more. */
export function drawnLeads(leads: Int32Array, size: number, seed: number): Int32Array {
  if (leads.length <= size) return leads;
  const generator = xoroshiro128plus(seed);
  const drawn = new Int32Array(size);
  let taken = 0;
  for (let place = 0; taken < size; place += 1) {
    const uniform = (generator.next() >>> 0) / 0x1_0000_0000;
    // Knuth's selection sampling: what is still wanted out of what is still to come.
    if (uniform * (leads.length - place) >= size - taken) continue;
    drawn[taken] = leads[place] ?? 0;
    taken += 1;
  }
  return drawn;
}

/** The history of these leads alone (places, ascending). Dictionaries are shared, so a cell may occur nowhere any more. */
export function historyOfLeads(history: History, leads: Int32Array): History {
  const { activities, stages } = history;
  const activityRows = rowsOf(activities.offsets, leads);
  const stageRows = rowsOf(stages.offsets, leads);
  return {
    timeZone: history.timeZone,
    leads: {
      count: leads.length,
      ids: Array.from(leads, (lead) => history.leads.ids[lead] ?? ''),
      createdAtMs: numbersAt(history.leads.createdAtMs, leads),
      attributes: history.leads.attributes.map((column) => columnAt(column, leads)),
    },
    activities: {
      count: activityRows.rows.length,
      offsets: activityRows.offsets,
      atMs: numbersAt(activities.atMs, activityRows.rows),
      type: columnAt(activities.type, activityRows.rows),
      properties: activities.properties.map((column) => columnAt(column, activityRows.rows)),
    },
    stages: {
      count: stageRows.rows.length,
      offsets: stageRows.offsets,
      atMs: numbersAt(stages.atMs, stageRows.rows),
      stage: Uint8Array.from(stageRows.rows, (row) => stages.stage[row] ?? 0),
      amount: numbersAt(stages.amount, stageRows.rows),
      reason: columnAt(stages.reason, stageRows.rows),
    },
  };
}

function rowsOf(offsets: Int32Array, leads: Int32Array): { readonly rows: Int32Array; readonly offsets: Int32Array } {
  const own = new Int32Array(leads.length + 1);
  leads.forEach((lead, place) => {
    own[place + 1] = (own[place] ?? 0) + (offsets[lead + 1] ?? 0) - (offsets[lead] ?? 0);
  });
  const rows = new Int32Array(own[leads.length] ?? 0);
  leads.forEach((lead, place) => {
    const from = offsets[lead] ?? 0;
    for (let row = own[place] ?? 0; row < (own[place + 1] ?? 0); row += 1) rows[row] = from + row - (own[place] ?? 0);
  });
  return { rows, offsets: own };
}

const numbersAt = (numbers: Float64Array, rows: Int32Array): Float64Array =>
  Float64Array.from(rows, (row) => numbers[row] ?? Number.NaN);

const columnAt = (column: Column, rows: Int32Array): Column => ({
  ...column,
  codes: Int32Array.from(rows, (row) => column.codes[row] ?? -1),
});
