/** Frames off a packed history: new figures are written, what has to be replayed is replayed, and the records are read. */
import type { CountedFrame } from '../../../core/measures/frame-of-counts.ts';
import {
  bandEdges,
  type PeakRange,
  rangeBetween,
  rangeOfSample,
  roundThresholds,
} from '../../../core/measures/thresholds.ts';
import { edgeGrid } from '../../../core/replay/packed/edge-grid.ts';
import { addCounts, countLayout } from '../../../core/replay/packed/level-counts.ts';
import {
  eachPlace,
  isMeasuredPlace,
  peakAt,
  reachedRecord,
  recordMs,
} from '../../../core/replay/packed/level-reading.ts';
import type { LeverPlan, PlannedReplay } from '../../../core/replay/packed/lever-plan.ts';
import { NOBODY } from '../../../core/replay/packed/packed-store.ts';
import type { LevelReplay } from '../../../core/replay/replay-result.ts';
import { leastFor } from '../../../core/replay/score-plan.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import type { MadeCode } from './chunk-work.ts';
import type { PackedHistory } from './packed-history.ts';

export interface PackedFrames {
  readonly frame: (request: FrameRequest) => Omit<CountedFrame, 'warnings'>;
  /** Levels lead by lead, as the plain kernel answers them. */
  readonly levels: (plan: LeverPlan) => readonly LevelReplay[];
  /** Peaks of one level lead by lead, without the replays that only other levels need. */
  readonly peaks: (plan: LeverPlan, level: number) => Float64Array;
}

export interface FrameRequest {
  readonly ruleSet: RuleSet;
  readonly plan: LeverPlan;
  readonly levelIndex: number;
  /** By lead: whom the baseline's level holds; and whom this one's, to be written. */
  readonly baseline: Uint8Array | null;
  readonly reached: Uint8Array | null;
}

export function createPackedFrames(packed: PackedHistory): PackedFrames {
  const { store, threads, levers, counting } = packed;
  const { columns } = threads;
  const { places } = store.sizes;
  const { mainPlaces } = store;
  const hasSample = mainPlaces < places;
  const mainChunks = hasSample ? store.chunks.slice(0, -1) : store.chunks;
  const sampleChunk = hasSample ? store.chunks.at(-1) : undefined;

  /** The kernel to run before the records can be read, with the sample done already; null where they hold still. */
  const prepare = (plan: LeverPlan, replay: PlannedReplay): MadeCode | null => {
    if (!levers.write(plan, replay)) return null;
    const kernel = packed.kernelFor(plan);
    if (sampleChunk !== undefined) threads.replayChunk(kernel, sampleChunk);
    return kernel;
  };
  const replayAll = (kernel: MadeCode | null): void => {
    if (kernel !== null) threads.work({ endChunk: mainChunks.length, kernel, count: null });
  };
  /** The peaks of the measured leads from one place up to another. */
  const peaksOf = (from: number, to: number, plan: LeverPlan, level: number, visit: (peak: number) => void): void => {
    for (let place = from; place < to; place += 1) {
      if (!isMeasuredPlace(columns.leadInfo[place] ?? 0)) continue;
      const peak = peakAt(columns, plan.figures, level, place);
      if (!Number.isNaN(peak)) visit(peak);
    }
  };
  const rangeOfAll = (plan: LeverPlan, level: number): PeakRange | null => {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    peaksOf(0, mainPlaces, plan, level, (peak) => {
      low = Math.min(low, peak);
      high = Math.max(high, peak);
    });
    return rangeBetween(low, high);
  };
  const frame: PackedFrames['frame'] = ({ ruleSet, plan, levelIndex, baseline, reached }) => {
    const { cohort } = packed.summary;
    const threshold = ruleSet.levels[levelIndex]?.total ?? 0;
    const isMain = (replay: PlannedReplay): boolean => replay.levels.includes(levelIndex);
    /** Replays what has to be; the range of the main level's peaks sets the thresholds and the edges of the charts. */
    const scaled = (replay: PlannedReplay) => {
      const kernel = prepare(plan, replay);
      const sample: number[] = [];
      peaksOf(mainPlaces, places, plan, levelIndex, (peak) => sample.push(peak));
      if (sample.length > 0) return { kernel, range: rangeOfSample(sample) };
      replayAll(kernel);
      return { kernel: null, range: rangeOfAll(plan, levelIndex) };
    };
    const [main, ...others] = plan.replays.toSorted((left, right) => Number(isMain(right)) - Number(isMain(left)));
    if (main === undefined) throw new Error('a rule set has at least one level');
    const { kernel, range } = scaled(main);
    const thresholds = roundThresholds(range, threshold);
    const edges = bandEdges(range, threshold);
    const grid = edgeGrid(thresholds.map(leastFor), edges.map(leastFor));
    const layout = countLayout({ ...store.sizes, levels: ruleSet.levels.length });
    counting.write(plan.figures, levelIndex, grid);
    if (baseline !== null) counting.compareWith(baseline);
    const count = (replay: PlannedReplay, itsKernel: MadeCode | null): Float64Array => {
      const code = packed.counterFor({
        layout,
        instantBytes: store.sizes.instantBytes,
        levelCount: ruleSet.levels.length,
        levels: replay.levels,
        mainLevel: levelIndex,
        converted: store.sizes.converted,
        compares: baseline !== null,
        marks: reached !== null,
      });
      const [first, second] = threads.work({
        endChunk: mainChunks.length,
        kernel: itsKernel,
        count: { code, row: (thread) => counting.row(thread, layout) },
      });
      if (first === undefined) throw new Error('nothing was counted');
      if (second !== undefined) addCounts(first.counts, second.counts, layout, store.sizes.converted);
      return first.counts.slice();
    };
    const counts = count(main, kernel);
    if (reached !== null) counting.readReached(reached);
    for (const replay of others) addCounts(counts, count(replay, prepare(plan, replay)), layout, store.sizes.converted);
    return { counts, layout, cohort, ruleSet, levelIndex, thresholds, edges, grid };
  };
  const levels: PackedFrames['levels'] = (plan) => {
    const leadCount = packed.summary.leads;
    const found = Array.from(plan.figures.leasts, () => ({
      reachedAtMs: new Float64Array(leadCount).fill(Number.NaN),
      peak: new Float64Array(leadCount).fill(Number.NaN),
    }));
    for (const replay of plan.replays) {
      replayAll(prepare(plan, replay));
      for (const chunk of mainChunks)
        eachPlace(columns, chunk, (place, start, end) => {
          const lead = columns.leadOf[place] ?? NOBODY;
          if (lead === NOBODY) return;
          for (const level of replay.levels) {
            const into = found[level];
            if (into === undefined) continue;
            into.peak[lead] = peakAt(columns, plan.figures, level, place);
            const record = reachedRecord(columns, plan.figures, level, place, start, end);
            if (record >= 0) into.reachedAtMs[lead] = recordMs(columns, place, record);
          }
        });
    }
    return found;
  };
  const peaks: PackedFrames['peaks'] = (plan, level) => {
    const found = new Float64Array(packed.summary.leads).fill(Number.NaN);
    for (const replay of plan.replays) {
      if (!replay.levels.includes(level)) continue;
      replayAll(prepare(plan, replay));
      for (let place = 0; place < mainPlaces; place += 1) {
        const lead = columns.leadOf[place] ?? NOBODY;
        if (lead !== NOBODY) found[lead] = peakAt(columns, plan.figures, level, place);
      }
    }
    return found;
  };
  return { frame, levels, peaks };
}
