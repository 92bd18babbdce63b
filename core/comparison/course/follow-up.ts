/** Whether sales, in the history, followed up as soon as a level promises: the agreement's count, at a scenario's level. */
import type { History } from '../../history/history.ts';
import { countFollowUp, type FollowUpCounts, hasTimes } from '../../promises/follow-up-counts.ts';
import { startedLeads } from '../../promises/promise-setting.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import { everyHour, type WorkingClock } from '../../working-time/working-clock.ts';
import type { ReachedLeads } from '../reached-leads.ts';

export interface FollowUp extends FollowUpCounts {
  readonly promisedHours: number;
  /** False: no working hours are agreed, and every hour counts, nights and weekends too. */
  readonly isInWorkingHours: boolean;
  /** False: stages have dates without a time of day, so that hours cannot be told. */
  readonly hasTimes: boolean;
}

export interface FollowUpScope {
  readonly history: History;
  readonly facts: LeadFacts;
  /** Null: no working hours are agreed. */
  readonly workingClock: WorkingClock | null;
}

/** Of all leads of the cohort that reach the level, from reaching it on. */
export function followUp(
  { history, facts, workingClock }: FollowUpScope,
  reached: ReachedLeads,
  promisedHours: number,
): FollowUp {
  const period = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY };
  const leads = startedLeads({ history, facts, start: 'rules', level: '', period, reached: () => reached }, '');
  const terms = { clock: workingClock ?? everyHour, withinHours: promisedHours, asOfMs: facts.asOfMs };
  return {
    promisedHours,
    isInWorkingHours: workingClock !== null,
    hasTimes: hasTimes(history),
    ...countFollowUp(leads, terms),
  };
}
