import type { LevelMeasures, ReplayResult } from '../replay/replay-result.ts';
import type { RuleSet } from '../rule-set/rule-set.ts';
import { instantText } from '../time/instant.ts';
import { cohortSize } from './cell.ts';
import { levelMeasures } from './level-measures.ts';

/** The document that `simulate` prints (REPLAY.md section 5). */
export interface SimulateResult {
  readonly format: 'accord.result/1';
  readonly asOf: string;
  /** In the cohort, customers left out. */
  readonly leads: number;
  readonly customers: number;
  readonly warnings: readonly string[];
  readonly levels: readonly LevelMeasures[];
}

/** `ruleSet` is the one that was replayed. */
export function simulateResult(result: ReplayResult, ruleSet: RuleSet, warnings: readonly string[]): SimulateResult {
  const { leads, customers } = cohortSize(result.facts);
  return {
    format: 'accord.result/1',
    asOf: instantText(result.facts.asOfMs),
    leads,
    customers,
    warnings,
    levels: ruleSet.levels.map((level, index) => levelMeasures(result, index, level.id)),
  };
}
