import { isOnlySuspicious } from './attribute-flags.ts';
import type { AttributeProfile, BehaviourProfile, LevelFigures, LevelReference, SharedLevel } from './profile.ts';

/** Benjamini and Hochberg's q above which a level says nothing (STATISTICS.md 5). */
export const MOST_FALSE = 0.1;
/** Of the converted: half would leave out what nearly half of them share and hardly anybody else has. */
const LEAST_OF_CONVERTED = 0.4;
/** Few others: at most half as large a share of them. */
const MOST_OF_OTHERS = 0.5;
const MOST_LEVELS = 10;

/**
 * What at least two in five of the converted have, and the others at most half as often, with q at most 0.1: a share of the converted
 * alone says nothing where everybody else has it too. Widest apart first, one level of each attribute and behaviour, at most
 * ten; of a type of activity and its property values, which lie within it, the wider. What leaks, is kept out, is today's count or follows
 * from the hand-over is not told, nor what leads do not have or have not done; of an attribute whose only sign of leaking is a high information value it
 * is told with that doubt, since what is shared most has one too.
 */
export function sharedByConverted(
  attributes: readonly AttributeProfile[],
  behaviours: readonly BehaviourProfile[],
): readonly SharedLevel[] {
  const best = [
    ...attributes
      .filter((one) => one.flags.length === 0 || isOnlySuspicious(one))
      .map((one) =>
        widest(
          one.levels
            .filter(({ kind }) => kind === 'value' || kind === 'band')
            .map((level) =>
              sharedLevel({ attribute: one.attribute, value: level.value }, level, isOnlySuspicious(one)),
            ),
        ),
      ),
    ...behaviours
      .filter(({ followsHandover }) => !followsHandover)
      .map(({ activity, property, propertyValue, levels }) =>
        widest(
          levels
            .filter(({ times }) => times.from > 0)
            .map((level) => sharedLevel({ activity, property, propertyValue, value: level.value }, level, false)),
        ),
      ),
  ];
  return best
    .filter((level) => level !== undefined)
    .sort((left, right) => apart(right) - apart(left))
    .filter(({ level }, index, all) => !all.slice(0, index).some((wider) => liesWithin(level, wider.level)))
    .slice(0, MOST_LEVELS);
}

/** Of two levels of one type of activity, one of which counts all of its activities. */
const liesWithin = (one: LevelReference, other: LevelReference): boolean =>
  'activity' in one &&
  'activity' in other &&
  one.activity === other.activity &&
  (one.property === null || other.property === null);

function sharedLevel(level: LevelReference, figures: LevelFigures, isSuspicious: boolean): SharedLevel | null {
  const { shareOfConverted, shareOfOthers, lift, q } = figures;
  if (shareOfConverted === null || shareOfOthers === null || lift === null || q === null || q > MOST_FALSE) return null;
  if (shareOfConverted < LEAST_OF_CONVERTED || shareOfOthers > MOST_OF_OTHERS * shareOfConverted) return null;
  return { level, isSuspicious, shareOfConverted, shareOfOthers, lift, q };
}

const apart = ({ shareOfConverted, shareOfOthers }: SharedLevel): number => shareOfConverted - shareOfOthers;

const widest = (levels: readonly (SharedLevel | null)[]): SharedLevel | undefined =>
  levels.filter((level) => level !== null).sort((left, right) => apart(right) - apart(left))[0];
