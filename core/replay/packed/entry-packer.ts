/** Packs what happens to one lead up to its horizon: awards, the later changes of their value, recycles and its creation. */
import { HOUR_MS } from '../../history/history.ts';
import type { LeadEntries } from '../award-source.ts';
import { RECYCLE } from '../award-stream.ts';
import { hourOf } from '../decay.ts';
import { createAwardChanges } from './award-changes.ts';
import type { CellSets } from './cell-sets.ts';
import type { CellPlan } from './cells.ts';
import { CREATED_CELL, HOURS_BITS, MOST_HOURS, NO_CELL, RECYCLE_CELL, UNLOOKED } from './kernel-memory.ts';

export interface EntryPacker {
  /** Packs a lead after those packed before it; returns how many words its entries take. */
  readonly pack: (entries: LeadEntries, count: number, bornMs: number, horizonMs: number) => number;
  /** Where `pack` has put the lead. */
  readonly packed: PackedEntries;
  /** By slot, 1: some lead has awards beyond the ordinals that have cells of their own. */
  readonly hasLater: Uint8Array;
}

/** Room for the entries of many leads, one after the other. */
export interface EntryPiece {
  /** `hours since the entry before | cell × 2¹⁶`, and `UNLOOKED` where nobody looks; the first entry's hours are 0. */
  readonly words: Uint32Array;
  /** Milliseconds within the entry's hour. */
  readonly withinHourMs: Uint32Array;
}

export interface PackedEntries {
  /** The piece of the lead packed last, and its first word there. */
  piece: EntryPiece;
  start: number;
  /** Hour of its first entry. */
  baseHour: number;
  /** Of all leads so far. */
  longestGapHours: number;
  /** Whether all instants so far are whole seconds. */
  isWholeSeconds: boolean;
}

/**
 * `isCleared`: by slot, whether a recycle ends the rule's awards. `addPiece` gives one with room for so many words at
 * least; it is asked whenever the piece before it is full.
 */
