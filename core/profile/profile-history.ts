import type { History } from '../history/history.ts';
import { informationValue } from '../quality/information-value.ts';
import { lateActivities } from '../quality/late-activities.ts';
import { fail, ok, type Result } from '../result.ts';
import { rateOf, wilsonInterval } from '../statistics/wilson.ts';
import { foldText } from '../text.ts';
import { type AttributeDraft, attributeDrafts, hasBands } from './attribute-drafts.ts';
import { attributeFlags } from './attribute-flags.ts';
import { attributeProfile } from './attribute-profiles.ts';
import { countBehaviours, TIMES } from './behaviour-counts.ts';
import { type Behaviour, type Behaviours, behavioursOf } from './behaviours.ts';
import { figuresOfLevels } from './level-figures.ts';
import type {
  AttributeProfile,
  BehaviourLevel,
  BehaviourProfile,
  LevelCounts,
  LevelFigures,
  Profile,
  ProfileFault,
  ProfileQuestion,
} from './profile.ts';
import { type ProfileData, profileData } from './profile-data.ts';
import { sharedByConverted } from './shared-levels.ts';

/** A profile with what it was counted from: combinations of its levels are counted when they are asked for. */
export interface CountedProfile {
  readonly profile: Profile;
  readonly data: ProfileData;
  readonly attributes: readonly AttributeDraft[];
  readonly behaviours: Behaviours;
}

/**
 * The profile of a history: what the attributes and behaviours of its leads say of their outcome. Only leads with a known
 * outcome count in a rate; only what a lead did before its horizon counts as its behaviour. Time grows with the rows of the
 * history. A fault where cut points do not fit it.
 */
export function profileHistory(history: History, question: ProfileQuestion): Result<CountedProfile, ProfileFault> {
  const fault = faultOf(history, question.cutPoints);
  if (fault !== null) return fail(fault);
  const data = profileData(history, question.options);
  const attributes = attributeDrafts(data, question.cutPoints);
  const behaviours = behavioursOf(data);
  const countsOfBehaviours = countBehaviours(data, behaviours);
  const counts = [
    ...attributes.flatMap(({ levels }) => levels.map((level) => level.counts)),
    ...countsOfBehaviours.flat(),
  ];
  const figures = figuresOfLevels(counts, data.base);
  let place = 0;
  const take = (count: number): readonly LevelFigures[] => {
    place += count;
    return figures.slice(place - count, place);
  };
  const flagsOf = attributeFlags(data.quality, question.keptOut);
  const judged = attributes.map((draft) =>
    attributeProfile(draft, take(draft.levels.length), flagsOf(draft.column.name, draft.isConstant)),
  );
  const late = typesAfterHandover(data, question);
  const behaved = behaviours.list.map((behaviour, index) =>
    behaviourProfile(
      behaviour,
      countsOfBehaviours[index] ?? [],
      take(TIMES.length),
      late.has(foldText(behaviour.activity)),
    ),
  );
  const { base } = data;
  const profile: Profile = {
    asOfMs: data.quality.facts.asOfMs,
    ...base,
    immature: data.immature,
    unobserved: base.leads - base.observed - data.immature,
    base: rateOf(base.converted, base.observed),
    baseInterval: wilsonInterval(base.converted, base.observed),
    tested: figures.filter(({ pValue }) => pValue !== null).length,
    attributes: byInformation(judged),
    behaviours: byInformation(behaved),
    shared: sharedByConverted(judged, behaved),
  };
  return ok({ profile, data, attributes, behaviours });
}

const byInformation = <T extends AttributeProfile | BehaviourProfile>(profiles: readonly T[]): readonly T[] =>
  profiles.toSorted((left, right) => right.informationValue - left.informationValue);

function faultOf({ leads }: History, cutPoints: ProfileQuestion['cutPoints']): ProfileFault | null {
  for (const [attribute, cuts] of Object.entries(cutPoints)) {
    const column = leads.attributes.find(({ name }) => name === attribute && name !== 'created');
    if (column === undefined || !hasBands(column)) return { kind: 'noBands', attribute };
    if (!cuts.every((cut, index) => Number.isFinite(cut) && cut > (cuts[index - 1] ?? Number.NEGATIVE_INFINITY)))
      return { kind: 'notAscending', attribute };
  }
  return null;
}

/** Folded. */
function typesAfterHandover({ quality }: ProfileData, { options }: ProfileQuestion): ReadonlySet<string> {
  const found = options.horizon === 'handover' ? null : lateActivities(quality);
  return new Set(found?.types.map(({ type }) => foldText(type)) ?? []);
}

function behaviourProfile(
  { activity, property, propertyValue }: Behaviour,
  counts: readonly LevelCounts[],
  figures: readonly LevelFigures[],
  followsHandover: boolean,
): BehaviourProfile {
  const classes = counts
    .filter((_, index) => TIMES[index]?.value !== '1+')
    .map(({ observed, converted }) => ({ converted, notConverted: observed - converted }));
  const { value, byChance } = informationValue(classes);
  const on: BehaviourLevel['on'] = {
    type: [activity],
    ...(property === null || propertyValue === null ? {} : { if: { property, op: 'is', value: propertyValue } }),
  };
  return {
    activity,
    property,
    propertyValue,
    followsHandover,
    informationValue: value,
    byChance,
    levels: figures.flatMap((found, index): readonly BehaviourLevel[] => {
      const times = TIMES[index];
      if (times === undefined) return [];
      return [{ value: times.value, times: { from: times.from, to: times.to }, on, every: times.every, ...found }];
    }),
  };
}
