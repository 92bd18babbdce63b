/**
 * Reads the awards of one lead after the other straight from the history (REPLAY.md, awards): its activities, the runs
 * of its inactivity clocks and its recycles in one row of columns, in time. Nothing is kept from lead to lead.
 *
 * The functions stand at the top of the module and share one state object, as in the kernel: every reader runs the same
 * compiled code. They hand on an activity's row, not its instant: a real number that goes from function to function is
 * put on the heap each time.
 */
import type { AwardPlan } from './award-plan.ts';
import type { AwardSource, LeadEntries } from './award-source.ts';
import { RECYCLE } from './award-stream.ts';
import { emptyRowBits, fillRowBits, type RowBits } from './row-bits.ts';
import {
  CLOCK,
  completes,
  createSlotMemory,
  EACH,
  GUARDED,
  nextAwardMs,
  passesGuard,
  type SlotMemory,
  startAfresh,
  startClock,
} from './slot-memory.ts';

/** Any number of readers may be open at once. */
export function openAwards(plan: AwardPlan): AwardSource {
  const state = createState(plan);
  return {
    leadCount: plan.createdAtMs.length,
    entries: state.entries,
    read: (lead) => readLead(state, lead),
  };
}

/** In place of a row. */
const THE_END = -1;

interface State {
  readonly plan: AwardPlan;
  readonly block: RowBits;
  readonly memory: SlotMemory;
  readonly entries: LeadEntries;
  count: number;
  /** Of the lead: bits of the rules whose gate it passes. */
  readonly open: Int32Array;
  readonly gated: readonly { readonly slot: number; readonly gate: Uint8Array }[];
  readonly clocks: Int32Array;
  /** Slots that remember more than how many awards they gave. */
  readonly remembering: Int32Array;
  readonly cleared: Int32Array;
  recyclesMs: Float64Array;
  recycleCount: number;
  nextRecycle: number;
  /** The next recycle or the next award of a clock, or earlier than both. */
  nextMs: number;
}

function createState(plan: AwardPlan): State {
  const slotsWhere = (holds: (slot: AwardPlan['slots'][number]) => boolean): Int32Array =>
    Int32Array.from(plan.slots.flatMap((slot, index) => (holds(slot) ? [index] : [])));
  return {
    plan,
    block: emptyRowBits(),
    memory: createSlotMemory(plan),
    entries: { atMs: new Float64Array(256), slot: new Uint16Array(256), ordinal: new Int32Array(256) },
    count: 0,
    open: new Int32Array(plan.words),
    gated: plan.slots.flatMap(({ gate }, slot) => (gate === null ? [] : [{ slot, gate }])),
    clocks: slotsWhere(({ kind }) => kind === 'clock'),
    remembering: slotsWhere(({ kind }) => kind === 'guarded' || kind === 'collected'),
    cleared: slotsWhere(({ isCleared }) => isCleared),
    recyclesMs: new Float64Array(16),
    recycleCount: 0,
    nextRecycle: 0,
    nextMs: Number.POSITIVE_INFINITY,
  };
}

function readLead(state: State, lead: number): number {
  const { plan, block, open } = state;
  const { words, asOfMs } = plan;
  const { offsets, atMs } = plan.activities;
  state.count = 0;
  if ((plan.createdAtMs[lead] ?? 0) > asOfMs) return 0;
  const first = offsets[lead] ?? 0;
  const end = offsets[lead + 1] ?? 0;
  if (first < block.first || end > block.end) fillRowBits(block, plan, first, end);
  begin(state, lead);
  const { bits } = block;
  for (let row = first; row < end; row += 1) {
    const place = (row - block.first) * words;
    for (let word = 0; word < words; word += 1) {
      const matching = (bits[place + word] ?? 0) & (open[word] ?? 0);
      if (matching === 0) continue;
      const now = atMs[row] ?? 0;
      if (now > asOfMs) {
        row = end;
        break;
      }
      if (now >= state.nextMs) letPass(state, row);
      matchAll(state, matching, 32 * word, row, now);
    }
  }
  if (state.nextMs !== Number.POSITIVE_INFINITY) letPass(state, THE_END);
  return state.count;
}

