/** A history from which one lead is gone: its rows, and every cell that only they held. */
import { sharedFloat64, sharedInt32, sharedUint8 } from '../replay/shared-columns.ts';
import { keepHeldCells } from './held-cells.ts';
import type { Column, History } from './history.ts';

/** `lead`: its index. Nothing of the history given is changed. */
export function withoutLead({ timeZone, leads, activities, stages }: History, lead: number): History {
  const own = { first: lead, end: lead + 1 };
  const ofActivities = rangeOf(activities.offsets, lead);
  const ofStages = rangeOf(stages.offsets, lead);
  return {
    timeZone,
    leads: {
      count: leads.count - 1,
      ids: leads.ids.filter((_, index) => index !== lead),
      createdAtMs: without(leads.createdAtMs, own, sharedFloat64),
      attributes: leads.attributes.map((column) => columnWithout(column, own)),
    },
    activities: {
      count: activities.count - sizeOf(ofActivities),
      offsets: offsetsWithout(activities.offsets, lead, ofActivities),
      atMs: without(activities.atMs, ofActivities, sharedFloat64),
      type: columnWithout(activities.type, ofActivities),
      properties: activities.properties.map((column) => columnWithout(column, ofActivities)),
    },
    stages: {
      count: stages.count - sizeOf(ofStages),
      offsets: offsetsWithout(stages.offsets, lead, ofStages),
      atMs: without(stages.atMs, ofStages, sharedFloat64),
      stage: without(stages.stage, ofStages, sharedUint8),
      amount: without(stages.amount, ofStages, sharedFloat64),
      reason: columnWithout(stages.reason, ofStages),
    },
  };
}

/** Rows from `first` up to, not including, `end`. */
interface Rows {
  readonly first: number;
  readonly end: number;
}

const rangeOf = (offsets: Int32Array, lead: number): Rows => ({
  first: offsets[lead] ?? 0,
  end: offsets[lead + 1] ?? 0,
});
const sizeOf = ({ first, end }: Rows): number => end - first;

function without<T extends Float64Array | Int32Array | Uint8Array>(
  column: T,
  rows: Rows,
  make: (length: number) => T,
): T {
  const left = make(column.length - sizeOf(rows));
  left.set(column.subarray(0, rows.first));
  left.set(column.subarray(rows.end), rows.first);
  return left;
}

function offsetsWithout(offsets: Int32Array, lead: number, rows: Rows): Int32Array {
  const left = without(offsets, { first: lead, end: lead + 1 }, sharedInt32);
  for (let index = lead; index < left.length; index += 1) left[index] = (left[index] ?? 0) - sizeOf(rows);
  return left;
}

/** Cells that no row is left of go too: the lead's e-mail address is such a cell. */
function columnWithout({ name, kind, cells, codes }: Column, rows: Rows): Column {
  const left = without(codes, rows, sharedInt32);
  return { name, kind, cells: keepHeldCells(cells, left), codes: left };
}
