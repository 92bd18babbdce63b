/** All that happens to the scores of a lead, in time: awards and recycles of all rules in one row of columns. */
import type { AwardSource } from './award-source.ts';
import { hourOf } from './decay.ts';

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

/** The awards of the leads `from` up to `to`, which are the first and the later leads of the stream. */
export function readStream(source: AwardSource, horizonMs: Float64Array, from: number, to: number): AwardStream {
  const offsets = new Int32Array(to - from + 1);
  let atMs = new Float64Array(64);
  let slot = new Uint16Array(64);
  let ordinal = new Int32Array(64);
  let total = 0;
  for (let lead = from; lead < to; lead += 1) {
    const count = source.read(lead);
    const { entries } = source;
    if (total + count > atMs.length) {
      const length = 2 * (total + count);
      atMs = longer(atMs, new Float64Array(length));
      slot = longer(slot, new Uint16Array(length));
      ordinal = longer(ordinal, new Int32Array(length));
    }
    for (let entry = 0; entry < count; entry += 1) {
      atMs[total + entry] = entries.atMs[entry] ?? 0;
      slot[total + entry] = entries.slot[entry] ?? 0;
      ordinal[total + entry] = entries.ordinal[entry] ?? 0;
    }
    total += count;
    offsets[lead - from + 1] = total;
  }
  const instants = atMs.slice(0, total);
  return {
    offsets,
    atMs: instants,
    slot: slot.slice(0, total),
    ordinal: ordinal.slice(0, total),
    hour: hoursOf(instants),
    horizonEnd: horizonEnds(offsets, instants, horizonMs.subarray(from, to)),
    endsInstant: instantEnds(offsets, instants),
  };
}

function longer<A extends Float64Array | Uint16Array | Int32Array>(column: A, room: A): A {
  room.set(column);
  return room;
}

function hoursOf(atMs: Float64Array): Int32Array {
  const hours = new Int32Array(atMs.length);
  for (let entry = 0; entry < hours.length; entry += 1) hours[entry] = hourOf(atMs[entry] ?? 0);
  return hours;
}

function horizonEnds(offsets: Int32Array, atMs: Float64Array, horizonMs: Float64Array): Int32Array {
  const ends = new Int32Array(horizonMs.length);
  for (let lead = 0; lead < ends.length; lead += 1) {
    const horizon = horizonMs[lead] ?? Number.NaN;
    let end = offsets[lead + 1] ?? 0;
    while (end > (offsets[lead] ?? 0) && (atMs[end - 1] ?? 0) >= horizon) end -= 1;
    ends[lead] = end;
  }
  return ends;
}

function instantEnds(offsets: Int32Array, atMs: Float64Array): Uint8Array {
  const ends = new Uint8Array(atMs.length);
  for (let row = 0; row + 1 < atMs.length; row += 1) ends[row] = atMs[row] === atMs[row + 1] ? 0 : 1;
  for (const end of offsets) if (end > 0) ends[end - 1] = 1;
  return ends;
}
