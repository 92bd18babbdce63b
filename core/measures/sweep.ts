import { itemAt, numberAt } from '../at.ts';
import type { ReplayResult } from '../replay/replay-result.ts';
import { cellOf, countLead, isMeasured, outcomeCounts } from './cell.ts';
import type { Cell, PeakBand, SweepPoint } from './frame.ts';
import { leastPeak } from './thresholds.ts';

/**
 * The level as it would be at each threshold (ascending): a lead reaches it with threshold T exactly when its peak is at
 * least T (REPLAY.md section 3). One pass over the leads. `weeks`: how many the weekly mean divides by.
 */
export function sweep(
  result: ReplayResult,
  levelIndex: number,
  thresholds: Float64Array,
  weeks: number,
): readonly SweepPoint[] {
  const { counts, sets } = countByPeak(result, levelIndex, thresholds);
  const size = counts.length / sets;
  // Whoever is in a higher slot reaches every lower threshold as well.
  for (let index = counts.length - 1 - size; index >= 0; index -= 1) {
    counts[index] = numberAt(counts, index) + numberAt(counts, index + size);
  }
  return Array.from(thresholds, (threshold, index) => {
    const { leads: reached, observed, converted, rate, interval } = cellOf(counts, index + 1);
    return { threshold, reached, observed, converted, rate, interval, perWeek: reached / weeks };
  });
}

/** The leads that have a peak, between the edges (ascending), below the first and from the last on. */
export function bands(result: ReplayResult, levelIndex: number, edges: Float64Array): readonly PeakBand[] {
  const { counts, sets } = countByPeak(result, levelIndex, edges);
  return Array.from({ length: sets }, (_, set): PeakBand => {
    const cell: Cell = cellOf(counts, set);
    return { ...cell, from: edges[set - 1] ?? null, to: edges[set] ?? null };
  });
}

/** Set `k` holds the leads whose peak is at least the edge `k − 1` but not the edge `k`. */
function countByPeak(
  result: ReplayResult,
  levelIndex: number,
  edges: Float64Array,
): { readonly counts: Float64Array; readonly sets: number } {
  const { facts } = result;
  const { peak } = itemAt(result.levels, levelIndex);
  const sets = edges.length + 1;
  const counts = outcomeCounts(sets);
  const leastPeaks = edges.map(leastPeak);
  for (let lead = 0; lead < peak.length; lead += 1) {
    const value = numberAt(peak, lead);
    if (Number.isNaN(value) || !isMeasured(facts, lead)) continue;
    countLead(counts, countAtMost(leastPeaks, value), numberAt(facts.outcome, lead));
  }
  return { counts, sets };
}

/**
 * How many of the ascending numbers are at most the value. The numbers here are nearly evenly spaced (thresholds, months),
 * so a guess by proportion is at most a step or two off: on 100,000 leads three times as fast as halving.
 */
export function countAtMost(ascending: Float64Array, value: number): number {
  const last = ascending.length - 1;
  const first = numberAt(ascending, 0);
  const span = numberAt(ascending, last) - first;
  const guess = span > 0 ? Math.floor(((value - first) / span) * last) + 1 : 0;
  let count = Math.min(Math.max(guess, 0), ascending.length);
  while (count > 0 && numberAt(ascending, count - 1) > value) count -= 1;
  while (count <= last && numberAt(ascending, count) <= value) count += 1;
  return count;
}
