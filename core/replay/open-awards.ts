/**
 * Reads the awards of one lead after the other straight from the history (REPLAY.md, awards): its activities, the runs
 * of its inactivity clocks and its recycles in one row of columns, in time. Nothing is kept from lead to lead.
 *
 * The functions stand at the top of the module and share one state object, as in the kernel: every reader runs the same
 * compiled code.
 */
import type { AwardPlan } from './award-plan.ts';
import type { AwardSource, LeadEntries } from './award-source.ts';
import { RECYCLE } from './award-stream.ts';
import { emptyRowBits, fillRowBits, type RowBits } from './row-bits.ts';
import {
  CLOCK,
  COLLECTED,
  completes,
  createSlotMemory,
  GUARDED,
  nextRun,
  passesGuard,
  type SlotMemory,
  startAfresh,
  startClock,
} from './slot-memory.ts';

/** Any number of readers may be open at once. */
export function openAwards(plan: AwardPlan): AwardSource {
  const state = createState(plan);
  return {
    leadCount: plan.history.leads.count,
    entries: state.entries,
    read: (lead) => readLead(state, lead),
  };
}

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
  const { offsets, atMs } = plan.history.activities;
  state.count = 0;
  if ((plan.history.leads.createdAtMs[lead] ?? 0) > asOfMs) return 0;
  const first = offsets[lead] ?? 0;
  const end = offsets[lead + 1] ?? 0;
  if (first < block.first || end > block.end) fillRowBits(block, plan, first, end);
  begin(state, lead);
  const { bits } = block;
  for (let row = first; row < end; row += 1) {
    const now = atMs[row] ?? 0;
    if (now > asOfMs) break;
    const place = (row - block.first) * words;
    for (let word = 0; word < words; word += 1) {
      let matching = (bits[place + word] ?? 0) & (open[word] ?? 0);
      if (matching === 0) continue;
      if (now >= state.nextMs) letPass(state, now);
      while (matching !== 0) {
        match(state, 32 * word + 31 - Math.clz32(matching & -matching), row, now);
        matching &= matching - 1;
      }
    }
  }
  if (state.nextMs !== Number.POSITIVE_INFINITY) letPass(state, Number.POSITIVE_INFINITY);
  return state.count;
}

function begin(state: State, lead: number): void {
  const { plan, memory, open, gated, clocks } = state;
  for (let word = 0; word < open.length; word += 1) open[word] = ~(plan.bitsOfIgnore[word] ?? 0);
  for (let index = 0; index < gated.length; index += 1) {
    const closed = gated[index];
    if (closed !== undefined && closed.gate[lead] === 0)
      open[closed.slot >> 5] = (open[closed.slot >> 5] ?? 0) & ~(1 << (closed.slot & 31));
  }
  for (let slot = 0; slot < memory.ordinal.length; slot += 1) startAfresh(memory, slot);
  findRecycles(state, lead);
  let nextMs = state.recycleCount > 0 ? (state.recyclesMs[0] ?? 0) : Number.POSITIVE_INFINITY;
  const bornMs = plan.history.leads.createdAtMs[lead] ?? 0;
  for (let index = 0; index < clocks.length; index += 1) {
    const slot = clocks[index] ?? 0;
    const isOpen = ((open[slot >> 5] ?? 0) & (1 << (slot & 31))) !== 0;
    // A clock that never starts is one that started too late for any award.
    const dueMs = startClock(memory, slot, isOpen ? bornMs : Number.POSITIVE_INFINITY, plan.asOfMs);
    if (dueMs < nextMs) nextMs = dueMs;
  }
  state.nextMs = nextMs;
}

/** Recycle instants up to `asOf`, each once. */
function findRecycles(state: State, lead: number): void {
  const { isRecycle, asOfMs } = state.plan;
  const { offsets, atMs, stage } = state.plan.history.stages;
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

/** Lets time pass to an instant: its recycles come before all else of it, the awards of clocks after its activities. */
function letPass(state: State, untilMs: number): void {
  const { memory, clocks, plan } = state;
  for (;;) {
    const recycleMs =
      state.nextRecycle < state.recycleCount ? (state.recyclesMs[state.nextRecycle] ?? 0) : Number.POSITIVE_INFINITY;
    let due = -1;
    let dueMs = Number.POSITIVE_INFINITY;
    for (let index = 0; index < clocks.length; index += 1) {
      const slot = clocks[index] ?? 0;
      const slotMs = memory.dueMs[slot] ?? 0;
      if (slotMs < dueMs) {
        due = slot;
        dueMs = slotMs;
      }
    }
    if (recycleMs <= untilMs && recycleMs <= dueMs && state.nextRecycle < state.recycleCount) {
      recycle(state, recycleMs);
    } else if (due >= 0 && dueMs < untilMs) {
      give(state, dueMs, due, (memory.run[due] ?? 1) - 1);
      nextRun(memory, due, plan.asOfMs);
    } else {
      state.nextMs = recycleMs < dueMs ? recycleMs : dueMs;
      return;
    }
  }
}

function recycle(state: State, now: number): void {
  const { memory, cleared, plan } = state;
  state.nextRecycle += 1;
  give(state, now, RECYCLE, 0);
  for (let index = 0; index < cleared.length; index += 1) {
    const slot = cleared[index] ?? 0;
    startAfresh(memory, slot);
    if (memory.kind[slot] === CLOCK && now > (memory.clockMs[slot] ?? 0)) startClock(memory, slot, now, plan.asOfMs);
  }
}

/** An activity that passes the slot's filter. */
function match(state: State, slot: number, row: number, now: number): void {
  const { memory } = state;
  const kind = memory.kind[slot];
  if (kind === CLOCK) {
    if (now <= (memory.clockMs[slot] ?? 0)) return;
    const dueMs = startClock(memory, slot, now, state.plan.asOfMs);
    if (dueMs < state.nextMs) state.nextMs = dueMs;
    return;
  }
  if (kind === GUARDED && !passesGuard(memory, slot, row, now)) return;
  if (kind === COLLECTED && !completes(memory, slot, row, now)) return;
  const ordinal = memory.ordinal[slot] ?? 0;
  memory.ordinal[slot] = ordinal + 1;
  give(state, now, slot, ordinal);
}

/** Awards of one instant stand in the order of their slots, a recycle before them. */
function give(state: State, now: number, slot: number, ordinal: number): void {
  const { entries } = state;
  if (state.count === entries.atMs.length) grow(entries);
  let place = state.count;
  while (place > 0 && entries.atMs[place - 1] === now && comesAfter(entries.slot[place - 1] ?? 0, slot)) {
    entries.atMs[place] = now;
    entries.slot[place] = entries.slot[place - 1] ?? 0;
    entries.ordinal[place] = entries.ordinal[place - 1] ?? 0;
    place -= 1;
  }
  entries.atMs[place] = now;
  entries.slot[place] = slot;
  entries.ordinal[place] = ordinal;
  state.count += 1;
}

const comesAfter = (before: number, slot: number): boolean => before > slot && before !== RECYCLE;

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
