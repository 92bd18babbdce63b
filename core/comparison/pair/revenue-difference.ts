/** What B's leads brought in, less what A's did: amounts of won deals, whose tail is long (STATISTICS.md 2). */
import { numberAt } from '../../at.ts';
import { cohortSize } from '../../measures/cell.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import { accelerationOf, bcaInterval, bootstrapCells } from '../../statistics/bootstrap.ts';
import type { Interval } from '../../statistics/interval.ts';
import { poissonSums } from '../../statistics/poisson-weights.ts';
import { isReached, type ReachedLeads } from '../reached-leads.ts';
import { RESAMPLING } from '../resampling.ts';
import { leadsOfEither } from './paired-leads.ts';

export interface RevenueDifference {
  readonly total: AmountDifference;
  /** By the leads that reach the level. Null where one side has none. */
  readonly perLead: AmountDifference | null;
  /** The total less its largest deal, be it B's or A's; null where no deal tells the two apart. */
  readonly withoutLargest: {
    readonly lead: number;
    readonly difference: number;
    readonly isSignFlipped: boolean;
  } | null;
  /** Leads won, with an amount, that only one of the two reaches, the largest amounts first. */
  readonly deals: readonly Deal[];
}

/** In whole or broken amounts as the history has them; the BCa interval, 95 %, null where every resample lies on one side. */
export interface AmountDifference {
  readonly difference: number;
  readonly interval: Interval | null;
}

/** `amount`: of the lead's won stages, as the difference counts it: below 0 where A alone reaches the lead. */
export interface Deal {
  readonly lead: number;
  readonly amount: number;
}

export function revenueDifference(facts: LeadFacts, a: ReachedLeads, b: ReachedLeads): RevenueDifference {
  const leads = Array.from(leadsOfEither(facts, a, b), (lead): Weighed => {
    return { lead, amount: numberAt(facts.wonAmount, lead), inA: isReached(a, lead), inB: isReached(b, lead) };
  });
  const sums = sumsOf(leads);
  const deals = leads
    .filter(({ amount, inA, inB }) => amount !== 0 && inA !== inB)
    .map(({ lead, amount, inB }): Deal => ({ lead, amount: inB ? amount : -amount }))
    .toSorted((one, other) => Math.abs(other.amount) - Math.abs(one.amount) || one.lead - other.lead);
  const total = deals.reduce((sum, deal) => sum + deal.amount, 0);
  const { ofTotal, ofPerLead } = resampled(leads, cohortSize(facts).leads);
  const perLead = perLeadOf(sums);
  const [largest] = deals;
  const without = total - (largest?.amount ?? 0);
  return {
    total: {
      difference: total,
      interval: bcaInterval(ofTotal, total, accelerationOf(deals.map((deal) => deal.amount))),
    },
    perLead: Number.isNaN(perLead)
      ? null
      : { difference: perLead, interval: bcaInterval(ofPerLead, perLead, accelerationOf(influences(leads, sums))) },
    withoutLargest:
      largest === undefined
        ? null
        : { lead: largest.lead, difference: without, isSignFlipped: Math.sign(without) === -Math.sign(total) },
    deals,
  };
}

interface Weighed {
  readonly lead: number;
  readonly amount: number;
  readonly inA: boolean;
  readonly inB: boolean;
}

interface Sums {
  readonly leadsA: number;
  readonly leadsB: number;
  readonly amountA: number;
  readonly amountB: number;
}

function sumsOf(leads: readonly Weighed[]): Sums {
  const sums = { leadsA: 0, leadsB: 0, amountA: 0, amountB: 0 };
  for (const { amount, inA, inB } of leads) {
    if (inA) {
      sums.leadsA += 1;
      sums.amountA += amount;
    }
    if (inB) {
      sums.leadsB += 1;
      sums.amountB += amount;
    }
  }
  return sums;
}

/** NaN where a side has no lead. */
const perLeadOf = ({ leadsA, leadsB, amountA, amountB }: Sums): number => amountB / leadsB - amountA / leadsA;

/** What each lead adds to the difference by lead. */
const influences = (leads: readonly Weighed[], { leadsA, leadsB, amountA, amountB }: Sums): readonly number[] =>
  leads.map(
    ({ amount, inA, inB }) =>
      (inB ? (amount - amountB / leadsB) / leadsB : 0) - (inA ? (amount - amountA / leadsA) / leadsA : 0),
  );

/**
 * Won leads are drawn one by one, with the weights of the Poisson bootstrap; those without an amount are alike and drawn as counts.
 * Both figures of a resample are of the same won leads.
 */
function resampled(leads: readonly Weighed[], cohort: number) {
  const won = leads.filter(({ amount }) => amount !== 0);
  const valuesOf = (value: (lead: Weighed) => number) => won.map(value);
  const [total, amountA, amountB, wonA, wonB] = poissonSums(
    RESAMPLING,
    won.map(({ lead }) => lead),
    [
      valuesOf(({ amount, inA, inB }) => (inA === inB ? 0 : inB ? amount : -amount)),
      valuesOf(({ amount, inA }) => (inA ? amount : 0)),
      valuesOf(({ amount, inB }) => (inB ? amount : 0)),
      valuesOf(({ inA }) => (inA ? 1 : 0)),
      valuesOf(({ inB }) => (inB ? 1 : 0)),
    ],
  );
  let resample = 0;
  const at = (sums: Float64Array | undefined): number => sums?.[resample] ?? 0;
  const ofPerLead = bootstrapCells([...alike(leads), cohort - leads.length + won.length], RESAMPLING, (drawn) => {
    const [onlyA = 0, onlyB = 0, both = 0] = drawn;
    const drawnPerLead = perLeadOf({
      leadsA: onlyA + both + at(wonA),
      leadsB: onlyB + both + at(wonB),
      amountA: at(amountA),
      amountB: at(amountB),
    });
    resample += 1;
    return drawnPerLead;
  });
  return { ofTotal: total ?? new Float64Array(0), ofPerLead };
}

/** Leads without an amount: of A alone, of B alone, of both. */
function alike(leads: readonly Weighed[]): readonly number[] {
  const counts = [0, 0, 0];
  for (const { amount, inA, inB } of leads) {
    const cell = inA && inB ? 2 : inB ? 1 : 0;
    if (amount === 0) counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}
