import { itemAt, numberAt } from '../at.ts';
import { countAtMost } from '../count-at-most.ts';
import type { ReplayResult } from '../replay/replay-result.ts';
import { cellOf, countLead, isMeasured, type OutcomeCounts, outcomeCounts } from './cell.ts';
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
  return sweepOf(countByPeak(result, levelIndex, thresholds), thresholds, weeks);
}

/** Set `k` of `counts`: the leads whose peak is at least the threshold `k − 1` but not the threshold `k`. Adds them up in place. */
export function sweepOf(counts: OutcomeCounts, thresholds: Float64Array, weeks: number): readonly SweepPoint[] {
  const size = counts.length / (thresholds.length + 1);
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
  return bandsOf(countByPeak(result, levelIndex, edges), edges);
}

/** Set `k` of `counts`: the leads whose peak is at least the edge `k − 1` but not the edge `k`. */
export function bandsOf(counts: OutcomeCounts, edges: Float64Array): readonly PeakBand[] {
  return Array.from({ length: edges.length + 1 }, (_, set): PeakBand => {
    const cell: Cell = cellOf(counts, set);
    return { ...cell, from: edges[set - 1] ?? null, to: edges[set] ?? null };
  });
}

/** Set `k` holds the leads whose peak is at least the edge `k − 1` but not the edge `k`. */
function countByPeak(result: ReplayResult, levelIndex: number, edges: Float64Array): OutcomeCounts {
  const { facts } = result;
  const { peak } = itemAt(result.levels, levelIndex);
  const counts = outcomeCounts(edges.length + 1);
  const leastPeaks = edges.map(leastPeak);
  for (let lead = 0; lead < peak.length; lead += 1) {
    const value = numberAt(peak, lead);
    if (Number.isNaN(value) || !isMeasured(facts, lead)) continue;
    countLead(counts, countAtMost(leastPeaks, value), numberAt(facts.outcome, lead));
  }
  return counts;
}
