/** Two sides in depth, and the leads that tell them apart. */
import type { RevenueCompared, WeeklyDifference } from '../../../api/compare-pair.ts';
import type { Page, SwapRow } from '../../../api/contract.ts';
import type { SwapName } from '../../../api/frame.ts';
import { type Comparison, comparePair as comparisonOf } from '../../../core/comparison/pair/comparison.ts';
import { type OlderAndNewer, olderAndNewer } from '../../../core/comparison/pair/older-newer.ts';
import { type Deal, revenueDifference } from '../../../core/comparison/pair/revenue-difference.ts';
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
  readonly revenue: RevenueCompared;
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
    revenue: revenueOf(analysed, a, b),
    periods: olderAndNewer(history, facts, a, b, question),
  };
}

/** Deals are listed where so few tell the two apart that an interval says little (STATISTICS.md 2). */
const LEAST_DEALS = 30;

function revenueOf({ facts, history, naming }: AnalysedHistory, a: ReachedLeads, b: ReachedLeads): RevenueCompared {
  const { total, perLead, withoutLargest, deals } = revenueDifference(facts, a, b);
  const named = ({ lead, amount }: Deal) => ({
    lead: history.leads.ids[lead] ?? '',
    name: naming().nameOf(lead),
    amount,
  });
  return {
    total,
    perLead,
    withoutLargest: withoutLargest && { ...withoutLargest, lead: history.leads.ids[withoutLargest.lead] ?? '' },
    deals: deals.length,
    listed: deals.length < LEAST_DEALS ? deals.map(named) : null,
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