/** An activity and the filters that it passes: bit b is slot `firstSlot + b`. */
function matchAll(state: State, matching: number, firstSlot: number, row: number, now: number): void {
  const { memory, entries } = state;
  let count = state.count;
  if (count + 32 > entries.atMs.length) grow(entries);
  const { atMs, slot: slots, ordinal: ordinals } = entries;
  const { kind: kinds, ordinal: nextOrdinal } = memory;
  const start = count;
  for (let left = matching; left !== 0; left &= left - 1) {
    const slot = firstSlot + 31 - Math.clz32(left & -left);
    const kind = kinds[slot];
    if (kind !== EACH) {
      if (kind === CLOCK) {
        restartClock(state, slot, now);
        continue;
      }
      if (!(kind === GUARDED ? passesGuard(memory, slot, row) : completes(memory, slot, row))) continue;
    }
    const ordinal = nextOrdinal[slot] ?? 0;
    nextOrdinal[slot] = ordinal + 1;
    atMs[count] = now;
    slots[count] = slot;
    ordinals[count] = ordinal;
    count += 1;
  }
  state.count = count;
  // The first activity of an instant has its awards in the order of their slots; those of the next have to find their places.
  if (start > 0 && count > start && atMs[start - 1] === now) {
    for (let place = start; place < count; place += 1) sink(entries, place);
  }
}

function begin(state: State, lead: number): void {
  const { plan, memory, open, gated, clocks, remembering } = state;
  for (let word = 0; word < open.length; word += 1) open[word] = ~(plan.bitsOfIgnore[word] ?? 0);
  for (let index = 0; index < gated.length; index += 1) {
    const closed = gated[index];
    if (closed !== undefined && closed.gate[lead] === 0)
      open[closed.slot >> 5] = (open[closed.slot >> 5] ?? 0) & ~(1 << (closed.slot & 31));
  }
  for (let slot = 0; slot < memory.ordinal.length; slot += 1) memory.ordinal[slot] = 0;
  for (let index = 0; index < remembering.length; index += 1) startAfresh(memory, remembering[index] ?? 0);
  findRecycles(state, lead);
  let nextMs = state.recycleCount > 0 ? (state.recyclesMs[0] ?? 0) : Number.POSITIVE_INFINITY;
  const bornMs = plan.createdAtMs[lead] ?? 0;
  for (let index = 0; index < clocks.length; index += 1) {
    const slot = clocks[index] ?? 0;
    const isOpen = ((open[slot >> 5] ?? 0) & (1 << (slot & 31))) !== 0;
    // A clock that never starts is one that started too late for any award.
    startClock(memory, slot, isOpen ? bornMs : Number.POSITIVE_INFINITY);
    const dueMs = nextAwardMs(memory, slot, plan.asOfMs);
    if (dueMs < nextMs) nextMs = dueMs;
  }
  state.nextMs = nextMs;
}

/** Recycle instants up to `asOf`, each once. */
function findRecycles(state: State, lead: number): void {
  const { isRecycle, asOfMs } = state.plan;
  const { offsets, atMs, stage } = state.plan.stages;
  const end = offsets[lead + 1] ?? 0;
  state.recycleCount = 0;
  state.nextRecycle = 0;
  for (let row = offsets[lead] ?? 0; row < end; row += 1) {
    if (isRecycle[stage[row] ?? 0] !== 1) continue;
    const now = atMs[row] ?? 0;
    if (now > asOfMs) break;
    if (state.recycleCount > 0 && state.recyclesMs[state.recycleCount - 1] === now) continue;
    if (state.recycleCount === state.recyclesMs.length) {
      const longer = new Float64Array(2 * state.recycleCount);
      longer.set(state.recyclesMs);
      state.recyclesMs = longer;
    }
    state.recyclesMs[state.recycleCount] = now;
    state.recycleCount += 1;
  }
}