export function createEntryPacker(
  plan: CellPlan,
  isCleared: readonly boolean[],
  sets: CellSets,
  addPiece: (leastWords: number) => EntryPiece,
): EntryPacker {
  const packed: PackedEntries = { piece: addPiece(0), start: 0, baseHour: 0, longestGapHours: 0, isWholeSeconds: true };
  const hasLater = new Uint8Array(plan.slots.length);
  const firstCell = Int32Array.from(plan.slots, (slot) => slot.firstCell);
  const ordinals = Int32Array.from(plan.slots, (slot) => slot.ordinals);
  const phases = Int32Array.from(plan.slots, (slot) => slot.phases);
  const changes = createAwardChanges(plan, isCleared);
  let nextChange = 0;
  /** Changes that wait for the next look: when they are applied before it makes no difference. */
  const waiting = new Int32Array(MOST_WAITING);
  let waitingCount = 0;
  let size = 0;
  let lastHour = 0;

  const put = (atMs: number, hour: number, cell: number, look: 0 | 1): void => {
    if (size === 0) {
      packed.baseHour = hour;
      lastHour = hour;
    }
    let hours = hour - lastHour;
    if (hours > packed.longestGapHours) packed.longestGapHours = Math.min(hours, MOST_HOURS);
    while (hours > MOST_HOURS) {
      write(((NO_CELL << HOURS_BITS) | MOST_HOURS | UNLOOKED) >>> 0, 0);
      hours -= MOST_HOURS;
    }
    const withinHourMs = atMs - hour * HOUR_MS;
    if (withinHourMs % 1000 !== 0) packed.isWholeSeconds = false;
    write((hours | (cell << HOURS_BITS) | (look === 1 ? 0 : UNLOOKED)) >>> 0, withinHourMs);
    lastHour = hour;
  };
  const write = (word: number, withinHourMs: number): void => {
    const place = packed.start + size;
    if (place === packed.piece.words.length) {
      moveOn();
      write(word, withinHourMs);
      return;
    }
    packed.piece.words[place] = word;
    packed.piece.withinHourMs[place] = withinHourMs;
    size += 1;
  };
  /** The piece is full: the lead goes to a new one with what it has so far. */
  const moveOn = (): void => {
    const { piece, start } = packed;
    packed.piece = addPiece(2 * size + 1);
    packed.start = 0;
    packed.piece.words.set(piece.words.subarray(start));
    packed.piece.withinHourMs.set(piece.withinHourMs.subarray(start));
  };
  const pack: EntryPacker['pack'] = (entries, count, bornMs, horizonMs) => {
    const { atMs, slot } = entries;
    let end = count;
    while (end > 0 && (atMs[end - 1] ?? 0) >= horizonMs) end -= 1;
    changes.collect(entries, end, Math.max(bornMs, end > 0 ? (atMs[end - 1] ?? 0) : bornMs));
    packed.start += size;
    size = 0;
    waitingCount = 0;
    nextChange = 0;
    let isBorn = false;
    for (let entry = 0; entry < end; ) {
      const now = atMs[entry] ?? 0;
      if (!isBorn && now > bornMs) {
        putBirth(bornMs);
        isBorn = true;
      }
      takeChanges(now);
      const hour = hourOf(now);
      // All that happens at one instant is applied before the look; before its creation nobody looks at a lead.
      const look = isBorn ? 1 : 0;
      let next = entry;
      while (next < end && atMs[next] === now && slot[next] === RECYCLE) {
        putWaiting(now, hour, 0);
        next += 1;
        put(now, hour, RECYCLE_CELL, next < end && atMs[next] === now ? 0 : look);
      }
      entry = next;
      while (next < end && atMs[next] === now) next += 1;
      if (next > entry) putTogether(entries, entry, next, now, hour, look);
      entry = next;
    }
    if (!isBorn) putBirth(bornMs);
    return size;
  };
  /** The awards `entry` up to `next` and the changes that wait, in as few words as there are sets for. */
  const putTogether = (
    { slot, ordinal }: LeadEntries,
    entry: number,
    next: number,
    now: number,
    hour: number,
    look: 0 | 1,
  ): void => {
    let cell = cellAt(slot, ordinal, entry);
    for (let other = entry + 1; other < next; other += 1) cell = join(cell, cellAt(slot, ordinal, other), now, hour);
    putJoined(cell, now, hour, look);
  };
  /** Joins one more cell, or writes what there was. */
  const join = (cell: number, other: number, now: number, hour: number): number => {
    const joined = sets.joined(cell, other);
    if (joined >= 0) return joined;
    put(now, hour, cell, 0);
    return other;
  };
  /** Writes a cell together with the changes that wait. */
  const putJoined = (cell: number, now: number, hour: number, look: 0 | 1): void => {
    let all = cell;
    for (let index = 0; index < waitingCount; index += 1) all = join(all, waiting[index] ?? 0, now, hour);
    waitingCount = 0;
    put(now, hour, all, look);
  };
  const putWaiting = (now: number, hour: number, look: 0 | 1): void => {
    if (waitingCount === 0) return;
    waitingCount -= 1;
    putJoined(waiting[waitingCount] ?? 0, now, hour, look);
  };
  const cellAt = (slot: Uint16Array, ordinal: Int32Array, entry: number): number => {
    const which = slot[entry] ?? 0;
    const place = ordinal[entry] ?? 0;
    const own = ordinals[which] ?? 0;
    if (place >= own) hasLater[which] = 1;
    return (firstCell[which] ?? 0) + (place < own ? place : own) * (phases[which] ?? 1);
  };
  const putBirth = (bornMs: number): void => {
    takeChanges(bornMs);
    putJoined(CREATED_CELL, bornMs, hourOf(bornMs), 1);
  };
  /** The end of a slope falls on its hour; other changes wait, in ascending order, for the next entry. */
  const takeChanges = (upToMs: number): void => {
    const { hours, cells, count, endsSlope } = changes;
    for (; nextChange < count; nextChange += 1) {
      const hour = hours[nextChange] ?? 0;
      if (hour * HOUR_MS > upToMs) return;
      const cell = cells[nextChange] ?? 0;
      if (endsSlope[cell] === 1 || waitingCount === MOST_WAITING) {
        put(hour * HOUR_MS, hour, cell, 0);
        continue;
      }
      let place = waitingCount;
      for (; place > 0 && (waiting[place - 1] ?? 0) > cell; place -= 1) waiting[place] = waiting[place - 1] ?? 0;
      waiting[place] = cell;
      waitingCount += 1;
    }
  };
  return { pack, packed, hasLater };
}

/** More at a time have words of their own. */
const MOST_WAITING = 16;
