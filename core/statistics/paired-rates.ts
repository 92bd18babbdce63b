import { cutTo, type Interval } from './interval.ts';
import { twoSidedP, Z_95 } from './normal.ts';
import { NO_LEADS, type PairedCounts, sumOf } from './paired-counts.ts';
import { influenceOf, pairedRatesOf, type Rates, sumOfProducts, sumOfSquares } from './paired-influence.ts';

/** How two definitions convert on the same leads; rates 0 to 1, intervals 95 %. */
export interface PairedRateDifference {
  readonly rateA: number;
  readonly rateB: number;
  /** Of B less of A. */
  readonly difference: number;
  readonly standardError: number;
  /** Null where every lead of A went one way and every lead of B one way: then nothing tells of the spread. */
  readonly interval: Interval | null;
  /** Of the weighted generalised score test; null where it has nothing to test: the same leads, or one outcome only. */
  readonly p: number | null;
  /** A and B flag the same leads: the difference is exactly 0 and so are both ends of its interval. */
  readonly isSameLeads: boolean;
  /** Rate of B as a multiple of that of A; null where one of them is 0. */
  readonly relative: {
    readonly ratio: number;
    readonly standardErrorOfLog: number;
    readonly interval: Interval;
  } | null;
}

/**
 * The difference of two conversion rates whose leads overlap (STATISTICS.md 1.4): interval by the delta method, p by Kosinski's
 * weighted generalised score test (2013), ratio by Moskowitz and Pepe. Swapping A and B negates the difference and mirrors its
 * interval exactly. Null where A or B has no lead with a known outcome.
 */
export function pairedRateDifference(counts: PairedCounts): PairedRateDifference | null {
  const rates = pairedRatesOf(counts);
  if (rates === null) return null;
  const { rateA, rateB } = rates;
  const difference = rateB - rateA;
  const standardError = Math.sqrt(sumOfSquares(counts, influenceOf(rates, 1, 1)));
  const isSameLeads = isOneSet(counts);
  const half = Z_95 * standardError;
  return {
    rateA,
    rateB,
    difference,
    standardError,
    interval: standardError === 0 && !isSameLeads ? null : cutTo(-1, 1, [difference - half, difference + half]),
    p: scoreP(counts, rates),
    isSameLeads,
    relative: rateA === 0 || rateB === 0 ? null : relativeRate(counts, rates),
  };
}

/**
 * The standard error of the difference where leads of one account share their fate: the influences are summed by account before
 * they are squared (STATISTICS.md 1.4 (i)). `accounts`: the counts of each. Null as with `pairedRateDifference`.
 */
export function clusteredStandardError(accounts: readonly PairedCounts[]): number | null {
  const rates = pairedRatesOf(accounts.reduce(sumOf, NO_LEADS));
  if (rates === null) return null;
  const influence = influenceOf(rates, 1, 1);
  return Math.sqrt(accounts.reduce((sum, counts) => sum + sumOfProducts(counts, influence) ** 2, 0));
}

const isOneSet = (counts: PairedCounts): boolean =>
  counts.onlyAConverted + counts.onlyANot + (counts.onlyBConverted + counts.onlyBNot) === 0;

/** STATISTICS.md 1.4 (ii). What A and B share cancels out of π(1 − π) − 2C, which leaves the leads of one of them alone. */
function scoreP(counts: PairedCounts, { leadsA, leadsB, rateA, rateB }: Rates): number | null {
  const leads = leadsA + leadsB;
  const onlyConverted = counts.onlyAConverted + counts.onlyBConverted;
  const pooled = (2 * counts.bothConverted + onlyConverted) / leads;
  const spread = (onlyConverted * (1 - pooled) ** 2 + (counts.onlyANot + counts.onlyBNot) * pooled ** 2) / leads;
  return spread === 0 ? null : twoSidedP((rateB - rateA) / Math.sqrt(spread * (1 / leadsA + 1 / leadsB)));
}

/** STATISTICS.md 1.4 (iii). */
function relativeRate(counts: PairedCounts, rates: Rates): PairedRateDifference['relative'] {
  const ratio = rates.rateB / rates.rateA;
  const standardErrorOfLog = Math.sqrt(sumOfSquares(counts, influenceOf(rates, rates.rateA, rates.rateB)));
  const factor = Math.exp(Z_95 * standardErrorOfLog);
  return { ratio, standardErrorOfLog, interval: [ratio / factor, ratio * factor] };
}
