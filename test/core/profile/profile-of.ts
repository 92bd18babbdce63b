import type { History } from '../../../core/history/history.ts';
import type { AttributeProfile, BehaviourProfile, ProfileQuestion } from '../../../core/profile/profile.ts';
import { type CountedProfile, profileHistory } from '../../../core/profile/profile-history.ts';
import { type HistoryRows, historyOf, type LeadRows } from '../../support/history-of.ts';

/** So late that leads which were created long ago are mature. */
export const AS_OF_MS = Date.UTC(2025, 11, 31);

export const ASKED: ProfileQuestion = {
  options: { horizon: 'outcome', asOfMs: AS_OF_MS },
  keptOut: [],
  cutPoints: {},
};

export function countedProfile(history: History, asked: Partial<ProfileQuestion> = {}): CountedProfile {
  const counted = profileHistory(history, { ...ASKED, ...asked });
  if (!counted.ok) throw new Error(JSON.stringify(counted.error));
  return counted.value;
}

/** The profile of a history of these leads. */
export const profileOf = (
  leads: readonly LeadRows[],
  asked: Partial<ProfileQuestion> = {},
  more: Omit<HistoryRows, 'leads'> = {},
) => countedProfile(historyOf({ ...more, leads }), asked).profile;

export function attributeOf(
  { attributes }: { readonly attributes: readonly AttributeProfile[] },
  name: string,
): AttributeProfile {
  const found = attributes.find(({ attribute }) => attribute === name);
  if (found === undefined) throw new Error(`the profile has no attribute ${name}`);
  return found;
}

export function behaviourOf(
  { behaviours }: { readonly behaviours: readonly BehaviourProfile[] },
  activity: string,
  propertyValue: string | null = null,
): BehaviourProfile {
  const found = behaviours.find((one) => one.activity === activity && one.propertyValue === propertyValue);
  if (found === undefined) throw new Error(`the profile has no behaviour ${activity} ${propertyValue}`);
  return found;
}

/** `value: [leads, observed, converted]`, in the order of the levels. */
export const countsByValue = ({
  levels,
}: {
  readonly levels: readonly {
    readonly value: string | null;
    readonly leads: number;
    readonly observed: number;
    readonly converted: number;
  }[];
}) => levels.map(({ value, leads, observed, converted }) => [value, leads, observed, converted]);
