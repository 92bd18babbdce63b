/** Puts what the counting code reads where it finds it, and hands out the rows that it counts in. */
import { hourOf } from '../decay.ts';
import type { EdgeGrid } from './edge-grid.ts';
import { fillCalendar } from './hour-calendar.ts';
import { type CountLayout, MOST_EDGES } from './level-counts.ts';
import type { LevelFigures } from './level-reading.ts';
import { NOBODY, type PackedColumns, type PackedStore } from './packed-store.ts';
import { fillNeeds } from './signature-needs.ts';

/** Places of figures in the block that the code reads first. */
export const TASK = {
  totalMin: 0,
  totalMax: 1,
  gridLow: 2,
  cellsPerPoint: 3,
  asOfMs: 4,
  firstHour: 5,
  hours: 6,
} as const;

export interface CountCalendar {
  readonly earliestMs: number;
  readonly asOfMs: number;
  /** Ascending. */
  readonly monthStartsMs: Float64Array;
}

export interface CountMemory {
  readonly write: (figures: LevelFigures, mainLevel: number, grid: EdgeGrid) => void;
  /** By lead, 1: the baseline's level holds it. */
  readonly compareWith: (baseline: Uint8Array) => void;
  /** Writes, by lead, whom the level that was counted last holds. */
  readonly readReached: (byLead: Uint8Array) => void;
  /** The row of a thread, its sums set to 0; lists begin where the layout says. */
  readonly row: (thread: number, layout: CountLayout) => CountRow;
}

export interface CountRow {
  readonly address: number;
  readonly counts: Float64Array;
}

export function createCountMemory(
  { memory, sizes, addresses }: PackedStore,
  columns: PackedColumns,
  { earliestMs, asOfMs, monthStartsMs }: CountCalendar,
): CountMemory {
  const task = new Float64Array(memory, addresses.task, Object.keys(TASK).length);
  const reachedByCell = new Int32Array(memory, addresses.grid, addresses.edges / 4 - addresses.grid / 4);
  const edges = new Float64Array(memory, addresses.edges, MOST_EDGES + 1);
  fillCalendar(new Int32Array(memory, addresses.calendar, sizes.hours), earliestMs, asOfMs, monthStartsMs);
  const starts = new Float64Array(memory, addresses.monthStarts, sizes.months + 1);
  starts.set(monthStartsMs);
  starts[sizes.months] = Number.POSITIVE_INFINITY;
  task[TASK.asOfMs] = asOfMs;
  task[TASK.firstHour] = hourOf(earliestMs);
  task[TASK.hours] = sizes.hours;
  let compared: Uint8Array | undefined;
  let needed: { readonly figures: LevelFigures; readonly mainLevel: number } | undefined;
  return {
    write: (figures, mainLevel, grid) => {
      if (grid.edges.length > MOST_EDGES) throw new RangeError(`more than ${MOST_EDGES} edges`);
      task[TASK.totalMin] = figures.totalMin;
      task[TASK.totalMax] = figures.totalMax;
      task[TASK.gridLow] = grid.low;
      task[TASK.cellsPerPoint] = grid.cellsPerPoint;
      reachedByCell.set(grid.reached);
      edges.set(grid.edges);
      edges[grid.edges.length] = Number.POSITIVE_INFINITY;
      if (needed?.figures === figures && needed.mainLevel === mainLevel) return;
      needed = { figures, mainLevel };
      fillNeeds(new Float64Array(memory, addresses.needs), figures, mainLevel);
    },
    compareWith: (baseline) => {
      if (compared === baseline) return;
      compared = baseline;
      const { held, leadOf } = columns;
      for (let place = 0; place < leadOf.length; place += 1) {
        const lead = leadOf[place] ?? NOBODY;
        held[place] = lead === NOBODY ? 0 : (baseline[lead] ?? 0);
      }
    },
    readReached: (byLead) => {
      const { reached, leadOf } = columns;
      for (let place = 0; place < leadOf.length; place += 1) {
        const lead = leadOf[place] ?? NOBODY;
        if (lead !== NOBODY && reached[place] === 1) byLead[lead] = 1;
      }
    },
    row: (thread, layout) => {
      const address = addresses.counts + thread * addresses.countBytes;
      const counts = new Float64Array(memory, address, layout.length);
      counts.fill(0, 0, layout.leadTimes);
      return { address, counts };
    },
  };
}
