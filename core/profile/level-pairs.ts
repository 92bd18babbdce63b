/** Combinations of two levels: leads that are in both, against everybody and against the better of the two by itself. */

import { ok, type Result } from '../result.ts';
import { rateOf } from '../statistics/wilson.ts';
import { differenceTest } from './difference-test.ts';
import { falseDiscoveryRates } from './false-discovery.ts';
import { figuresOfLevels } from './level-figures.ts';
import { levelMasks } from './level-masks.ts';
import type { LevelCounts, LevelFigures, LevelReference, Profile, ProfileFault } from './profile.ts';
import type { CountedProfile } from './profile-history.ts';
import { MOST_FALSE } from './shared-levels.ts';

/** `q` and `rank` among the pairs looked at together. */
export interface PairProfile extends LevelFigures {
  readonly first: LevelReference;
  readonly second: LevelReference;
  /** Of the two levels the one that converts more often, counted without the leads of the pair. */
  readonly better: LevelCounts & { readonly level: 'first' | 'second'; readonly rate: number | null };
  /** Of no difference between the pair and `better`: whether it takes both. `beyondQ`: over the pairs looked at together. */
  readonly beyondPValue: number | null;
  readonly beyondQ: number | null;
}

export interface BestPairsQuestion {
  /** Combined are the levels of the highest rank that can become a rule, so many of them, at most three of one attribute or type. */
  readonly among: number;
  /** Known outcomes that a pair needs. */
  readonly leastObserved: number;
  readonly most: number;
}

const BEST_PAIRS: BestPairsQuestion = { among: 20, leastObserved: 20, most: 10 };

/** The leads that are in both levels; a fault where the profile has no such level. */
export function pairOf(
  counted: CountedProfile,
  first: LevelReference,
  second: LevelReference,
): Result<PairProfile, ProfileFault> {
  const masks = levelMasks(counted, [first, second]);
  if (!masks.ok) return masks;
  const [one = NOBODY, other = NOBODY] = masks.value;
  const [pair] = judged([countPair(counted, first, second, one, other)], counted.data.base);
  if (pair === undefined) throw new Error('one pair was counted and none judged');
  return ok(pair);
}

/**
 * Pairs among the levels of the highest rank with a lift above 1 and a q of at most 0.1, no two of the same attribute or of one
 * behaviour within the other. A pair is told when it has enough known outcomes, converts more often than either, and when both differences, from everybody
 * and from its better half, have a q of at most 0.1 over all pairs that have enough. Highest lower limit of lift first, and of
 * the same two attributes or types of activities the first only.
 */
export function bestPairs(
  counted: CountedProfile,
  { among, leastObserved, most }: BestPairsQuestion = BEST_PAIRS,
): readonly PairProfile[] {
  const levels = candidates(counted.profile).slice(0, among);
  const masks = levelMasks(counted, levels);
  if (!masks.ok) throw new Error('a profile does not know its own levels');
  const pairs = levels.flatMap((first, index) =>
    levels.slice(index + 1).flatMap((second, offset): readonly CountedPair[] => {
      if (!canCombine(first, second)) return [];
      const one = masks.value[index] ?? NOBODY;
      const other = masks.value[index + 1 + offset] ?? NOBODY;
      const pair = countPair(counted, first, second, one, other);
      return pair.counts.observed < leastObserved ? [] : [pair];
    }),
  );
  return judged(pairs, counted.data.base)
    .filter(({ q, lift, rate, better, beyondQ }) => {
      const isMore = (lift ?? 0) > 1 && (rate ?? 0) > (better.rate ?? 1);
      return isMore && isLow(q) && isLow(beyondQ);
    })
    .toSorted((left, right) => (left.rank ?? pairs.length) - (right.rank ?? pairs.length))
    .filter((pair, index, all) => all.findIndex((earlier) => subjects(earlier) === subjects(pair)) === index)
    .slice(0, most);
}

const subjects = ({ first, second }: PairProfile): string => JSON.stringify([subject(first), subject(second)].sort());

const subject = (level: LevelReference): string =>
  'attribute' in level ? `attribute ${level.attribute}` : `activity ${level.activity}`;

