/** The moments at which awards already made lose value: at the start of an hour, before all else that happens in it. */
import type { LeadEntries } from '../award-source.ts';
import { RECYCLE } from '../award-stream.ts';
import { hourOf } from '../decay.ts';
import { type CellPlan, cellOf } from './cells.ts';

export interface AwardChanges {
  /**
   * The changes of one lead's awards, the entries up to `end`. Those after `lastLookMs` are left out: nobody would see
   * them.
   */
  readonly collect: (entries: LeadEntries, end: number, lastLookMs: number) => void;
  /** How many there are, and by change, ascending by hour and within it by cell: when it happens, and its cell. */
  count: number;
  hours: Int32Array;
  cells: Int32Array;
  /** By cell, 1: the change ends a linear decay. */
  readonly endsSlope: Uint8Array;
}

/** `isCleared`: by slot, whether a recycle ends the rule's awards. */
export function createAwardChanges(plan: CellPlan, isCleared: readonly boolean[]): AwardChanges {
  const endsSlope = new Uint8Array(plan.count);
  for (const { rule, firstCell, ordinals, phases } of plan.slots)
    if (rule.decay.kind === 'linear') endsSlope.fill(1, firstCell, firstCell + (ordinals + 1) * phases);
  const phases = Int32Array.from(plan.slots, (slot) => slot.phases);
  const phaseHours = Int32Array.from(plan.slots, (slot) => slot.phaseHours);
  const clears = Uint8Array.from(plan.slots, (_, slot) => (isCleared[slot] === true ? 1 : 0));
  const isNeeded = phases.some((count) => count > 1);
  const collect: AwardChanges['collect'] = ({ atMs, slot: slots, ordinal }, end, lastLookMs) => {
    changes.count = 0;
    if (!isNeeded) return;
    const lastHour = hourOf(lastLookMs);
    let lastRecycle = end - 1;
    while (lastRecycle >= 0 && slots[lastRecycle] !== RECYCLE) lastRecycle -= 1;
    for (let entry = 0; entry < end; entry += 1) {
      const slot = slots[entry] ?? 0;
      const count = phases[slot] ?? 0;
      if (count <= 1) continue;
      const every = phaseHours[slot] ?? 0;
      const hour = hourOf(atMs[entry] ?? 0);
      const isKept = entry > lastRecycle || clears[slot] === 0;
      const endHour = isKept ? lastHour : Math.min(lastHour, hourOf(recycleAfter(atMs, slots, entry, end)));
      if (hour + every > endHour) continue;
      const which = plan.slots[slot];
      const cell = which === undefined ? 0 : cellOf(which, ordinal[entry] ?? 0);
      for (let phase = 1; phase < count && hour + phase * every <= endHour; phase += 1)
        add(changes, hour + phase * every, cell + phase);
    }
    if (changes.count > FEW) sortMany(changes);
  };
  const changes: AwardChanges = {
    collect,
    count: 0,
    hours: new Int32Array(256),
    cells: new Int32Array(256),
    endsSlope,
  };
  return changes;
}

/** A few find their place as they come; many are sorted in the end. */
const FEW = 32;

function add(changes: AwardChanges, hour: number, cell: number): void {
  if (changes.count === changes.hours.length) grow(changes);
  const { hours, cells } = changes;
  let place = changes.count;
  changes.count += 1;
  if (place < FEW)
    for (; place > 0; place -= 1) {
      const before = hours[place - 1] ?? 0;
      if (before < hour || (before === hour && (cells[place - 1] ?? 0) <= cell)) break;
      hours[place] = before;
      cells[place] = cells[place - 1] ?? 0;
    }
  hours[place] = hour;
  cells[place] = cell;
}

function sortMany({ hours, cells, count }: AwardChanges): void {
  const keys = new Float64Array(count);
  for (let change = 0; change < count; change += 1) keys[change] = (hours[change] ?? 0) * CELLS + (cells[change] ?? 0);
  keys.sort();
  for (let change = 0; change < count; change += 1) {
    const key = keys[change] ?? 0;
    // Hours before 1970 are negative.
    hours[change] = Math.floor(key / CELLS);
    cells[change] = key - Math.floor(key / CELLS) * CELLS;
  }
}

const CELLS = 2 ** 15;

function grow(changes: AwardChanges): void {
  const longer = (column: Int32Array): Int32Array => {
    const copy = new Int32Array(2 * column.length);
    copy.set(column);
    return copy;
  };
  changes.hours = longer(changes.hours);
  changes.cells = longer(changes.cells);
}

/** A change at the very instant of a recycle still happens, before it. */
function recycleAfter(atMs: Float64Array, slots: Uint16Array, entry: number, end: number): number {
  const awardMs = atMs[entry] ?? 0;
  for (let later = entry + 1; later < end; later += 1) {
    if (slots[later] === RECYCLE && (atMs[later] ?? 0) > awardMs) return atMs[later] ?? 0;
  }
  return Number.POSITIVE_INFINITY;
}
