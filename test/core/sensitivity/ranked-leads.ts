/** Leads by peak and outcome, as a replay and the facts would tell of them. */
import { OUTCOMES, type Outcome } from '../../../core/replay/replay-result.ts';
import type { MeasuredLeads } from '../../../core/sensitivity/measured-leads.ts';

export interface RankedLead {
  readonly peak: number;
  readonly outcome: Outcome;
}

export const NO_PEAK = Number.NEGATIVE_INFINITY;

export function rankedLeads(leads: readonly RankedLead[]): {
  readonly measured: MeasuredLeads;
  readonly peaks: Float64Array;
} {
  return {
    measured: {
      leads: Int32Array.from(leads.keys()),
      outcome: Uint8Array.from(leads, ({ outcome }) => OUTCOMES.indexOf(outcome)),
      sqls: leads.filter(({ outcome }) => outcome === 'converted').length,
    },
    peaks: Float64Array.from(leads, ({ peak }) => peak),
  };
}
