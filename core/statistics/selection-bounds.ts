import type { Interval } from './interval.ts';
import { type PairedCounts, type PairedUnobserved, sumOf } from './paired-counts.ts';
import { pairedRatesOf } from './paired-influence.ts';
import type { FlaggedCounts } from './rate-bounds.ts';
import { rateOf } from './wilson.ts';

/** Leads of one band of scores: those with a known outcome, whoever flags them, and the unknown ones by who does. */
export interface PairedBand {
  readonly observed: number;
  readonly converted: number;
  readonly unobserved: PairedUnobserved;
}

/**
 * The conversion of the leads with a known outcome in each band, bands from the lowest scores to the highest. A band without any
 * has the rate of the next one above that has some, and 1 where there is none: nothing then says that its leads do not convert.
 */
export function bandRates(bands: readonly Pick<FlaggedCounts, 'observed' | 'converted'>[]): readonly number[] {
  const rates: number[] = [];
  for (const { converted, observed } of bands.toReversed())
    rates.push(rateOf(converted, observed) ?? rates.at(-1) ?? 1);
  return rates.toReversed();
}

/**
 * The bounds of a definition's conversion if sales did not skip the better leads: unknown leads convert at most as often as the
 * known ones of their band, at least not at all (monotone selection, STATISTICS.md 3). Null without leads.
 */
export function selectionRateBounds(bands: readonly FlaggedCounts[]): Interval | null {
  const rates = bandRates(bands);
  let [flagged, converted, expected] = [0, 0, 0];
  bands.forEach((band, index) => {
    flagged += band.observed + band.unobserved;
    converted += band.converted;
    expected += band.unobserved * (rates[index] ?? 1);
  });
  return flagged === 0 ? null : [converted / flagged, Math.min(1, (converted + expected) / flagged)];
}

/**
 * B's rate less A's as a straight line over how well the unknown leads convert, as a multiple of the known ones of their band:
 * `base` + multiple · `slope`; `least` and `most` are what the unknown ones can take from and add to it at a multiple of 1.
 */
export interface SelectionLine {
  /** With no unknown lead converting. */
  readonly base: number;
  readonly slope: number;
  readonly least: number;
  readonly most: number;
  /** The unknown leads as they would be at a multiple of 1: not whole numbers. */
  readonly filled: PairedCounts;
  /** The highest rate of a band that has unknown leads; 0 without any. */
  readonly highestRate: number;
}

/** `observed`: all leads of A or B with a known outcome, `bands` from the lowest scores up. Null where A or B has no lead. */
export function selectionLine(observed: PairedCounts, bands: readonly PairedBand[]): SelectionLine | null {
  const unobserved = totalOf(bands, () => 1);
  const rates = pairedRatesOf(sumOf(observed, filledIn(unobserved, NOBODY)));
  if (rates === null) return null;
  const ofBands = bandRates(bands);
  const expected = totalOf(bands, (index) => ofBands[index] ?? 1);
  const { leadsA, leadsB, rateA, rateB } = rates;
  const ofBoth = expected.both * (1 / leadsB - 1 / leadsA);
  const [ofA, ofB] = [expected.onlyA / leadsA, expected.onlyB / leadsB];
  return {
    base: rateB - rateA,
    slope: ofBoth + (ofB - ofA),
    least: Math.min(ofBoth, 0) - ofA,
    most: Math.max(ofBoth, 0) + ofB,
    filled: filledIn(unobserved, expected),
    highestRate: Math.max(0, ...ofBands.filter((_, index) => hasUnknown(bands[index]))),
  };
}

/**
 * The bounds of B's rate less A's under monotone selection; within the sharp ones. Swapping A and B negates and mirrors them
 * exactly. Null where A or B has no lead.
 */
export function selectionDifferenceBounds(observed: PairedCounts, bands: readonly PairedBand[]): Interval | null {
  const line = selectionLine(observed, bands);
  return line && [Math.max(-1, line.base + line.least), Math.min(1, line.base + line.most)];
}

/** Where A and B change places. */
export interface BreakEven {
  /** How often the unknown leads would have to convert, as a multiple of the known ones of their band. */
  readonly multiple: number;
  /** Above this multiple some band would have to convert more than all of its leads: at least 1. */
  readonly most: number;
  /** `multiple` is at most `most`; beyond, no such multiple can be true. */
  readonly isPossible: boolean;
  /** Whom the difference speaks for beyond the multiple; below it for the other, where it is above 0. */
  readonly aheadAbove: 'a' | 'b';
}

/** What the sums of shares may be off by. */
const DUST = 1e-12;

/**
 * The multiple at which the better definition turns into the worse one (STATISTICS.md 3); null where there is none at 0 or above,
 * or A or B has no lead: then no multiple changes the order.
 */
export function breakEven(observed: PairedCounts, bands: readonly PairedBand[]): BreakEven | null {
  const line = selectionLine(observed, bands);
  if (line === null || Math.abs(line.slope) < DUST) return null;
  const multiple = -line.base / line.slope;
  if (multiple < 0) return null;
  return {
    multiple: Math.abs(multiple),
    most: 1 / line.highestRate,
    isPossible: multiple * line.highestRate <= 1 + DUST,
    aheadAbove: line.slope > 0 ? 'b' : 'a',
  };
}

const hasUnknown = (band: PairedBand | undefined): boolean =>
  band !== undefined && band.unobserved.both + band.unobserved.onlyA + band.unobserved.onlyB > 0;

function totalOf(bands: readonly PairedBand[], weightOf: (index: number) => number): PairedUnobserved {
  const total = { both: 0, onlyA: 0, onlyB: 0 };
  bands.forEach(({ unobserved }, index) => {
    const weight = weightOf(index);
    total.both += unobserved.both * weight;
    total.onlyA += unobserved.onlyA * weight;
    total.onlyB += unobserved.onlyB * weight;
  });
  return total;
}

const NOBODY: PairedUnobserved = { both: 0, onlyA: 0, onlyB: 0 };

const filledIn = (unobserved: PairedUnobserved, converted: PairedUnobserved): PairedCounts => ({
  bothConverted: converted.both,
  onlyAConverted: converted.onlyA,
  onlyBConverted: converted.onlyB,
  bothNot: unobserved.both - converted.both,
  onlyANot: unobserved.onlyA - converted.onlyA,
  onlyBNot: unobserved.onlyB - converted.onlyB,
});
