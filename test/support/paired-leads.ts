/** Leads as two scenarios see them, without a history behind. */
import type { ReachedLeads } from '../../core/comparison/reached-leads.ts';
import { type LeadFacts, OUTCOMES, type Outcome } from '../../core/replay/replay-result.ts';

/** A score of null: none. */
export interface PairedLead {
  readonly outcome: Outcome;
  readonly inA: boolean;
  readonly inB: boolean;
  readonly scoreA: number | null;
  readonly scoreB: number | null;
  /** Of its won stages. */
  readonly amount?: number;
}

export function factsOfPaired(leads: readonly PairedLead[]): LeadFacts {
  const instants = new Float64Array(leads.length).fill(1_000);
  const all = new Uint8Array(leads.length).fill(1);
  return {
    asOfMs: 2_000,
    exists: all,
    inCohort: all,
    outcome: Uint8Array.from(leads, ({ outcome }) => OUTCOMES.indexOf(outcome)),
    sqlAtMs: instants,
    closedAtMs: instants,
    workedAtMs: instants,
    horizonMs: instants,
    won: Uint8Array.from(leads, ({ amount }) => (amount === undefined ? 0 : 1)),
    wonAmount: Float64Array.from(leads, ({ amount = 0 }) => amount),
  };
}

export const reachedOfPaired = (leads: readonly PairedLead[], side: 'A' | 'B'): ReachedLeads => ({
  reachedAtMs: Float64Array.from(leads, (lead) => (lead[`in${side}`] ? 500 : Number.NaN)),
  peak: Float64Array.from(leads, (lead) => lead[`score${side}`] ?? Number.NaN),
});

/** So many leads alike: not converted, of neither side and without a score unless said otherwise. */
export const pairedLeads = (count: number, lead: Partial<PairedLead>): readonly PairedLead[] =>
  Array.from({ length: count }, () => ({
    outcome: 'not converted',
    inA: false,
    inB: false,
    scoreA: null,
    scoreB: null,
    ...lead,
  }));
