/** All that happens to the scores of a lead, in time: awards and recycles of all rules in one row of columns. */
import { hourOf } from './decay.ts';
import type { Occurrences } from './occurrences.ts';
import { sharedFloat64, sharedFrom, sharedInt32, sharedUint8, sharedUint16 } from './shared-columns.ts';

export interface AwardStream {
  /** Range of lead i: `offsets[i]` up to `offsets[i + 1]`; within it ascending by instant, a recycle before the awards of its instant. */
  readonly offsets: Int32Array;
  /** First entry of each lead that its horizon does not let be read. */
  readonly horizonEnd: Int32Array;
  readonly atMs: Float64Array;
  readonly hour: Int32Array;
  /** The rule's slot, or `RECYCLE`. */
  readonly slot: Uint16Array;
  readonly ordinal: Int32Array;
  /** 1: the last entry of its lead's instant, reading all of the stream or up to the horizon. */
  readonly endsInstant: Uint8Array;
}

export const RECYCLE = 0xffff;

export function mergeStream(
  leadCount: number,
  slots: readonly Occurrences[],
  recycles: ReadonlyMap<number, readonly number[]>,
  horizonMs: Float64Array,
): AwardStream {
  if (slots.length >= RECYCLE) throw new RangeError(`more than ${RECYCLE - 1} activity and inactivity rules`);
  const offsets = countByLead(leadCount, slots, recycles);
  const total = offsets[leadCount] ?? 0;
  const stream = { atMs: sharedFloat64(total), slot: sharedUint16(total), ordinal: sharedInt32(total) };
  const next = offsets.slice(0, leadCount);
  const put = (lead: number, atMs: number, slot: number, ordinal: number): void => {
    const place = next[lead] ?? 0;
    next[lead] = place + 1;
    stream.atMs[place] = atMs;
    stream.slot[place] = slot;
    stream.ordinal[place] = ordinal;
  };
  // Recycles first: the stable sort below then keeps them before the awards of their instant.
  for (const [lead, instants] of recycles) for (const atMs of instants) put(lead, atMs, RECYCLE, 0);
  slots.forEach((found, slot) => {
    for (let index = 0; index < found.lead.length; index += 1)
      put(found.lead[index] ?? 0, found.atMs[index] ?? 0, slot, found.ordinal[index] ?? 0);
  });
  for (let lead = 0; lead < leadCount; lead += 1) sortByInstant(stream, offsets[lead] ?? 0, offsets[lead + 1] ?? 0);
  return {
    ...stream,
    offsets,
    hour: sharedFrom(sharedInt32(total), (entry) => hourOf(stream.atMs[entry] ?? 0)),
    horizonEnd: horizonEnds(offsets, stream.atMs, horizonMs),
    endsInstant: instantEnds(offsets, stream.atMs),
  };
}

function countByLead(
  leadCount: number,
  slots: readonly Occurrences[],
  recycles: ReadonlyMap<number, readonly number[]>,
): Int32Array {
  const offsets = sharedInt32(leadCount + 1);
  for (const [lead, instants] of recycles) offsets[lead + 1] = instants.length;
  for (const found of slots) for (const lead of found.lead) offsets[lead + 1] = (offsets[lead + 1] ?? 0) + 1;
  for (let lead = 0; lead < leadCount; lead += 1) offsets[lead + 1] = (offsets[lead + 1] ?? 0) + (offsets[lead] ?? 0);
  return offsets;
}

interface StreamColumns {
  readonly atMs: Float64Array;
  readonly slot: Uint16Array;
  readonly ordinal: Int32Array;
}

/** Stable; insertion for the usual short range, an index sort for a long one. */
function sortByInstant(stream: StreamColumns, start: number, end: number): void {
  if (end - start > 96) {
    const order = Int32Array.from({ length: end - start }, (_, index) => start + index);
    order.sort((left, right) => (stream.atMs[left] ?? 0) - (stream.atMs[right] ?? 0) || left - right);
    stream.atMs.set(
      Float64Array.from(order, (row) => stream.atMs[row] ?? 0),
      start,
    );
    const slots = Uint16Array.from(order, (row) => stream.slot[row] ?? 0);
    const ordinals = Int32Array.from(order, (row) => stream.ordinal[row] ?? 0);
    stream.slot.set(slots, start);
    stream.ordinal.set(ordinals, start);
    return;
  }
  for (let row = start + 1; row < end; row += 1) {
    const atMs = stream.atMs[row] ?? 0;
    if ((stream.atMs[row - 1] ?? 0) <= atMs) continue;
    const slot = stream.slot[row] ?? 0;
    const ordinal = stream.ordinal[row] ?? 0;
    let hole = row;
    while (hole > start && (stream.atMs[hole - 1] ?? 0) > atMs) {
      stream.atMs[hole] = stream.atMs[hole - 1] ?? 0;
      stream.slot[hole] = stream.slot[hole - 1] ?? 0;
      stream.ordinal[hole] = stream.ordinal[hole - 1] ?? 0;
      hole -= 1;
    }
    stream.atMs[hole] = atMs;
    stream.slot[hole] = slot;
    stream.ordinal[hole] = ordinal;
  }
}

function horizonEnds(offsets: Int32Array, atMs: Float64Array, horizonMs: Float64Array): Int32Array {
  return sharedFrom(sharedInt32(horizonMs.length), (lead) => {
    const horizon = horizonMs[lead] ?? Number.NaN;
    let end = offsets[lead + 1] ?? 0;
    while (end > (offsets[lead] ?? 0) && (atMs[end - 1] ?? 0) >= horizon) end -= 1;
    return end;
  });
}

function instantEnds(offsets: Int32Array, atMs: Float64Array): Uint8Array {
  const ends = sharedUint8(atMs.length);
  for (let row = 0; row + 1 < atMs.length; row += 1) ends[row] = atMs[row] === atMs[row + 1] ? 0 : 1;
  for (const end of offsets) if (end > 0) ends[end - 1] = 1;
  return ends;
}
