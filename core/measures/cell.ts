import { numberAt } from '../at.ts';
import { type LeadFacts, OUTCOMES } from '../replay/replay-result.ts';
import { rateOf, wilsonInterval } from '../statistics/wilson.ts';
import type { Cell } from './frame.ts';

export const CONVERTED = OUTCOMES.indexOf('converted');
export const NOT_CONVERTED = OUTCOMES.indexOf('not converted');
export const IMMATURE = OUTCOMES.indexOf('immature');
export const UNOBSERVED = OUTCOMES.indexOf('unobserved');
const CUSTOMER = OUTCOMES.indexOf('customer');

/** Leads by outcome, several sets side by side: set `k` has its counts from `k × OUTCOMES.length` on. */
export type OutcomeCounts = Float64Array;

export const outcomeCounts = (sets: number): OutcomeCounts => new Float64Array(sets * OUTCOMES.length);

/** One lead more in a set, by its outcome's index. */
export function countLead(counts: OutcomeCounts, set: number, outcome: number): void {
  const index = set * OUTCOMES.length + outcome;
  counts[index] = numberAt(counts, index) + 1;
}

/** The counts of one set as the screen shows them; customers, who are measured nowhere, are not in it. */
export function cellOf(counts: OutcomeCounts, set: number): Cell {
  const count = (outcome: number): number => numberAt(counts, set * OUTCOMES.length + outcome);
  const converted = count(CONVERTED);
  const observed = converted + count(NOT_CONVERTED);
  const immature = count(IMMATURE);
  const unobserved = count(UNOBSERVED);
  return {
    leads: observed + immature + unobserved,
    observed,
    converted,
    immature,
    unobserved,
    rate: rateOf(converted, observed),
    interval: wilsonInterval(converted, observed),
  };
}

/** Whether the measures count the lead: in the cohort and no customer. */
export const isMeasured = (facts: LeadFacts, lead: number): boolean =>
  facts.inCohort[lead] === 1 && facts.outcome[lead] !== CUSTOMER;

/** Leads of the cohort, and apart from them the customers within its bounds. */
export function cohortSize(facts: LeadFacts): { readonly leads: number; readonly customers: number } {
  let leads = 0;
  let customers = 0;
  for (let lead = 0; lead < facts.inCohort.length; lead += 1) {
    if (facts.inCohort[lead] !== 1) continue;
    if (facts.outcome[lead] === CUSTOMER) customers += 1;
    else leads += 1;
  }
  return { leads, customers };
}
