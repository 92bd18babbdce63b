/** Packs what happens to one lead up to its horizon: awards, the later changes of their value, recycles and its creation. */
import { HOUR_MS } from '../../history/history.ts';
import type { LeadEntries } from '../award-source.ts';
import { RECYCLE } from '../award-stream.ts';
import { hourOf } from '../decay.ts';
import { createCellSets } from './cell-sets.ts';
import { type CellPlan, cellOf } from './cells.ts';
import { CELL_MASK, CREATED_CELL, MOST_HOURS, NO_CELL, RECYCLE_CELL } from './kernel-memory.ts';

export interface EntryPacker {
  /** Returns how many words the lead's entries take. */
  readonly pack: (entries: LeadEntries, count: number, bornMs: number, horizonMs: number) => number;
  /** What `pack` fills; replaced by longer ones when a lead needs them. */
  readonly packed: PackedEntries;
  /** By slot, 1: some lead has awards beyond the ordinals that have cells of their own. */
  readonly hasLater: Uint8Array;
  /** Of the sets of cells that were found: three a set. */
  readonly setMembers: () => Uint16Array;
}

export interface PackedEntries {
  /** `hours since the entry before | cell × 2¹⁶ | look × 2³¹`; the first entry's hours are 0. */
  words: Uint32Array;
  /** Milliseconds within the entry's hour. */
  withinHourMs: Uint32Array;
  /** Hour of the first entry. */
  baseHour: number;
}

/** `isCleared`: by slot, whether a recycle ends the rule's awards. */
export function createEntryPacker(plan: CellPlan, isCleared: readonly boolean[]): EntryPacker {
  const packed: PackedEntries = { words: new Uint32Array(256), withinHourMs: new Uint32Array(256), baseHour: 0 };
  const hasLater = new Uint8Array(plan.slots.length);
  const firstCell = Int32Array.from(plan.slots, (slot) => slot.firstCell);
  const ordinals = Int32Array.from(plan.slots, (slot) => slot.ordinals);
  const phases = Int32Array.from(plan.slots, (slot) => slot.phases);
  const changes = createChanges(plan, isCleared);
  const sets = createCellSets(plan.count, CELL_MASK + 1);
  let setCell = -1;
  let size = 0;
  let lastHour = 0;

  const put = (atMs: number, hour: number, cell: number, look: 0 | 1): void => {
    if (size === 0) {
      packed.baseHour = hour;
      lastHour = hour;
    }
    let hours = hour - lastHour;
    while (hours > MOST_HOURS) {
      write(((NO_CELL << 16) | MOST_HOURS) >>> 0, 0);
      hours -= MOST_HOURS;
    }
    write((hours | (cell << 16) | (look << 31)) >>> 0, atMs - hour * HOUR_MS);
    lastHour = hour;
  };
  const write = (word: number, withinHourMs: number): void => {
    if (size === packed.words.length) grow(packed);
    packed.words[size] = word;
    packed.withinHourMs[size] = withinHourMs;
    size += 1;
  };
  const pack: EntryPacker['pack'] = (entries, count, bornMs, horizonMs) => {
    const { atMs, slot, ordinal } = entries;
    let end = count;
    while (end > 0 && (atMs[end - 1] ?? 0) >= horizonMs) end -= 1;
    changes.collect(entries, end, Math.max(bornMs, end > 0 ? (atMs[end - 1] ?? 0) : bornMs));
    size = 0;
    let isBorn = false;
    for (let entry = 0; entry < end; ) {
      const now = atMs[entry] ?? 0;
      if (!isBorn && now > bornMs) {
        putBirth(bornMs);
        isBorn = true;
      }
      putChanges(now);
      const hour = hourOf(now);
      // All that happens at one instant is applied before the look; before its creation nobody looks at a lead.
      let next = entry + 1;
      while (next < end && atMs[next] === now) next += 1;
      const look = isBorn ? 1 : 0;
      while (entry < next) {
        const taken = together(slot, ordinal, entry, next);
        put(now, hour, taken === 1 ? cellAt(slot, ordinal, entry) : setCell, entry + taken === next ? look : 0);
        entry += taken;
      }
    }
    if (!isBorn) putBirth(bornMs);
    return size;
  };
  /** How many entries of one instant, from `entry` on, go into one word; `setCell` is their cell where it is not one alone. */
  const together = (slot: Uint16Array, ordinal: Int32Array, entry: number, next: number): number => {
    if (entry + 1 === next || slot[entry] === RECYCLE || slot[entry + 1] === RECYCLE) return 1;
    const hasThird = entry + 2 < next && slot[entry + 2] !== RECYCLE;
    const third = hasThird ? cellAt(slot, ordinal, entry + 2) : NO_CELL;
    setCell = sets.cellOf(cellAt(slot, ordinal, entry), cellAt(slot, ordinal, entry + 1), third);
    if (setCell < 0) return 1;
    return hasThird ? 3 : 2;
  };
  const cellAt = (slot: Uint16Array, ordinal: Int32Array, entry: number): number => {
    const which = slot[entry] ?? 0;
    if (which === RECYCLE) return RECYCLE_CELL;
    const place = ordinal[entry] ?? 0;
    const own = ordinals[which] ?? 0;
    if (place >= own) hasLater[which] = 1;
    return (firstCell[which] ?? 0) + (place < own ? place : own) * (phases[which] ?? 1);
  };
  const putBirth = (bornMs: number): void => {
    putChanges(bornMs);
    put(bornMs, hourOf(bornMs), CREATED_CELL, 1);
  };
  const putChanges = (upToMs: number): void => {
    for (let hour = changes.nextHour(); hour * HOUR_MS <= upToMs; hour = changes.nextHour())
      put(hour * HOUR_MS, hour, changes.takeCell(), 0);
  };
  return { pack, packed, hasLater, setMembers: sets.members };
}

