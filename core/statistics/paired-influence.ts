import type { PairedCounts } from './paired-counts.ts';

/** What each lead of a kind adds to the error of the difference: the influence of STATISTICS.md 1.4 (i). */
type Influence = PairedCounts;

export interface Rates {
  readonly leadsA: number;
  readonly leadsB: number;
  readonly rateA: number;
  readonly rateB: number;
}

/** Null where A or B has no lead. */
export function pairedRatesOf(counts: PairedCounts): Rates | null {
  const convertedA = counts.bothConverted + counts.onlyAConverted;
  const convertedB = counts.bothConverted + counts.onlyBConverted;
  const leadsA = convertedA + (counts.bothNot + counts.onlyANot);
  const leadsB = convertedB + (counts.bothNot + counts.onlyBNot);
  if (leadsA === 0 || leadsB === 0) return null;
  return { leadsA, leadsB, rateA: convertedA / leadsA, rateB: convertedB / leadsB };
}

/**
 * The influence of a lead of each kind (STATISTICS.md 1.4 (i)). Each side's is divided by its scale: 1 for the difference of the
 * rates, the rate itself for the logarithm of their ratio.
 */
export function influenceOf({ leadsA, leadsB, rateA, rateB }: Rates, scaleA: number, scaleB: number): Influence {
  const onlyAConverted = -(1 - rateA) / (leadsA * scaleA);
  const onlyBConverted = (1 - rateB) / (leadsB * scaleB);
  const onlyANot = rateA / (leadsA * scaleA);
  const onlyBNot = -rateB / (leadsB * scaleB);
  return {
    bothConverted: onlyBConverted + onlyAConverted,
    onlyAConverted,
    onlyBConverted,
    bothNot: onlyBNot + onlyANot,
    onlyANot,
    onlyBNot,
  };
}

export const sumOfProducts = (counts: PairedCounts, each: Influence): number =>
  counts.bothConverted * each.bothConverted +
  counts.bothNot * each.bothNot +
  (counts.onlyAConverted * each.onlyAConverted +
    counts.onlyANot * each.onlyANot +
    (counts.onlyBConverted * each.onlyBConverted + counts.onlyBNot * each.onlyBNot));

/** Summed so that A and B can change places without a change in the last digit. */
export const sumOfSquares = (counts: PairedCounts, each: Influence): number =>
  counts.bothConverted * each.bothConverted ** 2 +
  counts.bothNot * each.bothNot ** 2 +
  (counts.onlyAConverted * each.onlyAConverted ** 2 +
    counts.onlyANot * each.onlyANot ** 2 +
    (counts.onlyBConverted * each.onlyBConverted ** 2 + counts.onlyBNot * each.onlyBNot ** 2));
