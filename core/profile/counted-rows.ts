import type { ProfileData } from './profile-data.ts';

/**
 * By lead: the end of its activities that were known at the time, those strictly before its horizon; of a lead without one, and
 * in a history without dates, those up to and including `asOf` (REPLAY.md, the horizon). A lead that is not measured has none.
 */
export function endsOfKnownRows({ history, quality: { facts }, measured }: ProfileData): Int32Array {
  const { offsets, atMs } = history.activities;
  const ends = new Int32Array(measured.length);
  for (let lead = 0; lead < ends.length; lead += 1) {
    let row = offsets[lead] ?? 0;
    if (measured[lead] === 1) {
      const end = offsets[lead + 1] ?? 0;
      const horizonMs = facts.horizonMs[lead] ?? Number.NaN;
      if (Number.isNaN(horizonMs)) while (row < end && (atMs[row] ?? 0) <= facts.asOfMs) row += 1;
      else while (row < end && (atMs[row] ?? 0) < horizonMs) row += 1;
    }
    ends[lead] = row;
  }
  return ends;
}
