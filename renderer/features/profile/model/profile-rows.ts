/** The profile as rows: one for each level of each attribute and behaviour. */
import type {
  AttributeLevel,
  AttributeProfile,
  BehaviourLevel,
  BehaviourProfile,
  LevelReference,
  Profile,
} from '../../../../api/profile.ts';
import { type LevelMark, marksOf } from './level-marks.ts';

interface AnyRow {
  /** Names the row for as long as its level stays what it is. */
  readonly key: string;
  /** Of the attribute or behaviour. */
  readonly group: string;
  /** Where the level stands among those of its group. */
  readonly place: number;
  readonly reference: LevelReference;
  readonly informationValue: number;
  readonly marks: readonly LevelMark[];
}

export interface AttributeRow extends AnyRow {
  readonly kind: 'attribute';
  readonly profile: AttributeProfile;
  readonly level: AttributeLevel;
}

export interface BehaviourRow extends AnyRow {
  readonly kind: 'behaviour';
  readonly profile: BehaviourProfile;
  readonly level: BehaviourLevel;
}

export type ProfileRow = AttributeRow | BehaviourRow;

/** Attributes first, each in the order of the profile. Levels that nobody is in are left out, but for bands. */
export const rowsOf = ({ attributes, behaviours }: Profile): readonly ProfileRow[] => [
  ...attributes.flatMap((profile) =>
    profile.levels.map((level, place): ProfileRow => {
      const reference = { attribute: profile.attribute, value: level.value };
      return {
        kind: 'attribute',
        key: keyOf(reference),
        group: groupOf(profile),
        place,
        reference,
        informationValue: profile.informationValue,
        marks: marksOf(level, profile),
        profile,
        level,
      };
    }),
  ),
  ...behaviours.flatMap((profile) =>
    profile.levels
      .map((level, place): ProfileRow => {
        const { activity, property, propertyValue } = profile;
        const reference = { activity, property, propertyValue, value: level.value };
        return {
          kind: 'behaviour',
          key: keyOf(reference),
          group: groupOf(profile),
          place,
          reference,
          informationValue: profile.informationValue,
          marks: marksOf(level, profile),
          profile,
          level,
        };
      })
      .filter(({ level }) => level.leads > 0),
  ),
];

export const keyOf = (reference: LevelReference): string =>
  JSON.stringify(
    'attribute' in reference
      ? [reference.attribute, reference.value]
      : [reference.activity, reference.property, reference.propertyValue, reference.value],
  );

/** Names an attribute or a behaviour. */
const groupOf = (profile: AttributeProfile | BehaviourProfile): string =>
  'attribute' in profile
    ? JSON.stringify([profile.attribute])
    : JSON.stringify([profile.activity, profile.property, profile.propertyValue]);
