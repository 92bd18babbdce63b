import { instantText } from '../time/instant.ts';
import type { PairProfile } from './level-pairs.ts';
import type { AttributeLevel, BehaviourLevel, LevelFigures, Profile } from './profile.ts';

/** `accord.profile/1`, as the command line prints it. `pairs`: null where none were asked for. */
export function profileDocument(profile: Profile, pairs: readonly PairProfile[] | null, warnings: readonly string[]) {
  const { asOfMs, leads, observed, converted, immature, unobserved, base, baseInterval, tested, shared } = profile;
  return {
    format: 'accord.profile/1',
    asOf: instantText(asOfMs),
    leads,
    observed,
    converted,
    immature,
    unobserved,
    base,
    baseInterval,
    tested,
    warnings,
    attributes: profile.attributes.map(({ attribute, kind, informationValue, byChance, flags, trend, levels }) => ({
      attribute,
      kind,
      informationValue,
      byChance,
      flags,
      trend,
      levels: levels.map(attributeLevel),
    })),
    behaviours: profile.behaviours.map(
      ({ activity, property, propertyValue, followsHandover, informationValue, byChance, levels }) => ({
        activity,
        property,
        propertyValue,
        followsHandover,
        informationValue,
        byChance,
        levels: levels.map(behaviourLevel),
      }),
    ),
    shared,
    ...(pairs === null ? {} : { pairs: pairs.map(pairDocument) }),
  };
}

/** The keys that every kind of level has, in the order of the format. */
const figures = (level: LevelFigures) => ({
  leads: level.leads,
  observed: level.observed,
  converted: level.converted,
  rate: level.rate,
  interval: level.interval,
  lift: level.lift,
  liftInterval: level.liftInterval,
  weightOfEvidence: level.weightOfEvidence,
  shareOfConverted: level.shareOfConverted,
  shareOfOthers: level.shareOfOthers,
  p: level.pValue,
  q: level.q,
  rank: level.rank,
  points: level.points,
});

const attributeLevel = (level: AttributeLevel) => ({
  value: level.value,
  kind: level.kind,
  ...figures(level),
  condition: level.condition,
  notARule: level.notARule,
});

const behaviourLevel = (level: BehaviourLevel) => ({
  value: level.value,
  ...figures(level),
  on: level.on,
  every: level.every,
});

const pairDocument = ({ first, second, better, beyondPValue, beyondQ, ...level }: PairProfile) => ({
  first,
  second,
  ...figures(level),
  better,
  beyondP: beyondPValue,
  beyondQ,
});
