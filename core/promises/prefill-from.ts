import type { RuleSet } from '../rule-set/rule-set.ts';
import type { WorkingHours } from '../working-time/working-hours.ts';

/** What an agreement fills itself from, besides the history. */
export interface PrefillFrom {
  readonly ruleSet: RuleSet;
  /** Id of the level at which leads are handed over. */
  readonly level: string;
  readonly workingHours: WorkingHours;
  /** ISO date. */
  readonly today: string;
  /** How long sales has before a lead without a result counts. */
  readonly maturityDays: number;
  /** Leads a week that sales can follow up; null: not said. */
  readonly capacityPerWeek: number | null;
}
