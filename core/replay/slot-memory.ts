/** What the rules remember of a lead while its awards are read (REPLAY.md, awards), by slot. */
import type { AwardPlan, DistinctValues } from './award-plan.ts';

export const EACH = 0;
export const GUARDED = 1;
const COLLECTED = 2;
export const CLOCK = 3;
const KINDS = ['each', 'guarded', 'collected', 'clock'] as const;

export interface SlotMemory {
  /** Instants of the activities. */
  readonly atMs: Float64Array;
  readonly kind: Uint8Array;
  /** Awards since the rule started afresh. */
  readonly ordinal: Int32Array;
  readonly lastAwardMs: Float64Array;
  readonly cooldownMs: Float64Array;
  /** The last value that was met carries this number in `metIn`; forgetting all is to count one up. */
  readonly life: Int32Array;
  readonly metIn: readonly Int32Array[];
  readonly distinct: readonly (DistinctValues | null)[];
  readonly every: Int32Array;
  readonly collected: Int32Array;
  /** Null for rules without a window: they need no more than the count. */
  readonly collections: readonly (Collection | null)[];
  readonly clockMs: Float64Array;
  /** 1 for the first award since the clock started. */
  readonly run: Int32Array;
  readonly runs: Int32Array;
  readonly afterMs: Float64Array;
}

/** The activities collected within a window: a row that is read from `first` on. */
interface Collection {
  readonly windowMs: number;
  atMs: Float64Array;
  value: Int32Array;
  first: number;
}

export function createSlotMemory({ slots, activities }: AwardPlan): SlotMemory {
  const floats = (numberOf: (slot: (typeof slots)[number]) => number) => Float64Array.from(slots, numberOf);
  const wholes = (numberOf: (slot: (typeof slots)[number]) => number) => Int32Array.from(slots, numberOf);
  return {
    atMs: activities.atMs,
    kind: Uint8Array.from(slots, ({ kind }) => KINDS.indexOf(kind)),
    ordinal: wholes(() => 0),
    lastAwardMs: floats(() => Number.NEGATIVE_INFINITY),
    cooldownMs: floats(({ cooldownMs }) => cooldownMs),
    life: wholes(() => 0),
    metIn: slots.map(({ distinct }) => new Int32Array(distinct?.count ?? 0)),
    distinct: slots.map(({ distinct }) => distinct),
    every: wholes(({ every }) => every),
    collected: wholes(() => 0),
    collections: slots.map(({ kind, windowMs }) =>
      kind === 'collected' && windowMs !== Number.POSITIVE_INFINITY
        ? { windowMs, atMs: new Float64Array(4), value: new Int32Array(4), first: 0 }
        : null,
    ),
    clockMs: floats(() => 0),
    run: wholes(() => 0),
    runs: wholes(({ runs }) => runs),
    afterMs: floats(({ afterMs }) => afterMs),
  };
}

/** The rule starts afresh: its collection, its met values, its cooldown and its count are emptied. Clocks are started apart. */
export function startAfresh(memory: SlotMemory, slot: number): void {
  memory.ordinal[slot] = 0;
  const kind = memory.kind[slot] ?? EACH;
  if (kind !== GUARDED && kind !== COLLECTED) return;
  memory.lastAwardMs[slot] = Number.NEGATIVE_INFINITY;
  memory.collected[slot] = 0;
  const life = (memory.life[slot] ?? 0) + 1;
  if (life < LONGEST_LIFE) {
    memory.life[slot] = life;
  } else {
    memory.metIn[slot]?.fill(0);
    memory.life[slot] = 1;
  }
}

const LONGEST_LIFE = 2 ** 31 - 1;

export function startClock(memory: SlotMemory, slot: number, atMs: number): void {
  memory.clockMs[slot] = atMs;
  memory.run[slot] = 1;
}

