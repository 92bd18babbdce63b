/** Puts the figures of a rule set where the kernel reads them, and tells whether that changed anything. */
import {
  ADDRESS,
  CELL_MASK,
  CONSTANTS_OFFSET,
  HOURS_BITS,
  MOST_HOURS,
  RECYCLE_CELL,
  RECYCLE_CONSTANTS_OFFSET,
} from './kernel-memory.ts';
import type { LeverPlan, PlannedReplay } from './lever-plan.ts';
import { factorTable } from './lever-tables.ts';
import type { PackedAddresses, PackedStore } from './packed-store.ts';

export interface LeverMemory {
  /** False when the kernel would find exactly what it found before: then the records hold still. */
  readonly write: (plan: LeverPlan, replay: PlannedReplay) => boolean;
}

export function createLeverMemory(store: PackedStore): LeverMemory {
  const { memory, addresses, sizes } = store;
  const block = new Uint32Array(memory, 0, 16);
  for (const [name, offset] of Object.entries(ADDRESS) as [keyof typeof ADDRESS & keyof PackedAddresses, number][])
    block[offset / 4] = addresses[name];
  block.set([MOST_HOURS, 0, 0, 1], CONSTANTS_OFFSET / 4);
  block.set([CELL_MASK << HOURS_BITS, RECYCLE_CELL << HOURS_BITS], RECYCLE_CONSTANTS_OFFSET / 4);
  let shapeKey = '';
  let halfLives = '';
  const written = new Map<number, Float64Array>();
  return {
    write: (plan, replay) => {
      let changed = plan.shapeKey !== shapeKey;
      shapeKey = plan.shapeKey;
      const halfLivesNow = plan.shape.halfLivesHours.join(' ');
      if (halfLivesNow !== halfLives) {
        halfLives = halfLivesNow;
        copyChanged(factorTable(plan.shape, sizes.longestGapHours), memory, addresses.factors);
        changed = true;
      }
      for (const [table, address] of [
        [plan.cells, addresses.cells],
        [plan.bases, addresses.bases],
        [replay.limits, addresses.limits],
      ] as const)
        if (written.get(address) !== table) {
          written.set(address, table);
          if (copyChanged(table, memory, address)) changed = true;
        }
      return changed;
    },
  };
}

/** As bits, since accumulators stand among the doubles. */
function copyChanged(table: Float64Array, memory: SharedArrayBuffer, address: number): boolean {
  const from = new Int32Array(table.buffer, table.byteOffset, table.length * 2);
  const to = new Int32Array(memory, address, from.length);
  let changed = false;
  for (let index = 0; index < from.length; index += 1) {
    if (to[index] === from[index]) continue;
    to[index] = from[index] ?? 0;
    changed = true;
  }
  return changed;
}