const NOBODY = new Uint8Array(0);
const isLow = (q: number | null): boolean => q !== null && q <= MOST_FALSE;

function candidates({ attributes, behaviours }: Profile): readonly LevelReference[] {
  const isPromising = ({ q, lift }: LevelFigures): boolean => isLow(q) && (lift ?? 0) > 1;
  const promising = [
    ...attributes.flatMap(({ attribute, levels }) =>
      levels
        .filter((level) => level.notARule === null && level.kind !== 'missing' && isPromising(level))
        .map(({ value, rank }) => ({ level: { attribute, value }, rank })),
    ),
    ...behaviours
      .filter(({ followsHandover }) => !followsHandover)
      .flatMap(({ activity, property, propertyValue, levels }) =>
        levels
          .filter((level) => level.times.from > 0 && isPromising(level))
          .map(({ value, rank }) => ({ level: { activity, property, propertyValue, value }, rank })),
      ),
  ].sort((left, right) => (left.rank ?? 0) - (right.rank ?? 0));
  const taken = new Map<string, number>();
  return promising
    .filter(({ level }) => {
      const of = subject(level);
      const before = taken.get(of) ?? 0;
      taken.set(of, before + 1);
      return before < MOST_OF_ONE;
    })
    .map(({ level }) => level);
}

/** Hundreds of job titles must not crowd out everything else. */
const MOST_OF_ONE = 3;

function canCombine(first: LevelReference, second: LevelReference): boolean {
  if ('attribute' in first) return !('attribute' in second) || first.attribute !== second.attribute;
  if ('attribute' in second || first.activity !== second.activity) return true;
  if (first.property === null || second.property === null) return false;
  return first.property !== second.property || first.propertyValue !== second.propertyValue;
}

interface CountedPair extends Pick<PairProfile, 'first' | 'second' | 'better'> {
  readonly counts: LevelCounts;
}

/** By membership: 1 the first level only, 2 the second only, 3 both. */
function countPair(
  { data: { measured, outcome } }: CountedProfile,
  first: LevelReference,
  second: LevelReference,
  one: Uint8Array,
  other: Uint8Array,
): CountedPair {
  const leads = new Int32Array(4);
  const observed = new Int32Array(4);
  const converted = new Int32Array(4);
  for (let lead = 0; lead < measured.length; lead += 1) {
    const set = (one[lead] ?? 0) + 2 * (other[lead] ?? 0);
    if (set === 0) continue;
    leads[set] = (leads[set] ?? 0) + 1;
    const found = outcome[lead] ?? -1;
    if (found < 0) continue;
    observed[set] = (observed[set] ?? 0) + 1;
    converted[set] = (converted[set] ?? 0) + found;
  }
  const countsOf = (set: number): LevelCounts => ({
    leads: leads[set] ?? 0,
    observed: observed[set] ?? 0,
    converted: converted[set] ?? 0,
  });
  const both = countsOf(3);
  const rateOfAll = (alone: LevelCounts): number =>
    rateOf(alone.converted + both.converted, alone.observed + both.observed) ?? -1;
  const isFirstBetter = rateOfAll(countsOf(1)) >= rateOfAll(countsOf(2));
  const alone = countsOf(isFirstBetter ? 1 : 2);
  return {
    first,
    second,
    counts: both,
    better: { ...alone, level: isFirstBetter ? 'first' : 'second', rate: rateOf(alone.converted, alone.observed) },
  };
}

function judged(pairs: readonly CountedPair[], base: LevelCounts): readonly PairProfile[] {
  const figures = figuresOfLevels(
    pairs.map(({ counts }) => counts),
    base,
  );
  const beyond = pairs.map(({ counts, better }) =>
    differenceTest(
      { converted: counts.converted, of: counts.observed },
      { converted: better.converted, of: better.observed },
    ),
  );
  const rates = falseDiscoveryRates(beyond);
  return pairs.flatMap(({ first, second, better }, index): readonly PairProfile[] => {
    const found = figures[index];
    if (found === undefined) return [];
    return [{ ...found, first, second, better, beyondPValue: beyond[index] ?? null, beyondQ: rates[index] ?? null }];
  });
}