/** When the clock's run makes its award, unless it is restarted; Infinity: never, or after `asOf`. */
export function nextAwardMs(memory: SlotMemory, slot: number, asOfMs: number): number {
  const run = memory.run[slot] ?? 1;
  if (run > (memory.runs[slot] ?? 0)) return Number.POSITIVE_INFINITY;
  const awardMs = (memory.clockMs[slot] ?? 0) + run * (memory.afterMs[slot] ?? 0);
  return awardMs > asOfMs ? Number.POSITIVE_INFINITY : awardMs;
}

/** Whether a match makes an award, for a rule that needs one match only. */
export function passesGuard(memory: SlotMemory, slot: number, row: number): boolean {
  const now = memory.atMs[row] ?? 0;
  const distinct = memory.distinct[slot] ?? null;
  const value = distinct === null ? 0 : valueIn(distinct, row);
  const isMet = distinct !== null && memory.metIn[slot]?.[value] === memory.life[slot];
  if (isMet || now - (memory.lastAwardMs[slot] ?? 0) < (memory.cooldownMs[slot] ?? 0)) return false;
  if (distinct !== null) meet(memory, slot, value);
  memory.lastAwardMs[slot] = now;
  return true;
}

/** Whether a match completes a collection. */
export function completes(memory: SlotMemory, slot: number, row: number): boolean {
  const now = memory.atMs[row] ?? 0;
  const distinct = memory.distinct[slot] ?? null;
  const collection = memory.collections[slot] ?? null;
  let count = memory.collected[slot] ?? 0;
  if (collection !== null && count > 0) {
    count = forget(memory, slot, collection, count, row);
    memory.collected[slot] = count;
  }
  const value = distinct === null ? 0 : valueIn(distinct, row);
  if (distinct !== null && memory.metIn[slot]?.[value] === memory.life[slot]) return false;
  if (now - (memory.lastAwardMs[slot] ?? 0) < (memory.cooldownMs[slot] ?? 0)) return false;
  if (distinct !== null) meet(memory, slot, value);
  if (count + 1 >= (memory.every[slot] ?? 1)) {
    memory.collected[slot] = 0;
    memory.lastAwardMs[slot] = now;
    return true;
  }
  if (collection !== null) collect(collection, count, now, value);
  memory.collected[slot] = count + 1;
  return false;
}

const valueIn = ({ codes, ofCode }: DistinctValues, row: number): number =>
  codes === null ? 0 : (ofCode[(codes[row] ?? 0) + 1] ?? 0);

function meet(memory: SlotMemory, slot: number, value: number): void {
  const metIn = memory.metIn[slot];
  if (metIn !== undefined) metIn[value] = memory.life[slot] ?? 0;
}

/** Those that are out of the window of an activity, and their values; returns how many are left. */
function forget(memory: SlotMemory, slot: number, collection: Collection, count: number, row: number): number {
  const { atMs } = collection;
  const oldestMs = (memory.atMs[row] ?? 0) - collection.windowMs;
  let first = collection.first;
  const end = first + count;
  while (first < end && (atMs[first] ?? 0) < oldestMs) {
    const metIn = memory.metIn[slot];
    if (metIn !== undefined && metIn.length > 0) metIn[collection.value[first] ?? 0] = 0;
    first += 1;
  }
  collection.first = first;
  return end - first;
}

function collect(collection: Collection, count: number, atMs: number, value: number): void {
  if (count === 0) collection.first = 0;
  if (collection.first + count === collection.atMs.length) makeRoom(collection, count);
  collection.atMs[collection.first + count] = atMs;
  collection.value[collection.first + count] = value;
}

function makeRoom(collection: Collection, count: number): void {
  const { atMs, value, first } = collection;
  if (2 * count > atMs.length) {
    collection.atMs = new Float64Array(2 * atMs.length);
    collection.value = new Int32Array(2 * value.length);
  }
  collection.atMs.set(atMs.subarray(first, first + count));
  collection.value.set(value.subarray(first, first + count));
  collection.first = 0;
}
