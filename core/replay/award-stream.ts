/** All that happens to the scores of a lead, in time: awards and recycles of all rules in one row of columns. */
import type { AwardSource } from './award-source.ts';
import { hourOf } from './decay.ts';
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

/** The awards of the leads `from` up to `to`, which are the first and the later leads of the stream. */
export function readStream(source: AwardSource, horizonMs: Float64Array, from: number, to: number): AwardStream {
  const offsets = sharedInt32(to - from + 1);
  // Read twice rather than kept twice: at first only counted.
  for (let lead = from; lead < to; lead += 1) {
    offsets[lead - from + 1] = (offsets[lead - from] ?? 0) + source.read(lead);
  }
  const total = offsets[to - from] ?? 0;
  const atMs = sharedFloat64(total);
  const slot = sharedUint16(total);
  const ordinal = sharedInt32(total);
  for (let lead = from; lead < to; lead += 1) {
    const count = source.read(lead);
    const { entries } = source;
    const start = offsets[lead - from] ?? 0;
    for (let entry = 0; entry < count; entry += 1) {
      atMs[start + entry] = entries.atMs[entry] ?? 0;
      slot[start + entry] = entries.slot[entry] ?? 0;
      ordinal[start + entry] = entries.ordinal[entry] ?? 0;
    }
  }
  return {
    offsets,
    atMs,
    slot,
    ordinal,
    hour: sharedFrom(sharedInt32(total), (entry) => hourOf(atMs[entry] ?? 0)),
    horizonEnd: horizonEnds(offsets, atMs, horizonMs.subarray(from, to)),
    endsInstant: instantEnds(offsets, atMs),
  };
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
