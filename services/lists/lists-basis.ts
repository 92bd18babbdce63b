/** By what the working lists are made: the version in force, or while there is none the scenario on the table. */
import type { ListsBasis } from '../../api/lists.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { asWorkingHours } from '../../core/working-time/as-working-hours.ts';
import { officeHours, type WorkingHours } from '../../core/working-time/working-hours.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { readSettings } from '../../db/queries/settings.ts';
import { signedAgreement } from '../agreement/signed-agreement.ts';
import { readScenarioState } from '../scenario/scenario-state.ts';

export interface ListsDefinition {
  readonly by: ListsBasis;
  readonly ruleSet: RuleSet;
  /** Id of the level at which leads are handed over. */
  readonly level: string;
  readonly workingHours: WorkingHours;
  /** Working hours by level id: what the agreement promises, else what the level says. */
  readonly promisedHours: PromisedHours;
}

type PromisedHours = readonly (readonly [level: string, hours: number])[];

export function readListsDefinition(workshop: ReadableWorkshop): ListsDefinition {
  const signed = signedAgreement(workshop);
  if (signed !== null) {
    const { document, number, signedAtMs } = signed;
    const { ruleSet, level, workingHours, sales } = document;
    return {
      by: { isSigned: true, name: document.name, number, signedAtMs },
      ruleSet,
      level,
      workingHours,
      promisedHours: [
        ...hoursOfLevels(ruleSet, workingHours),
        ...sales.followUp.map(({ level: promised, withinHours }) => [promised, withinHours] as const),
      ],
    };
  }
  const { ruleSet } = readScenarioState(workshop);
  const workingHours = officeHours(readSettings(workshop).timeZone);
  const lowest = ruleSet.levels.toSorted((left, right) => left.total - right.total)[0];
  return {
    by: { isSigned: false, name: ruleSet.name, number: null, signedAtMs: null },
    ruleSet,
    level: lowest?.id ?? '',
    workingHours,
    promisedHours: hoursOfLevels(ruleSet, workingHours),
  };
}

const hoursOfLevels = ({ levels }: RuleSet, workingHours: WorkingHours): PromisedHours =>
  levels.flatMap(({ id, followUpHours }) =>
    followUpHours === undefined ? [] : [[id, asWorkingHours(followUpHours, workingHours)] as const],
  );
