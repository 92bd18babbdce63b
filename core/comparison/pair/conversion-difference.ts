/** How much better B converts than A: what is seen, what is plausible and what is possible (STATISTICS.md 1.4, 3). */
import type { SwapCounts } from '../../measures/swap-set.ts';
import type { Interval } from '../../statistics/interval.ts';
import { pairedRateDifference } from '../../statistics/paired-rates.ts';
import { differenceBounds } from '../../statistics/rate-bounds.ts';
import {
  type BreakEven,
  breakEven,
  type PairedBand,
  selectionDifferenceBounds,
} from '../../statistics/selection-bounds.ts';
import { observedOf, unobservedOf } from './paired-leads.ts';

/** Of the conversion rates, B less A, among leads with a known outcome; null where a figure does not exist. */
export interface ConversionDifference {
  /** Leads of A or B with a known outcome. */
  readonly observed: number;
  /** Leads of A or B whose outcome nobody knows. */
  readonly unobserved: number;
  readonly rate: number | null;
  readonly standardError: number | null;
  readonly interval: Interval | null;
  /** Of the weighted generalised score test. */
  readonly p: number | null;
  /** Whatever the unknown outcomes are. */
  readonly bounds: Interval | null;
  /** The bounds with the error of sampling on top, 95 % (Imbens and Manski). */
  readonly boundsInterval: Interval | null;
  /** If unknown leads convert at most as often as the known ones that score alike. */
  readonly plausible: Interval | null;
  readonly breakEven: BreakEven | null;
}

/** `bands`: of the same leads, from the lowest scores up. */
export function conversionDifference(swap: SwapCounts, bands: readonly PairedBand[]): ConversionDifference {
  const counts = observedOf(swap);
  const paired = pairedRateDifference(counts);
  const sharp = differenceBounds(counts, unobservedOf(swap));
  return {
    observed: swap.kept.observed + swap.lost.observed + swap.gained.observed,
    unobserved: swap.kept.unobserved + swap.lost.unobserved + swap.gained.unobserved,
    rate: paired?.difference ?? null,
    standardError: paired?.standardError ?? null,
    interval: paired?.interval ?? null,
    p: paired?.p ?? null,
    bounds: sharp === null ? null : [sharp.low, sharp.high],
    boundsInterval: sharp?.interval ?? null,
    plausible: selectionDifferenceBounds(counts, bands),
    breakEven: breakEven(counts, bands),
  };
}