/** The moments at which awards already made lose value: at the start of an hour, before all else that happens in it. */
function createChanges(plan: CellPlan, isCleared: readonly boolean[]) {
  const changing = plan.slots.map((slot, index) =>
    slot.phases > 1 ? { slot, isCleared: isCleared[index] === true } : null,
  );
  const isNeeded = changing.some((slot) => slot !== null);
  /** `hour × CELLS + cell`, ascending. */
  let keys = new Float64Array(256);
  let count = 0;
  let next = 0;
  const add = (key: number): void => {
    if (count === keys.length) {
      const longer = new Float64Array(2 * count);
      longer.set(keys);
      keys = longer;
    }
    keys[count] = key;
    count += 1;
  };
  return {
    /** Those after `lastLookMs` are left out: nobody would see them. */
    collect: ({ atMs, slot, ordinal }: LeadEntries, end: number, lastLookMs: number): void => {
      count = 0;
      next = 0;
      if (!isNeeded) return;
      const lastHour = hourOf(lastLookMs);
      const hasRecycle = slot.subarray(0, end).includes(RECYCLE);
      for (let entry = 0; entry < end; entry += 1) {
        const change = changing[slot[entry] ?? 0];
        if (change === undefined || change === null) continue;
        const { phases, phaseHours } = change.slot;
        const hour = hourOf(atMs[entry] ?? 0);
        if (hour + phaseHours > lastHour) continue;
        const clearedMs =
          hasRecycle && change.isCleared ? recycleAfter(atMs, slot, entry, end) : Number.POSITIVE_INFINITY;
        const cell = cellOf(change.slot, ordinal[entry] ?? 0);
        for (let phase = 1; phase < phases; phase += 1) {
          const changeHour = hour + phase * phaseHours;
          if (changeHour > lastHour || changeHour * HOUR_MS > clearedMs) break;
          add(changeHour * CELLS + cell + phase);
        }
      }
      if (count > 1) sortKeys(keys, count);
    },
    /** Infinity when there is none left. */
    nextHour: (): number => (next < count ? Math.floor((keys[next] ?? 0) / CELLS) : Number.POSITIVE_INFINITY),
    takeCell: (): number => {
      const key = keys[next] ?? 0;
      next += 1;
      return key - Math.floor(key / CELLS) * CELLS;
    },
  };
}

const CELLS = 2 ** 15;

function recycleAfter(atMs: Float64Array, slot: Uint16Array, entry: number, end: number): number {
  const awardMs = atMs[entry] ?? 0;
  for (let later = entry + 1; later < end; later += 1) {
    if (slot[later] === RECYCLE && (atMs[later] ?? 0) > awardMs) return atMs[later] ?? 0;
  }
  return Number.POSITIVE_INFINITY;
}

/** Insertion for the usual few. */
function sortKeys(keys: Float64Array, count: number): void {
  if (count > 32) {
    keys.subarray(0, count).sort();
    return;
  }
  for (let index = 1; index < count; index += 1) {
    const key = keys[index] ?? 0;
    let hole = index;
    while (hole > 0 && (keys[hole - 1] ?? 0) > key) {
      keys[hole] = keys[hole - 1] ?? 0;
      hole -= 1;
    }
    keys[hole] = key;
  }
}

function grow(packed: PackedEntries): void {
  const longer = (column: Uint32Array): Uint32Array => {
    const copy = new Uint32Array(2 * column.length);
    copy.set(column);
    return copy;
  };
  packed.words = longer(packed.words);
  packed.withinHourMs = longer(packed.withinHourMs);
}
