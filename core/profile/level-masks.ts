import { MISSING } from '../history/history.ts';
import { fail, ok, type Result } from '../result.ts';
import { leadsThatDid, type Often, TIMES } from './behaviour-counts.ts';
import type { LevelReference, ProfileFault } from './profile.ts';
import type { CountedProfile } from './profile-history.ts';

/** By lead, 1: measured and in the level. In the order of the levels; a fault where the profile has no such level. */
export function levelMasks(
  counted: CountedProfile,
  levels: readonly LevelReference[],
): Result<readonly Uint8Array[], ProfileFault> {
  const places = levels.map((level) => placeOf(counted, level));
  const unknown = levels.find((_, index) => places[index] === null);
  if (unknown !== undefined) return fail({ kind: 'unknownLevel', level: unknown });
  const asked = places.filter((place) => place !== null && 'behaviour' in place);
  const did = leadsThatDid(counted.data, counted.behaviours, asked);
  let next = 0;
  const masks = places.map((place): Uint8Array => {
    if (place === null) return new Uint8Array(0);
    if ('entries' in place) return maskOfEntries(counted, place);
    next += 1;
    return did[next - 1] ?? new Uint8Array(0);
  });
  return ok(masks);
}

interface Entries {
  readonly entries: readonly number[];
  readonly codes: Int32Array;
}

function placeOf({ attributes, behaviours }: CountedProfile, level: LevelReference): Entries | Often | null {
  if ('attribute' in level) {
    const draft = attributes.find(({ column }) => column.name === level.attribute);
    const found = draft?.levels.find(({ value }) => value === level.value);
    return draft === undefined || found === undefined ? null : { entries: found.entries, codes: draft.column.codes };
  }
  const { activity, property, propertyValue } = level;
  const behaviour = behaviours.list.findIndex(
    (one) => one.activity === activity && one.property === property && one.propertyValue === propertyValue,
  );
  const times = TIMES.find(({ value }) => value === level.value);
  return behaviour < 0 || times === undefined ? null : { behaviour, from: times.from, to: times.to };
}

function maskOfEntries({ data: { measured } }: CountedProfile, { entries, codes }: Entries): Uint8Array {
  const most = entries.reduce((left, right) => Math.max(left, right), 0);
  const isIn = new Uint8Array(most + 1);
  for (const entry of entries) isIn[entry] = 1;
  const mask = new Uint8Array(measured.length);
  for (let lead = 0; lead < mask.length; lead += 1)
    if (measured[lead] === 1) mask[lead] = isIn[(codes[lead] ?? MISSING) + 1] ?? 0;
  return mask;
}
