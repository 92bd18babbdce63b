import type { PairCompared } from '../../../../api/compare-pair.ts';
import type { SwapSummary } from '../../../../api/contract.ts';
import type { SwapName } from '../../../../api/frame.ts';
import { conversionDifference } from '../../../../core/comparison/pair/conversion-difference.ts';
import { type Finding, findingOf } from '../../../../core/comparison/pair/finding.ts';
import { observedOf } from '../../../../core/comparison/pair/paired-leads.ts';
import { type PairedRateDifference, pairedRateDifference } from '../../../../core/statistics/paired-rates.ts';
import { leadsToSettle } from '../../../../core/statistics/pilot.ts';

type Swap = Readonly<Record<SwapName, SwapSummary>>;

/** What a frame tells of the scenario (B) against its baseline (A) at once, without asking the history again. */
export interface ToldDifference {
  /** Null where one of the two has no lead with a known outcome. */
  readonly rate: PairedRateDifference | null;
  /** Leads of either whose outcome nobody knows. */
  readonly unobserved: number;
  /** Null: only the leads themselves can tell how much the unknown ones weigh. */
  readonly finding: Finding | null;
}

/**
 * The paired difference of STATISTICS.md 1.4 from the counts of kept, gained and lost, and what it comes to as far as these
 * counts say: whether sales skipped the better leads needs the scores, which `compare.pair` looks at.
 */
export function toldDifference(swap: Swap): ToldDifference {
  const { kept, gained, lost } = swap;
  const difference = conversionDifference(swap, []);
  const rate = pairedRateDifference(observedOf(swap));
  const finding = findingOf({
    isSameLeads: gained.leads + lost.leads === 0,
    a: { converted: kept.converted + lost.converted },
    b: { converted: kept.converted + gained.converted },
    // What is plausible rests on bands of scores, which the counts do not have.
    difference: { ...difference, plausible: null },
    pilotLeads: null,
    leadsNeeded: rate === null ? null : leadsToSettle(rate.difference, rate.standardError, difference.observed),
  });
  return { rate, unobserved: difference.unobserved, finding: finding.kind === 'cannotSettle' ? null : finding };
}

const COUNTS = ['leads', 'observed', 'converted', 'unobserved'] as const;

/** Whether the answer tells the very leads apart that the frame does: an older one does not. */
export const isOfSameLeads = (answer: PairCompared, swap: Swap): boolean =>
  (['kept', 'gained', 'lost'] as const).every((list) =>
    COUNTS.every((count) => answer.swap[list][count] === swap[list][count]),
  );
