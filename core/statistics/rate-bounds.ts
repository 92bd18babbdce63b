import { imbensManskiPoint } from './imbens-manski.ts';
import { cutTo, type Interval } from './interval.ts';
import { type PairedCounts, type PairedUnobserved, sumOf } from './paired-counts.ts';
import { pairedRateDifference } from './paired-rates.ts';
import { wilsonInterval } from './wilson.ts';

/** What the figure can be, whatever the unknown outcomes are. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
  /** With the error of sampling on top, 95 % (Imbens and Manski): it contains the bounds. */
  readonly interval: Interval;
}

/** A definition's leads: `observed` with a known outcome, `converted` of them, and `unobserved` without one. */
export interface FlaggedCounts {
  readonly observed: number;
  readonly converted: number;
  readonly unobserved: number;
}

/**
 * The conversion of all leads that a definition flags: low if all unknown ones failed, high if all converted (Manski;
 * STATISTICS.md 3). Its interval is Wilson's where every outcome is known. Null without leads.
 */
export function rateBounds({ observed, converted, unobserved }: FlaggedCounts): Bounds | null {
  const flagged = observed + unobserved;
  if (flagged === 0) return null;
  const low = converted / flagged;
  const high = (converted + unobserved) / flagged;
  const standardError = Math.sqrt(Math.max(low * (1 - low), high * (1 - high)) / flagged);
  const z = imbensManskiPoint(unobserved / flagged, standardError);
  const atLow = wilsonInterval(converted, flagged, z);
  const atHigh = wilsonInterval(converted + unobserved, flagged, z);
  return atLow === null || atHigh === null ? null : { low, high, interval: [atLow[0], atHigh[1]] };
}

/**
 * The sharp bounds of B's rate less A's: unknown leads that both flag move both rates together, so the bounds are narrower than
 * those of A taken from those of B (STATISTICS.md 3). Swapping A and B negates and mirrors them exactly. Null where A or B
 * has no lead at all.
 */
export function differenceBounds(observed: PairedCounts, unobserved: PairedUnobserved): Bounds | null {
  const helpsB = sideThatGains(observed, unobserved);
  const atLow = pairedRateDifference(filledIn(observed, unobserved, { onlyA: true, onlyB: false, both: helpsB < 0 }));
  const atHigh = pairedRateDifference(filledIn(observed, unobserved, { onlyA: false, onlyB: true, both: helpsB > 0 }));
  if (atLow === null || atHigh === null) return null;
  const [low, high] = [atLow.difference, atHigh.difference];
  const z = imbensManskiPoint(high - low, Math.max(atLow.standardError, atHigh.standardError));
  return { low, high, interval: cutTo(-1, 1, [low - z * atLow.standardError, high + z * atHigh.standardError]) };
}

/** A lead of both that converts adds more to the rate of the smaller set: above 0 where that is B, below where it is A. */
const sideThatGains = (observed: PairedCounts, unobserved: PairedUnobserved): number =>
  observed.onlyAConverted +
  observed.onlyANot +
  unobserved.onlyA -
  (observed.onlyBConverted + observed.onlyBNot + unobserved.onlyB);

/** The counts were all unknown leads of a kind to convert, or none. */
const filledIn = (
  observed: PairedCounts,
  { both, onlyA, onlyB }: PairedUnobserved,
  converts: { readonly [kind in keyof PairedUnobserved]: boolean },
): PairedCounts =>
  sumOf(observed, {
    bothConverted: converts.both ? both : 0,
    onlyAConverted: converts.onlyA ? onlyA : 0,
    onlyBConverted: converts.onlyB ? onlyB : 0,
    bothNot: converts.both ? 0 : both,
    onlyANot: converts.onlyA ? 0 : onlyA,
    onlyBNot: converts.onlyB ? 0 : onlyB,
  });
