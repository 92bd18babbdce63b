/**
 * What a frame shows, counted in one pass over the records: levels by outcome, lead times, months, weeks, the sweep, the
 * bands and who was gained or lost against the baseline.
 */
import { countAtMost } from '../../count-at-most.ts';
import { OUTCOMES } from '../replay-result.ts';
import { type EdgeGrid, edgesReached, gridCell } from './edge-grid.ts';
import { type HourCalendar, SPLIT, weekOf } from './hour-calendar.ts';
import { NOT_MEASURED, SIGNATURE_BITS, SIGNATURE_MASK, WON_BIT } from './kernel-memory.ts';
import {
  type CountLayout,
  LEVEL_AMOUNT,
  LEVEL_COUNTS,
  LEVEL_LEAD_TIMES,
  LEVEL_WON,
  SWAP_GAINED,
  SWAP_KEPT,
  SWAP_LOST,
} from './level-counts.ts';
import { recordIndex, recordMs } from './level-reading.ts';
import type { PackedChunk, PackedColumns } from './packed-store.ts';
import { FIRST_LEVEL_NEED, PEAK_NEED, type SignatureNeeds } from './signature-needs.ts';

/** What is counted of a rule set; a frame's charts speak of one of its levels, the *main* one. */
export interface CountTask {
  readonly needs: SignatureNeeds;
  /** Levels that these records are read for. */
  readonly levels: readonly number[];
  readonly mainLevel: number;
  /** Of the sweep's thresholds and the bands' edges, both lowered by the tolerance. */
  readonly grid: EdgeGrid;
  readonly calendar: HourCalendar;
  /** By lead, 1: the baseline reaches its level. Null: there is nothing to compare with. */
  readonly baseline: Uint8Array | null;
  /** By lead: set to 1 where the main level is reached, for a later scenario to compare with. */
  readonly reached: Uint8Array | null;
  readonly layout: CountLayout;
  /** Places for lead times a level. */
  readonly converted: number;
}

const CONVERTED = OUTCOMES.indexOf('converted');
const KINDS = OUTCOMES.length;

/** Adds what the chunk's leads give to `counts`. */
export function countLevels(columns: PackedColumns, chunk: PackedChunk, task: CountTask, counts: Float64Array): void {
  for (let half = 0; half < 2; half += 1) countHalf(columns, chunk, task, counts, half);
}

/** One loop, in plain sight of the compiler: it runs for every lead at every move of a lever. */
function countHalf(
  columns: PackedColumns,
  chunk: PackedChunk,
  task: CountTask,
  counts: Float64Array,
  half: number,
): void {
  const { float64, int32, leadInfo, recordEnds, leadOf } = columns;
  const { needs, levels, mainLevel, grid, layout, baseline, reached } = task;
  const { rows, stride, totalMin, totalMax } = needs;
  const hasMain = levels.includes(mainLevel);
  const endPlace = 2 * chunk.endPair;
  let end = recordIndex(half === 0 ? chunk.evenRecords : chunk.oddRecords);
  for (let place = 2 * chunk.firstPair + half; place < endPlace; place += 2) {
    const start = end;
    end = recordIndex(recordEnds[place] ?? 0);
    const info = leadInfo[place] ?? 0;
    const outcome = (info >>> SIGNATURE_BITS) & NOT_MEASURED;
    if (outcome === NOT_MEASURED) continue;
    let reachesMain = false;
    if (start !== end) {
      const row = (info & SIGNATURE_MASK) * stride;
      const highest = float64[2 * end - 2] ?? 0;
      if (hasMain && highest >= (rows[row + PEAK_NEED] ?? 0)) {
        const sum = (rows[row] ?? 0) + highest;
        const peak = sum > totalMax ? totalMax : sum < totalMin ? totalMin : sum;
        const cell = gridCell(grid, peak);
        count(counts, layout.sweep + edgesReached(grid.first, cell, peak) * KINDS + outcome);
        count(counts, layout.bands + edgesReached(grid.second, cell, peak) * KINDS + outcome);
      }
      for (let index = 0; index < levels.length; index += 1) {
        const level = levels[index] ?? 0;
        const need = rows[row + FIRST_LEVEL_NEED + level] ?? 0;
        if (highest < need) continue;
        let record = start;
        while ((float64[2 * record] ?? 0) < need) record += 1;
        countReached(columns, task, counts, level, place, record, info, outcome);
        if (level !== mainLevel) continue;
        reachesMain = true;
        countInTime(columns, task, counts, place, record, int32[4 * record + 2] ?? 0, outcome);
      }
    }
    if (!hasMain) continue;
    if (reached !== null) reached[leadOf[place] ?? 0] = reachesMain ? 1 : 0;
    if (baseline === null) continue;
    const had = baseline[leadOf[place] ?? 0] === 1;
    if (!reachesMain && !had) continue;
    const set = reachesMain ? (had ? SWAP_KEPT : SWAP_GAINED) : SWAP_LOST;
    count(counts, layout.swap + set * KINDS + outcome);
  }
}

function count(counts: Float64Array, index: number): void {
  counts[index] = (counts[index] ?? 0) + 1;
}

function countReached(
  columns: PackedColumns,
  task: CountTask,
  counts: Float64Array,
  level: number,
  place: number,
  record: number,
  info: number,
  outcome: number,
): void {
  const first = task.layout.levels + level * LEVEL_COUNTS;
  count(counts, first + outcome);
  if ((info & WON_BIT) !== 0) {
    count(counts, first + LEVEL_WON);
    counts[first + LEVEL_AMOUNT] = (counts[first + LEVEL_AMOUNT] ?? 0) + (columns.wonAmount[place] ?? 0);
  }
  if (outcome !== CONVERTED) return;
  const known = counts[first + LEVEL_LEAD_TIMES] ?? 0;
  const leadTimeMs = (columns.sqlAtMs[place] ?? 0) - recordMs(columns, place, record);
  counts[task.layout.leadTimes + level * task.converted + known] = leadTimeMs > 0 ? leadTimeMs : 0;
  counts[first + LEVEL_LEAD_TIMES] = known + 1;
}

function countInTime(
  columns: PackedColumns,
  { calendar, layout }: CountTask,
  counts: Float64Array,
  place: number,
  record: number,
  hour: number,
  outcome: number,
): void {
  let month = calendar.months[hour - calendar.firstHour] ?? SPLIT;
  let week = calendar.weeks[hour - calendar.firstHour] ?? SPLIT;
  if (month === SPLIT || week === SPLIT) {
    const atMs = recordMs(columns, place, record);
    month = countAtMost(calendar.monthStartsMs, atMs) - 1;
    week = weekOf(calendar.asOfMs, atMs);
  }
  if (month >= 0) count(counts, layout.months + month * KINDS + outcome);
  count(counts, layout.weeks + week);
}
