/** The leads of two scenarios as counts: who reaches it by A alone, by B alone or by both, and what became of them. */
import { isMeasured } from '../../measures/cell.ts';
import { type SwapCounts, swapAgainst } from '../../measures/swap-set.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import type { PairedCounts, PairedUnobserved } from '../../statistics/paired-counts.ts';
import { isReached, type ReachedLeads } from '../reached-leads.ts';

/** Gained: B alone reaches it. Lost: A alone. Kept: both. */
export const swapOfPair = (facts: LeadFacts, a: ReachedLeads, b: ReachedLeads): SwapCounts =>
  swapAgainst(
    facts,
    b.reachedAtMs,
    Uint8Array.from(a.reachedAtMs, (atMs) => (Number.isNaN(atMs) ? 0 : 1)),
  );

export const observedOf = ({ kept, lost, gained }: SwapCounts): PairedCounts => ({
  bothConverted: kept.converted,
  onlyAConverted: lost.converted,
  onlyBConverted: gained.converted,
  bothNot: kept.observed - kept.converted,
  onlyANot: lost.observed - lost.converted,
  onlyBNot: gained.observed - gained.converted,
});

export const unobservedOf = ({ kept, lost, gained }: SwapCounts): PairedUnobserved => ({
  both: kept.unobserved,
  onlyA: lost.unobserved,
  onlyB: gained.unobserved,
});

/** The measured leads that A or B reaches, as indices in the history, ascending. */
export function leadsOfEither(facts: LeadFacts, a: ReachedLeads, b: ReachedLeads): Int32Array {
  const leads = new Int32Array(facts.inCohort.length);
  let count = 0;
  for (let lead = 0; lead < leads.length; lead += 1) {
    if (!isReached(a, lead) && !isReached(b, lead)) continue;
    if (!isMeasured(facts, lead)) continue;
    leads[count] = lead;
    count += 1;
  }
  return leads.subarray(0, count);
}
