/** The leads that a measure counts, laid flat: what every change of the rules is counted over, again and again. */
import { CONVERTED, isMeasured, NOT_CONVERTED } from '../measures/cell.ts';
import { leastPeak } from '../measures/thresholds.ts';
import type { LeadFacts } from '../replay/replay-result.ts';
import type { PairedCounts } from '../statistics/paired-counts.ts';

export interface MeasuredLeads {
  /** Their places in the history: in the cohort, customers left out. */
  readonly leads: Int32Array;
  /** By place in `leads`: an index of `OUTCOMES`. */
  readonly outcome: Uint8Array;
  readonly sqls: number;
}

/** By place in `MeasuredLeads.leads`; −∞ for a lead without a peak, which no threshold lets through. */
export type Peaks = Float64Array;

export function measuredLeads(facts: LeadFacts): MeasuredLeads {
  const leads: number[] = [];
  for (let lead = 0; lead < facts.inCohort.length; lead += 1) if (isMeasured(facts, lead)) leads.push(lead);
  const outcome = Uint8Array.from(leads, (lead) => facts.outcome[lead] ?? 0);
  return { leads: Int32Array.from(leads), outcome, sqls: outcome.filter((one) => one === CONVERTED).length };
}

/** `peak`: by lead of the history, NaN where there is none. */
export function peaksOf({ leads }: MeasuredLeads, peak: Float64Array): Peaks {
  const peaks = new Float64Array(leads.length);
  for (let place = 0; place < leads.length; place += 1) {
    const value = peak[leads[place] ?? 0] ?? Number.NaN;
    peaks[place] = Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
  }
  return peaks;
}

/** By place in `MeasuredLeads.leads`, 1: a level at this threshold holds the lead (REPLAY.md section 3). */
export function heldAt(peaks: Peaks, threshold: number): Uint8Array {
  const held = new Uint8Array(peaks.length);
  const least = leastPeak(threshold);
  for (let place = 0; place < peaks.length; place += 1) held[place] = (peaks[place] ?? 0) >= least ? 1 : 0;
  return held;
}

/** The leads with a known outcome that A or B or both hold. */
export function pairedCountsOf({ outcome }: MeasuredLeads, heldByA: Uint8Array, heldByB: Uint8Array): PairedCounts {
  const counts = new Float64Array(6);
  for (let place = 0; place < outcome.length; place += 1) {
    const isA = heldByA[place] === 1;
    const isB = heldByB[place] === 1;
    const kind = outcome[place];
    if ((!isA && !isB) || (kind !== CONVERTED && kind !== NOT_CONVERTED)) continue;
    const cell = (kind === CONVERTED ? 0 : 3) + (isA && isB ? 0 : isA ? 1 : 2);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  const [bothConverted = 0, onlyAConverted = 0, onlyBConverted = 0, bothNot = 0, onlyANot = 0, onlyBNot = 0] = counts;
  return { bothConverted, onlyAConverted, onlyBConverted, bothNot, onlyANot, onlyBNot };
}
