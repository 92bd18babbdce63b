/** Thresholds at which a level holds a given number of leads, as nearly as ties allow. */
import { leastPeak } from '../measures/thresholds.ts';
import type { Peaks } from './measured-leads.ts';
import { nthLargest } from './nth-largest.ts';

export interface VolumeCut {
  readonly threshold: number;
  /** Leads that it holds. */
  readonly leads: number;
}

/**
 * The threshold that holds about `volume` leads: leads of one peak come together, so it is the nearest that some threshold
 * allows, the stricter of two that are equally near, and never one that holds nobody. Null where nobody has a peak.
 */
export function volumeCut(peaks: Peaks, volume: number): VolumeCut | null {
  const withPeak = countFrom(peaks, -Number.MAX_VALUE);
  if (withPeak === 0) return null;
  const peak = nthLargest(peaks.slice(), Math.min(withPeak, Math.max(1, volume)));
  const loose = cutAt(peaks, peak);
  let next = Number.POSITIVE_INFINITY;
  for (const other of peaks) if (other < next && leastPeak(other) > peak) next = other;
  if (next === Number.POSITIVE_INFINITY) return loose;
  const strict = cutAt(peaks, next);
  return Math.abs(strict.leads - volume) <= Math.abs(loose.leads - volume) ? strict : loose;
}

/** Holds the leads of this peak, and none of a lower one but for the dust of binary fractions; rounded where that holds the same. */
function cutAt(peaks: Peaks, peak: number): VolumeCut {
  const rounded = Math.round(peak * 1e6) / 1e6;
  const leads = countFrom(peaks, leastPeak(peak));
  return { threshold: countFrom(peaks, leastPeak(rounded)) === leads ? rounded : peak, leads };
}

function countFrom(peaks: Peaks, least: number): number {
  let count = 0;
  for (let place = 0; place < peaks.length; place += 1) if ((peaks[place] ?? 0) >= least) count += 1;
  return count;
}
