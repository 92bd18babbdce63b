/** Two sides in depth, and the leads that tell them apart. */
import type { WeeklyDifference } from '../../../api/compare-pair.ts';
import type { Page, SwapRow } from '../../../api/contract.ts';
import type { SwapName } from '../../../api/frame.ts';
import { type Comparison, comparePair as comparisonOf } from '../../../core/comparison/pair/comparison.ts';
import { type OlderAndNewer, olderAndNewer } from '../../../core/comparison/pair/older-newer.ts';
import { asResult, type ReachedLeads } from '../../../core/comparison/reached-leads.ts';
import { weekly } from '../../../core/measures/by-time.ts';
import { cohortSize } from '../../../core/measures/cell.ts';
import { swapRows } from '../../replay/swap-rows.ts';
import type { AnalysedHistory, AnalysedSide } from '../analysed-history.ts';

interface TwoSides {
  readonly a: AnalysedSide;
  readonly b: AnalysedSide;
}

export interface PairQuestion extends TwoSides {
  readonly level: string;
  readonly splitMs: number | null;
  readonly gapDays: number;
}

export interface PairAnswer extends Comparison {
  readonly asOfMs: number;
  readonly leads: number;
  readonly weekly: WeeklyDifference;
  readonly periods: OlderAndNewer | null;
}

export function comparePair(analysed: AnalysedHistory, question: PairQuestion): PairAnswer {
  const { history, facts, calendar } = analysed;
  const [a, b] = [analysed.reached(question.a), analysed.reached(question.b)];
  const meanOf = (side: ReachedLeads): number => weekly(asResult(facts, side), 0, calendar).mean;
  return {
    asOfMs: facts.asOfMs,
    leads: cohortSize(facts).leads,
    ...comparisonOf(facts, a, b, question.level),
    weekly: { a: meanOf(a), b: meanOf(b), difference: meanOf(b) - meanOf(a) },
    periods: olderAndNewer(history, facts, a, b, question),
  };
}

export interface PairSwapQuestion extends TwoSides {
  readonly list: SwapName;
  readonly offset: number;
  readonly limit: number;
}

export function comparePairSwap(analysed: AnalysedHistory, question: PairSwapQuestion): Page<SwapRow> {
  const { a, b, ...page } = question;
  const { history, facts } = analysed;
  return swapRows({
    history,
    naming: analysed.naming(),
    baseline: asResult(facts, analysed.reached(a)),
    baselineLevel: 0,
    scenario: asResult(facts, analysed.reached(b)),
    scenarioLevel: 0,
    ...page,
  });
}
