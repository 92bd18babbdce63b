/** What the best customers share: the part of the contract that speaks of it. */
import * as z from 'zod/mini';
import type { PairProfile } from '../core/profile/level-pairs.ts';
import type { Profile } from '../core/profile/profile.ts';

export type { PairProfile } from '../core/profile/level-pairs.ts';
export type * from '../core/profile/profile.ts';

const text = z.string().check(z.maxLength(1_000));
const cell = z.string().check(z.maxLength(100_000));

/** A level of the profile, by what it is called there. */
const level = z.union([
  z.strictObject({ attribute: text, value: z.nullable(cell) }),
  z.strictObject({
    activity: cell,
    property: z.nullable(text),
    propertyValue: z.nullable(cell),
    value: z.enum(['1+', '0', '1', '2–3', '4+']),
  }),
]);

export const PROFILE_INPUTS = {
  /**
   * What the converted leads share. `cutPoints`: by attribute, where its bands meet, in place of proposed ones; `pair`: two
   * levels whose leads are to be counted together; `bestPairs`: looks for the pairs that say more than either level alone.
   */
  'history.profile': z.strictObject({
    horizon: z.optional(z.enum(['outcome', 'handover'])),
    cutPoints: z.optional(z.readonly(z.record(text, z.readonly(z.array(z.number()).check(z.maxLength(50)))))),
    pair: z.optional(z.strictObject({ first: level, second: level })),
    bestPairs: z.optional(z.boolean()),
  }),
} as const;

export interface ProfileOutputs {
  readonly 'history.profile': HistoryProfile;
}

export interface HistoryProfile {
  readonly profile: Profile;
  /** Null where none was asked for. */
  readonly pair: PairProfile | null;
  /** Empty where none were asked for. */
  readonly bestPairs: readonly PairProfile[];
}
