/** Frames off a packed history: new figures are written, what has to be replayed is replayed, and the records are read. */
import type { CountedFrame } from '../../../core/measures/frame-of-counts.ts';
import { bandEdges, rangeBetween, rangeOfSample, roundThresholds } from '../../../core/measures/thresholds.ts';
import { edgeGrid } from '../../../core/replay/packed/edge-grid.ts';
import { type HourCalendar, hourCalendar } from '../../../core/replay/packed/hour-calendar.ts';
import { addCounts, countLayout } from '../../../core/replay/packed/level-counts.ts';
import {
  eachPlace,
  isMeasuredPlace,
  peakOf,
  reachedRecord,
  recordMs,
} from '../../../core/replay/packed/level-reading.ts';
import type { LeverPlan, PlannedReplay } from '../../../core/replay/packed/lever-plan.ts';
import { NOBODY, type PackedChunk } from '../../../core/replay/packed/packed-store.ts';
import { signatureNeeds } from '../../../core/replay/packed/signature-needs.ts';
import type { LevelReplay } from '../../../core/replay/replay-result.ts';
import { leastFor } from '../../../core/replay/score-plan.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import type { ChunkWork } from './chunk-work.ts';
import type { PackedHistory } from './packed-history.ts';

export interface PackedFrames {
  readonly frame: (request: FrameRequest) => Omit<CountedFrame, 'warnings'>;
  /** Levels lead by lead, as the plain kernel answers them. */
  readonly levels: (plan: LeverPlan) => readonly LevelReplay[];
}

export interface FrameRequest {
  readonly ruleSet: RuleSet;
  readonly plan: LeverPlan;
  readonly levelIndex: number;
  /** By lead, shared: whom the baseline's level holds; and whom this one's, to be written. */
  readonly baseline: Uint8Array | null;
  readonly reached: Uint8Array | null;
}

export function createPackedFrames(packed: PackedHistory): PackedFrames {
  const { store, threads, levers } = packed;
  const { columns } = threads;
  const hasSample = store.mainPlaces < store.sizes.places;
  const mainChunks = hasSample ? store.chunks.slice(0, -1) : store.chunks;
  const sampleChunk = hasSample ? store.chunks.at(-1) : undefined;
  let hourTable: HourCalendar | undefined;

  const hours = (): HourCalendar => {
    const { cohort } = packed.summary;
    hourTable ??= hourCalendar(cohort.calendar.earliestMs, cohort.asOfMs, cohort.calendar.monthStartsMs);
    return hourTable;
  };
  /** The kernel to run before the records can be read, with the sample done already; null where they hold still. */
  const prepare = (plan: LeverPlan, replay: PlannedReplay): ChunkWork['kernel'] => {
    if (!levers.write(plan, replay)) return null;
    const kernel = packed.kernelFor(plan);
    if (sampleChunk !== undefined) threads.replayChunk(kernel, sampleChunk);
    return kernel;
  };
  const replayAll = (kernel: ChunkWork['kernel']): void => {
    if (kernel !== null)
      threads.work({ endChunk: mainChunks.length, kernel, task: null, countLength: 0, merge: () => {} });
  };
  const peaksOf = (
    chunks: readonly PackedChunk[],
    plan: LeverPlan,
    level: number,
    visit: (peak: number) => void,
  ): void => {
    for (const chunk of chunks)
      eachPlace(columns, chunk, (place, start, end) => {
        const peak = isMeasuredPlace(columns.leadInfo[place] ?? 0)
          ? peakOf(columns, plan.figures, level, place, start, end)
          : Number.NaN;
        if (!Number.isNaN(peak)) visit(peak);
      });
  };
  const frame: PackedFrames['frame'] = ({ ruleSet, plan, levelIndex, baseline, reached }) => {
    const { cohort } = packed.summary;
    const threshold = ruleSet.levels[levelIndex]?.total ?? 0;
    const isMain = (replay: PlannedReplay): boolean => replay.levels.includes(levelIndex);
    /** Replays what has to be; the range of the main level's peaks sets the thresholds and the edges of the charts. */
    const scaled = (replay: PlannedReplay) => {
      const kernel = prepare(plan, replay);
      const sample: number[] = [];
      if (sampleChunk !== undefined) peaksOf([sampleChunk], plan, levelIndex, (peak) => sample.push(peak));
      if (sample.length > 0) return { kernel, range: rangeOfSample(sample) };
      replayAll(kernel);
      let low = Number.POSITIVE_INFINITY;
      let high = Number.NEGATIVE_INFINITY;
      peaksOf(mainChunks, plan, levelIndex, (peak) => {
        low = Math.min(low, peak);
        high = Math.max(high, peak);
      });
      return { kernel: null, range: rangeBetween(low, high) };
    };
    const [main, ...others] = plan.replays.toSorted((left, right) => Number(isMain(right)) - Number(isMain(left)));
    if (main === undefined) throw new Error('a rule set has at least one level');
    const { kernel, range } = scaled(main);
    const thresholds = roundThresholds(range, threshold);
    const edges = bandEdges(range, threshold);
    const needs = signatureNeeds(plan.figures, levelIndex);
    const grid = edgeGrid(thresholds.map(leastFor), edges.map(leastFor));
    const layout = countLayout({
      levels: ruleSet.levels.length,
      sweepSets: thresholds.length + 1,
      bandSets: edges.length + 1,
      months: cohort.calendar.monthStartsMs.length,
      weeks: cohort.calendar.weeks,
      converted: cohort.sqls,
    });
    const count = (replay: PlannedReplay, itsKernel: ChunkWork['kernel']): Float64Array =>
      threads.work({
        endChunk: mainChunks.length,
        kernel: itsKernel,
        task: {
          needs,
          levels: replay.levels,
          mainLevel: levelIndex,
          grid,
          calendar: hours(),
          baseline: isMain(replay) ? baseline : null,
          reached: isMain(replay) ? reached : null,
          layout,
          converted: cohort.sqls,
        },
        countLength: layout.length,
        merge: (into, from) => addCounts(into, from, layout, cohort.sqls),
      });
    const counts = count(main, kernel);
    for (const replay of others) addCounts(counts, count(replay, prepare(plan, replay)), layout, cohort.sqls);
    return { counts, layout, cohort, ruleSet, levelIndex, thresholds, edges };
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
            into.peak[lead] = peakOf(columns, plan.figures, level, place, start, end);
            const record = reachedRecord(columns, plan.figures, level, place, start, end);
            if (record >= 0) into.reachedAtMs[lead] = recordMs(columns, place, record);
          }
        });
    }
    return found;
  };
  return { frame, levels };
}