/**
 * Lets time pass to the instant of an activity, or to the end: its recycles come before all else of it, the awards of
 * clocks after its activities.
 */
function letPass(state: State, row: number): void {
  const { memory, clocks, plan } = state;
  const untilMs = row === THE_END ? Number.POSITIVE_INFINITY : (plan.activities.atMs[row] ?? 0);
  for (;;) {
    const recycleMs =
      state.nextRecycle < state.recycleCount ? (state.recyclesMs[state.nextRecycle] ?? 0) : Number.POSITIVE_INFINITY;
    let due = -1;
    let dueMs = Number.POSITIVE_INFINITY;
    for (let index = 0; index < clocks.length; index += 1) {
      const slot = clocks[index] ?? 0;
      const slotMs = nextAwardMs(memory, slot, plan.asOfMs);
      if (slotMs < dueMs) {
        due = slot;
        dueMs = slotMs;
      }
    }
    if (recycleMs <= untilMs && recycleMs <= dueMs && state.nextRecycle < state.recycleCount) {
      recycle(state, recycleMs);
    } else if (due >= 0 && dueMs < untilMs) {
      const run = memory.run[due] ?? 1;
      memory.run[due] = run + 1;
      give(state, dueMs, due, run - 1);
    } else {
      state.nextMs = recycleMs < dueMs ? recycleMs : dueMs;
      return;
    }
  }
}

function recycle(state: State, now: number): void {
  const { memory, cleared } = state;
  state.nextRecycle += 1;
  give(state, now, RECYCLE, 0);
  for (let index = 0; index < cleared.length; index += 1) {
    const slot = cleared[index] ?? 0;
    startAfresh(memory, slot);
    if (memory.kind[slot] === CLOCK && now > (memory.clockMs[slot] ?? 0)) startClock(memory, slot, now);
  }
}

/** An activity that passes the filter of a clock. */
function restartClock(state: State, slot: number, now: number): void {
  const { memory } = state;
  if (now <= (memory.clockMs[slot] ?? 0)) return;
  memory.clockMs[slot] = now;
  memory.run[slot] = 1;
  const awardMs = now + (memory.afterMs[slot] ?? 0);
  if (awardMs < state.nextMs) state.nextMs = awardMs;
}

function give(state: State, now: number, slot: number, ordinal: number): void {
  const { entries, count } = state;
  if (count === entries.atMs.length) grow(entries);
  entries.atMs[count] = now;
  entries.slot[count] = slot;
  entries.ordinal[count] = ordinal;
  state.count = count + 1;
  sink(entries, count);
}

/** Awards of one instant stand in the order of their slots, a recycle before them. */
function sink({ atMs, slot: slots, ordinal: ordinals }: LeadEntries, last: number): void {
  const now = atMs[last] ?? 0;
  const slot = slots[last] ?? 0;
  const ordinal = ordinals[last] ?? 0;
  let place = last;
  for (; place > 0 && atMs[place - 1] === now; place -= 1) {
    const before = slots[place - 1] ?? 0;
    if (before <= slot || before === RECYCLE) break;
    slots[place] = before;
    ordinals[place] = ordinals[place - 1] ?? 0;
  }
  slots[place] = slot;
  ordinals[place] = ordinal;
}

function grow(entries: LeadEntries): void {
  const length = 2 * entries.atMs.length;
  const { atMs, slot, ordinal } = entries;
  entries.atMs = new Float64Array(length);
  entries.atMs.set(atMs);
  entries.slot = new Uint16Array(length);
  entries.slot.set(slot);
  entries.ordinal = new Int32Array(length);
  entries.ordinal.set(ordinal);
}
