/** What a frame tells of the history whatever the rule set: small, and kept with a packed history so that it needs no other. */
import { cohortCalendar } from '../../../core/measures/by-time.ts';
import { type CohortFacts, cohortFacts } from '../../../core/measures/frame-of-counts.ts';
import type { CompiledReplay } from '../../../core/replay/compile.ts';
import { hourOf } from '../../../core/replay/decay.ts';
import { asOfWarnings } from '../../../core/replay/warnings.ts';
import { type HistoryNames, historyNames } from '../../../core/rule-set/rule-set-warnings.ts';

export interface HistorySummary {
  readonly leads: number;
  readonly cohort: CohortFacts;
  /** About the moment that the replay stands at. */
  readonly warnings: readonly string[];
  /** What rules can speak of. */
  readonly names: HistoryNames;
  /** No award of the history can get older. */
  readonly longestHours: number;
}

export const historySummary = ({ history, facts }: CompiledReplay): HistorySummary => ({
  leads: history.leads.count,
  cohort: cohortFacts(facts, cohortCalendar(history, facts)),
  warnings: asOfWarnings(history, facts.asOfMs),
  names: historyNames(history),
  longestHours: longestHours(history, facts.asOfMs),
});

function longestHours({ leads, activities }: CompiledReplay['history'], asOfMs: number): number {
  let earliestMs = asOfMs;
  const { offsets, atMs } = activities;
  for (let lead = 0; lead < leads.count; lead += 1) {
    const createdAtMs = leads.createdAtMs[lead] ?? asOfMs;
    if (createdAtMs < earliestMs) earliestMs = createdAtMs;
    const first = offsets[lead] ?? 0;
    if (first < (offsets[lead + 1] ?? 0)) earliestMs = Math.min(earliestMs, atMs[first] ?? earliestMs);
  }
  return hourOf(asOfMs) - hourOf(earliestMs) + 1;
}
