import type { Level, RuleSet } from '../rule-set/rule-set.ts';
import type { MeasuredLeads, Peaks } from './measured-leads.ts';

/** A level of a rule set on a history, and what its leads' peaks are when a lever is moved. */
export interface LevelRanking {
  readonly measured: MeasuredLeads;
  /** That the weekly mean divides by. */
  readonly weeks: number;
  readonly ruleSet: RuleSet;
  readonly level: Level;
  /** Of a rule set that differs from `ruleSet` in levers only: a replay. The answer may be overwritten by the next one. */
  readonly peaksBy: (ruleSet: RuleSet) => Peaks;
}
