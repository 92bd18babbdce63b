import { cohortSize, isMeasured, NOT_CONVERTED } from '../../measures/cell.ts';
import { peakRange, roundThresholds } from '../../measures/thresholds.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import { asResult, type ReachedLeads } from '../reached-leads.ts';
import { type BestThreshold, bestThreshold, type CohortOutcomes, isAsGoodAs } from './best-threshold.ts';
import type { LinePoint, LineTerms } from './line-point.ts';
import { capacityHoldsFrom, capacityThreshold, constrainedPick, type PickTerms } from './picks.ts';
import { plateauAround, type ThresholdRange } from './plateau.ts';
import { type Stability, stabilityOf } from './stability.ts';
import { type Line, sweepLine } from './sweep-line.ts';

/** Of one set of thresholds: the level as it stands, and which others would do as well or better. */
export interface LineFigures {
  /** The level's own; it need not be among the thresholds. */
  readonly present: LinePoint;
  /** Thresholds that convert as the present one does, as closely as that is known. */
  readonly plateau: ThresholdRange | null;
  readonly best: BestThreshold | null;
  /** The present one is at most one standard error worse than the best. */
  readonly isPresentAsGood: boolean;
  /** The lowest at which nine weeks in ten stay within the capacity. */
  readonly capacityThreshold: number | null;
  /** The lowest from which on they do at every threshold. */
  readonly capacityHoldsFrom: number | null;
  /** Most SQLs within what is asked for. */
  readonly pick: LinePoint | null;
  readonly stability: Stability | null;
}

/** So few figures of so many: round thresholds, at most about 120, the present one among them (a chart's worth). */
export function chartThresholds(facts: LeadFacts, { peak, reachedAtMs }: ReachedLeads, present: number): Float64Array {
  return roundThresholds(peakRange(asResult(facts, { peak, reachedAtMs }), peak), present);
}

export type LineQuestion = LineTerms & Pick<PickTerms, 'leastRate'>;

/**
 * `points`: the sweep that is looked through, ascending. `steps`: the one with a person's steps, which holds `threshold`; stability
 * is told in these.
 */
export function lineFigures(
  line: Line,
  threshold: number,
  points: readonly LinePoint[],
  steps: readonly LinePoint[],
  question: LineQuestion,
): LineFigures {
  const cohort = cohortOutcomes(line);
  const [present] = sweepLine(line, Float64Array.of(threshold), question);
  if (present === undefined) throw new Error('one threshold gives one point');
  const best = bestThreshold(points, cohort, question);
  return {
    present,
    plateau: plateauAround(points, threshold),
    best,
    isPresentAsGood: best !== null && isAsGoodAs(best, present, cohort, question),
    capacityThreshold: capacityThreshold(points, question.capacityPerWeek),
    capacityHoldsFrom: capacityHoldsFrom(points, line, question.capacityPerWeek),
    pick: constrainedPick(points, question),
    stability: stabilityOf(steps, threshold, cohort, question),
  };
}

export function cohortOutcomes({ facts, sqls }: Line): CohortOutcomes {
  let notConverted = 0;
  for (let lead = 0; lead < facts.outcome.length; lead += 1)
    if (facts.outcome[lead] === NOT_CONVERTED && isMeasured(facts, lead)) notConverted += 1;
  return { leads: cohortSize(facts).leads, sqls, notConverted };
}
