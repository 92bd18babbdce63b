import { numberAt } from '../at.ts';
import type { ReplayResult } from '../replay/replay-result.ts';
import { isMeasured } from './cell.ts';

/** Both ends included. */
export interface PeakRange {
  readonly low: number;
  readonly high: number;
}

/** Enough to place an axis, few enough to sort at every move of a lever. */
const SAMPLE_SIZE = 4000;
const SWEEP_INTERVALS = 119;
/** How many band widths the range of peaks should span; bands beyond the outer edges are open. */
const BAND_WIDTHS = 12;
const DEFAULT_SPAN = 100;

/**
 * Where nearly all peaks of a level lie: the 0.5th to the 99.5th percentile, off an evenly spaced sample, so that one
 * freak score does not flatten the charts. Null when no lead has a peak.
 */
export function peakRange(result: ReplayResult, peak: Float64Array): PeakRange | null {
  const stride = sampleStride(peak.length);
  const sample: number[] = [];
  for (let lead = 0; lead < peak.length; lead += stride) {
    const value = numberAt(peak, lead);
    if (!Number.isNaN(value) && isMeasured(result.facts, lead)) sample.push(value);
  }
  if (sample.length === 0) return stride === 1 ? null : sparseRange(result, peak);
  return rangeOfSample(sample);
}

/** Every so many leads are looked at for the range of peaks. */
export const sampleStride = (leads: number): number => Math.max(1, Math.floor(leads / SAMPLE_SIZE));

/** Of at least one peak. */
export function rangeOfSample(sample: readonly number[]): PeakRange | null {
  const sorted = Float64Array.from(sample).sort();
  const last = sorted.length - 1;
  return rangeBetween(numberAt(sorted, Math.floor(last * 0.005)), numberAt(sorted, Math.ceil(last * 0.995)));
}

/** At most about 121 round thresholds over the range, ascending, with the present one among them. */
export function roundThresholds(range: PeakRange | null, present: number): Float64Array {
  const low = Math.min(range?.low ?? present, present);
  const high = Math.max(range?.high ?? present, present);
  const step = roundStep((high - low) / SWEEP_INTERVALS, high - low);
  const last = Math.ceil(high / step);
  const thresholds = [present];
  for (let multiple = Math.floor(low / step); multiple <= last; multiple += 1) {
    const threshold = hundredths(multiple * step);
    if (threshold !== present) thresholds.push(threshold);
  }
  return Float64Array.from(thresholds).sort();
}

/** The edges between seven bands, ascending: the threshold, two below it and three above, a round width apart. */
export function bandEdges(range: PeakRange | null, threshold: number): Float64Array {
  const span = range === null ? DEFAULT_SPAN : range.high - range.low;
  const width = roundStep(span / BAND_WIDTHS, span);
  return Float64Array.from([-2, -1, 0, 1, 2, 3], (multiple) => hundredths(threshold + multiple * width));
}

/** At most about `most` edges over the range and the threshold, ascending, a round width apart and one of them the threshold. */
export function binEdges(range: PeakRange | null, threshold: number, most: number): Float64Array {
  const low = Math.min(range?.low ?? threshold, threshold);
  const high = Math.max(range?.high ?? threshold, threshold);
  const width = roundStep((high - low) / most, high - low);
  const first = Math.floor((low - threshold) / width);
  const last = Math.ceil((high - threshold) / width);
  return Float64Array.from({ length: last - first + 1 }, (_, index) => hundredths(threshold + (first + index) * width));
}

/** What a peak must be to count as *at least* the threshold (REPLAY.md section 3). */
export const leastPeak = (threshold: number): number => threshold - 1e-9 * Math.max(1, Math.abs(threshold));

/** The smallest of 1, 2, 5, 10, 20, … that is at least `step`; hundredths, tenths only where the whole span is small. */
function roundStep(step: number, span: number): number {
  const least = Math.max(step, span > 20 ? 1 : 0.01);
  const decade = 10 ** Math.floor(Math.log10(least) + 1e-9);
  const factor = [1, 2, 5].find((candidate) => candidate * decade >= least * (1 - 1e-9)) ?? 10;
  return factor * decade;
}

/** Points have at most two decimals; multiples of a decimal step would carry the dust of binary fractions. */
const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** Null where there was no peak: the ends are then the wrong way round. */
export const rangeBetween = (low: number, high: number): PeakRange | null =>
  low > high ? null : { low: withoutDust(low), high: withoutDust(high) };

/** A sum that should be 10 and is a hair less must not move the axis by a step. */
const withoutDust = (value: number): number => Math.round(value * 1e6) / 1e6;

function sparseRange(result: ReplayResult, peak: Float64Array): PeakRange | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let lead = 0; lead < peak.length; lead += 1) {
    const value = numberAt(peak, lead);
    if (Number.isNaN(value) || !isMeasured(result.facts, lead)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return rangeBetween(low, high);
}
