import { CONVERTED, isMeasured, NOT_CONVERTED } from '../../measures/cell.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import type { ScoreGroup } from '../../statistics/score-groups.ts';
import { statedHundredths } from './stated-threshold.ts';

/** The score of leads that no threshold ever lets through: without a peak, they rank below all others. */
const NO_SCORE = Number.NEGATIVE_INFINITY;

/**
 * The leads of the cohort with a known outcome by their peak, as far as thresholds tell peaks apart; lowest first, each score once.
 */
export function scoreGroups(facts: LeadFacts, peak: Float64Array): readonly ScoreGroup[] {
  const counts = new Map<number, { converted: number; notConverted: number }>();
  for (let lead = 0; lead < peak.length; lead += 1) {
    const outcome = facts.outcome[lead];
    if ((outcome !== CONVERTED && outcome !== NOT_CONVERTED) || !isMeasured(facts, lead)) continue;
    const value = peak[lead] ?? Number.NaN;
    const score = Number.isNaN(value) ? NO_SCORE : statedHundredths(value) / 100;
    const group = counts.get(score) ?? { converted: 0, notConverted: 0 };
    if (outcome === CONVERTED) group.converted += 1;
    else group.notConverted += 1;
    counts.set(score, group);
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([score, group]) => ({ score, ...group }));
}
