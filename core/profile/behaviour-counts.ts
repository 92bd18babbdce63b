import { MISSING } from '../history/history.ts';
import type { Behaviours } from './behaviours.ts';
import type { BehaviourTimes, LevelCounts } from './profile.ts';
import type { ProfileData } from './profile-data.ts';

/** `1+` and the four that every lead is in one of. */
export const TIMES: readonly {
  readonly value: BehaviourTimes;
  readonly from: number;
  readonly to: number | null;
  readonly every: number | null;
}[] = [
  { value: '1+', from: 1, to: null, every: 1 },
  { value: '0', from: 0, to: 0, every: null },
  { value: '1', from: 1, to: 1, every: null },
  { value: '2–3', from: 2, to: 3, every: null },
  { value: '4+', from: 4, to: null, every: 4 },
];

/** Of `once`, `2–3` and `4+`. */
const BUCKETS = 3;

/** By behaviour, the counts of its levels in the order of `TIMES`; one pass over the activities known at the time. */
export function countBehaviours(data: ProfileData, behaviours: Behaviours): readonly (readonly LevelCounts[])[] {
  const { measured, outcome, base } = data;
  const size = behaviours.list.length * BUCKETS;
  const leads = new Int32Array(size);
  const observed = new Int32Array(size);
  const converted = new Int32Array(size);
  const times = new Int32Array(behaviours.list.length);
  const met = new Int32Array(behaviours.list.length);
  for (let lead = 0; lead < measured.length; lead += 1) {
    const count = countTimes(data, behaviours, lead, times, met);
    const found = outcome[lead] ?? -1;
    for (let index = 0; index < count; index += 1) {
      const behaviour = met[index] ?? 0;
      const often = times[behaviour] ?? 0;
      times[behaviour] = 0;
      const set = behaviour * BUCKETS + (often === 1 ? 0 : often < 4 ? 1 : 2);
      leads[set] = (leads[set] ?? 0) + 1;
      if (found < 0) continue;
      observed[set] = (observed[set] ?? 0) + 1;
      converted[set] = (converted[set] ?? 0) + found;
    }
  }
  const countsOf = (set: number): LevelCounts => ({
    leads: leads[set] ?? 0,
    observed: observed[set] ?? 0,
    converted: converted[set] ?? 0,
  });
  return behaviours.list.map((_, behaviour) => {
    const often = [0, 1, 2].map((bucket) => countsOf(behaviour * BUCKETS + bucket));
    const did = often.reduce((sum, one) => ({
      leads: sum.leads + one.leads,
      observed: sum.observed + one.observed,
      converted: sum.converted + one.converted,
    }));
    const never = {
      leads: base.leads - did.leads,
      observed: base.observed - did.observed,
      converted: base.converted - did.converted,
    };
    return [did, never, ...often];
  });
}

/** Adds the lead's activities to `times`, which is 0 but for these; `met`: the behaviours that it shows. Answers how many. */
function countTimes(
  { history }: ProfileData,
  { ends, ofType, properties }: Behaviours,
  lead: number,
  times: Int32Array,
  met: Int32Array,
): number {
  const { offsets, type } = history.activities;
  const end = ends[lead] ?? 0;
  let count = 0;
  for (let row = offsets[lead] ?? 0; row < end; row += 1) {
    const one = ofType[type.codes[row] ?? MISSING] ?? -1;
    if (one < 0) continue;
    const before = times[one] ?? 0;
    times[one] = before + 1;
    if (before === 0) {
      met[count] = one;
      count += 1;
    }
    for (let index = 0; index < properties.length; index += 1) {
      const property = properties[index];
      const value = property?.numberOf[property.codes[row] ?? MISSING] ?? -1;
      if (property === undefined || value < 0) continue;
      const behaviour = property.behaviour[one * property.width + value] ?? -1;
      if (behaviour < 0) continue;
      const already = times[behaviour] ?? 0;
      times[behaviour] = already + 1;
      if (already > 0) continue;
      met[count] = behaviour;
      count += 1;
    }
  }
  return count;
}

export interface Often {
  /** Index in the list of behaviours. */
  readonly behaviour: number;
  readonly from: number;
  readonly to: number | null;
}

/** For each that is asked, by lead, 1: measured, and did it between `from` and `to` times. One pass for all of them. */
export function leadsThatDid(
  data: ProfileData,
  behaviours: Behaviours,
  asked: readonly Often[],
): readonly Uint8Array[] {
  const { measured } = data;
  const times = new Int32Array(behaviours.list.length);
  const met = new Int32Array(behaviours.list.length);
  const masks = asked.map(() => new Uint8Array(measured.length));
  if (asked.length === 0) return masks;
  for (let lead = 0; lead < measured.length; lead += 1) {
    if (measured[lead] !== 1) continue;
    const count = countTimes(data, behaviours, lead, times, met);
    asked.forEach(({ behaviour, from, to }, index) => {
      const often = times[behaviour] ?? 0;
      const mask = masks[index];
      if (mask !== undefined && often >= from && (to === null || often <= to)) mask[lead] = 1;
    });
    for (let index = 0; index < count; index += 1) times[met[index] ?? 0] = 0;
  }
  return masks;
}
