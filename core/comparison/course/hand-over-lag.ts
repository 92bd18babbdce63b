/** When a scenario would have handed a lead over, against when sales was really given it (STATISTICS.md 7). */
import { numberAt } from '../../at.ts';
import { DAY_MS } from '../../history/history.ts';
import { isMeasured } from '../../measures/cell.ts';
import { median } from '../../measures/median.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import type { ReachedLeads } from '../reached-leads.ts';

/** Over the leads that reach the level and were handed over as well; what became of them is taken as it was. */
export interface HandOverLag {
  /** The median of reaching − hand-over: below zero the scenario is earlier. Null where there is no such lead. */
  readonly medianDaysLater: number | null;
  readonly leads: number;
  readonly earlier: number;
  readonly later: number;
}

/** A hand-over dated before the creation, as a day without a time may be, counts from there: nobody can reach a level earlier. */
export function handOverLag(facts: LeadFacts, createdAtMs: Float64Array, { reachedAtMs }: ReachedLeads): HandOverLag {
  const lagsMs = new Float64Array(reachedAtMs.length);
  let leads = 0;
  let earlier = 0;
  let later = 0;
  for (let lead = 0; lead < reachedAtMs.length; lead += 1) {
    const handedOverAtMs = Math.max(numberAt(facts.workedAtMs, lead), numberAt(createdAtMs, lead));
    const lagMs = numberAt(reachedAtMs, lead) - handedOverAtMs;
    if (Number.isNaN(lagMs) || !isMeasured(facts, lead)) continue;
    lagsMs[leads] = lagMs;
    leads += 1;
    if (lagMs < 0) earlier += 1;
    if (lagMs > 0) later += 1;
  }
  return {
    medianDaysLater: leads === 0 ? null : median(lagsMs.subarray(0, leads)) / DAY_MS,
    leads,
    earlier,
    later,
  };
}
