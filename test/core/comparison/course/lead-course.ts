import type { ReachedLeads } from '../../../../core/comparison/reached-leads.ts';
import { type LeadFacts, OUTCOMES, type Outcome } from '../../../../core/replay/replay-result.ts';

export const DAY = 86_400_000;

/** Days since 1970, as all instants here. */
export interface LeadCourse {
  readonly outcome: Outcome;
  readonly reached?: number;
  readonly worked?: number;
  readonly sql?: number;
  readonly closed?: number;
  readonly wonAmount?: number;
  readonly outsideCohort?: boolean;
}

/** Exactly these leads, as a scenario reaches them. */
export function courseOf(leads: readonly LeadCourse[], asOfDay = 100): { facts: LeadFacts; reached: ReachedLeads } {
  const instants = (pick: (lead: LeadCourse) => number | undefined): Float64Array =>
    Float64Array.from(leads, (lead) => (pick(lead) ?? Number.NaN) * DAY);
  const facts: LeadFacts = {
    asOfMs: asOfDay * DAY,
    exists: Uint8Array.from(leads, () => 1),
    inCohort: Uint8Array.from(leads, ({ outsideCohort }) => (outsideCohort ? 0 : 1)),
    outcome: Uint8Array.from(leads, ({ outcome }) => OUTCOMES.indexOf(outcome)),
    sqlAtMs: instants(({ sql }) => sql),
    closedAtMs: instants(({ closed }) => closed),
    workedAtMs: instants(({ worked }) => worked),
    horizonMs: instants(() => undefined),
    won: Uint8Array.from(leads, ({ wonAmount }) => (wonAmount === undefined ? 0 : 1)),
    wonAmount: Float64Array.from(leads, ({ wonAmount }) => wonAmount ?? 0),
  };
  const reachedAtMs = instants(({ reached }) => reached);
  return { facts, reached: { reachedAtMs, peak: reachedAtMs } };
}
