import { itemAt } from '../at.ts';
import type { ReplayResult } from '../replay/replay-result.ts';
import type { RuleSet } from '../rule-set/rule-set.ts';
import { type CohortCalendar, months, weekly } from './by-time.ts';
import { cohortSize } from './cell.ts';
import type { Frame } from './frame.ts';
import { levelMeasures } from './level-measures.ts';
import { bands, sweep } from './sweep.ts';
import { bandEdges, peakRange, roundThresholds } from './thresholds.ts';

/**
 * One frame of the What-if. It runs at every move of a lever: a few passes over typed arrays, no object a lead.
 * `ruleSet` is the one that was replayed; where it has no level `levelId` the frame speaks of its first.
 * `calendar` is the cohort's (`cohortCalendar`), kept between frames: it does not depend on the rule set.
 */
export function frameOf(
  result: ReplayResult,
  ruleSet: RuleSet,
  levelId: string,
  calendar: CohortCalendar,
  warnings: readonly string[],
): Frame {
  const levelIndex = Math.max(
    0,
    ruleSet.levels.findIndex(({ id }) => id === levelId),
  );
  const level = itemAt(ruleSet.levels, levelIndex);
  const range = peakRange(result, itemAt(result.levels, levelIndex).peak);
  return {
    asOfMs: result.facts.asOfMs,
    ...cohortSize(result.facts),
    warnings,
    levels: ruleSet.levels.map(({ id }, index) => levelMeasures(result, index, id)),
    level: level.id,
    threshold: level.total,
    weekly: weekly(result, levelIndex, calendar),
    sweep: sweep(result, levelIndex, roundThresholds(range, level.total), calendar.weeks),
    months: months(result, levelIndex, calendar),
    bands: bands(result, levelIndex, bandEdges(range, level.total)),
  };
}
