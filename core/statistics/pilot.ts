import { Z_95 } from './normal.ts';
import { leadsOf, type PairedCounts, sumOf } from './paired-counts.ts';
import { influenceOf, pairedRatesOf, sumOfSquares } from './paired-influence.ts';
import { type PairedBand, selectionLine } from './selection-bounds.ts';

/**
 * How many leads a pilot must hand to sales to know their conversion to ± `margin` (0 to 1) at 95 %, where about `rate` of them
 * convert: z²·p·(1 − p)/margin², rounded up (STATISTICS.md 3).
 */
export const pilotForMargin = (rate: number, margin: number): number =>
  Math.ceil((Z_95 * Z_95 * rate * (1 - rate)) / (margin * margin));

/**
 * How many leads without an outcome, drawn at random from those that A or B flags, a pilot must hand to sales so that the interval
 * of B's rate less A's leaves out 0, if they convert as the known ones of their band do (a planning figure, not a promise). The
 * pilot takes the place of the unknown leads, whose share of the error shrinks as it grows; that of the known ones stays. Null where
 * no pilot can: nothing is unknown, the rates would be equal, the known leads alone leave too wide an interval, or it would take
 * more unknown leads than there are. From STATISTICS.md 1.4 (i) and 3.
 */
export function pilotToSettle(observed: PairedCounts, bands: readonly PairedBand[]): number | null {
  const line = selectionLine(observed, bands);
  if (line === null) return null;
  const { filled } = line;
  const rates = pairedRatesOf(sumOf(observed, filled));
  if (rates === null) return null;
  const influence = influenceOf(rates, 1, 1);
  const ofKnown = sumOfSquares(observed, influence);
  const ofUnknown = sumOfSquares(filled, influence);
  const spare = ((rates.rateB - rates.rateA) / Z_95) ** 2 - ofKnown;
  if (spare <= 0 || ofUnknown <= 0) return null;
  return ofUnknown > spare ? null : Math.ceil((leadsOf(filled) * ofUnknown) / spare);
}

/**
 * How many leads in all, of the same kind as the `leads` at hand, would have to have an outcome so that the interval of a
 * difference leaves out 0, if it stayed what it is: the error shrinks with the root of their number. Null at no difference.
 */
export const leadsToSettle = (difference: number, standardError: number, leads: number): number | null =>
  difference === 0 ? null : Math.ceil(leads * ((Z_95 * standardError) / difference) ** 2);
