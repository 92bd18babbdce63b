/** What a level means for both teams, of one scenario: the figures of a row of the comparison. */
import { type CohortCalendar, weekly } from '../measures/by-time.ts';
import type { Weekly } from '../measures/frame.ts';
import { levelMeasures } from '../measures/level-measures.ts';
import type { LeadFacts, LevelMeasures } from '../replay/replay-result.ts';
import { asResult, type ReachedLeads } from './reached-leads.ts';

export interface LevelFigures {
  /** As `simulate` prints them (REPLAY.md section 4). */
  readonly measures: LevelMeasures;
  readonly weekly: Weekly;
}

export function levelFigures(
  facts: LeadFacts,
  calendar: CohortCalendar,
  reached: ReachedLeads,
  levelId: string,
): LevelFigures {
  const result = asResult(facts, reached);
  return { measures: levelMeasures(result, 0, levelId), weekly: weekly(result, 0, calendar) };
}
