/** The profile as a screen asks for it: counted once for the same cut points, its pairs each time. */
import type { HistoryProfile } from '../../api/profile.ts';
import type { History } from '../../core/history/history.ts';
import { bestPairs, pairOf } from '../../core/profile/level-pairs.ts';
import type { LevelReference, ProfileFault, ProfileQuestion } from '../../core/profile/profile.ts';
import { type CountedProfile, profileHistory } from '../../core/profile/profile-history.ts';
import { fail, ok, type Result } from '../../core/result.ts';

export interface AskedProfile extends ProfileQuestion {
  readonly pair: { readonly first: LevelReference; readonly second: LevelReference } | null;
  readonly bestPairs: boolean;
}

export type ProfileAnswer = Result<HistoryProfile, ProfileFault>;

export interface ProfileAnswers {
  readonly answer: (asked: AskedProfile) => ProfileAnswer;
  /** Lets go of what was counted, which holds the history. */
  readonly forget: () => void;
}

export function createProfileAnswers(history: () => History): ProfileAnswers {
  let held: { readonly key: string; readonly counted: CountedProfile } | undefined;
  const countedFor = (question: ProfileQuestion): Result<CountedProfile, ProfileFault> => {
    const key = JSON.stringify(question);
    if (held?.key === key) return ok(held.counted);
    const counted = profileHistory(history(), question);
    if (counted.ok) held = { key, counted: counted.value };
    return counted;
  };
  return {
    answer: ({ pair, bestPairs: isAsked, ...question }) => {
      const counted = countedFor(question);
      if (!counted.ok) return counted;
      const found = pair === null ? ok(null) : pairOf(counted.value, pair.first, pair.second);
      if (!found.ok) return fail(found.error);
      return ok({
        profile: counted.value.profile,
        pair: found.value,
        bestPairs: isAsked ? bestPairs(counted.value) : [],
      });
    },
    forget: () => {
      held = undefined;
    },
  };
}
