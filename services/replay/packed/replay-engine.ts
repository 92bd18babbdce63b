/**
 * Frames and replays by the fastest way there is: off a packed history where the rule set fits it, else by the plain
 * kernel. Both give the same numbers; only the time differs.
 */
import { isMeasured } from '../../../core/measures/cell.ts';
import type { Frame } from '../../../core/measures/frame.ts';
import { frameOf } from '../../../core/measures/frame-of.ts';
import { frameOfCounts, swapOfCounts } from '../../../core/measures/frame-of-counts.ts';
import { type SwapCounts, swapAgainst } from '../../../core/measures/swap-set.ts';
import { sampleStride } from '../../../core/measures/thresholds.ts';
import { type CompiledReplay, compiledKey } from '../../../core/replay/compile.ts';
import { fitsStore, isTooFine, packDemand, planLevers } from '../../../core/replay/packed/lever-plan.ts';
import { replay } from '../../../core/replay/replay.ts';
import type { LevelReplay, ReplayOptions } from '../../../core/replay/replay-result.ts';
import { sharedUint8 } from '../../../core/replay/shared-columns.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { ruleSetWarnings } from '../../../core/rule-set/rule-set-warnings.ts';
import { type HistorySummary, historySummary } from './history-summary.ts';
import { createPackedFrames, type PackedFrames } from './packed-frames.ts';
import { openPacked, type PackedHistory, type PackedParts, packCompiled } from './packed-history.ts';

export interface ReplayEngine {
  readonly frame: (request: EngineRequest, levelId: string, baseline: Uint8Array | null) => EngineFrame;
  /** Levels lead by lead. */
  readonly levels: (request: EngineRequest) => readonly LevelReplay[];
  /** How often a second thread took part. */
  readonly timesHelped: () => number;
  /** Ends the threads. */
  readonly close: () => void;
}

export interface EngineRequest {
  readonly ruleSet: RuleSet;
  readonly options: ReplayOptions;
  /** Asked for only where nothing packed serves the rule set. */
  readonly compiled: () => CompiledReplay;
}

export interface EngineFrame {
  readonly frame: Frame;
  /** Against the baseline (by lead, 1: its level holds the lead); nobody when there is none. */
  readonly swap: SwapCounts;
  /** By lead, 1: the level holds the lead; for a frame without baseline, which then is one. */
  readonly reached: Uint8Array | null;
}

/** Packed histories that outlive the session: read when it begins, written when there is one. */
export interface PackedShelf {
  /** Null: there is none for this key, or none that can be trusted. */
  readonly take: (key: string) => PackedParts | null;
  readonly put: (packed: PackedHistory) => void;
}

interface Seat {
  readonly packed: PackedHistory;
  readonly frames: PackedFrames;
}

/** Two rule sets are on the table, a scenario and its baseline, and mostly one packing serves both. */
const MOST_SEATS = 2;

/** `workerUrl`: of the second thread; null: one thread only. */
export function createReplayEngine(workerUrl: URL | null, shelf: PackedShelf | null = null): ReplayEngine {
  const seats: Seat[] = [];
  const summaries = new WeakMap<CompiledReplay['facts'], HistorySummary>();

  const summaryOf = (compiled: CompiledReplay): HistorySummary => {
    const known = summaries.get(compiled.facts) ?? historySummary(compiled);
    summaries.set(compiled.facts, known);
    return known;
  };
  const seat = (parts: PackedParts): Seat => {
    while (seats.length >= MOST_SEATS) seats.shift()?.packed.close();
    const packed = openPacked(parts, workerUrl);
    const taken = { packed, frames: createPackedFrames(packed) };
    seats.push(taken);
    return taken;
  };
  /** The way over a seat, if it serves the rule set. */
  const wayOver = (taken: Seat, ruleSet: RuleSet) => {
    const { store, summary, rulePoints } = taken.packed;
    const demand = packDemand(ruleSet, summary.longestHours);
    if (demand === null || !fitsStore(demand, store) || isTooFine(demand, store)) return null;
    return { ...taken, plan: planLevers(ruleSet, demand, store, rulePoints) };
  };
  /** Null: the plain kernel has to do it. */
  const fastWay = ({ ruleSet, options, compiled }: EngineRequest) => {
    const key = JSON.stringify([compiledKey(ruleSet), options]);
    const known = seats.filter(({ packed }) => packed.key === key);
    for (const taken of known) {
      const way = wayOver(taken, ruleSet);
      if (way === null) continue;
      // The seat used last is given up last.
      seats.push(...seats.splice(seats.indexOf(taken), 1));
      return way;
    }
    const kept = known.length > 0 ? null : (shelf?.take(key) ?? null);
    const keptWay = kept === null ? null : wayOver(seat(kept), ruleSet);
    if (keptWay !== null) return keptWay;
    const fresh = compiled();
    const summary = summaryOf(fresh);
    const demand = packDemand(ruleSet, summary.longestHours);
    const parts = demand === null ? null : packCompiled(key, fresh, summary, ruleSet, demand, sampleOf(fresh));
    if (parts === null) return null;
    const taken = seat(parts);
    shelf?.put(taken.packed);
    return wayOver(taken, ruleSet);
  };
  return {
    frame: (request, levelId, baseline) => {
      const { ruleSet } = request;
      const found = ruleSet.levels.findIndex(({ id }) => id === levelId);
      const levelIndex = Math.max(0, found);
      const hasLevel = found >= 0;
      const way = fastWay(request);
      if (way !== null) {
        const { summary } = way.packed;
        const reached = baseline === null ? sharedUint8(summary.leads) : null;
        const counted = way.frames.frame({ ruleSet, plan: way.plan, levelIndex, baseline, reached });
        if (!hasLevel) reached?.fill(0);
        return {
          frame: frameOfCounts({ ...counted, warnings: warningsOf(summary, ruleSet) }),
          swap: swapOfCounts(counted.counts, counted.layout, hasLevel),
          reached,
        };
      }
      const compiled = request.compiled();
      const summary = summaryOf(compiled);
      const result = replay(compiled, ruleSet, false);
      const nobody = new Float64Array(summary.leads).fill(Number.NaN);
      const reachedAtMs = (hasLevel ? result.levels[levelIndex]?.reachedAtMs : undefined) ?? nobody;
      return {
        frame: frameOf(result, ruleSet, levelId, summary.cohort.calendar, warningsOf(summary, ruleSet)),
        swap: swapAgainst(compiled.facts, reachedAtMs, baseline),
        reached: baseline === null ? Uint8Array.from(reachedAtMs, (atMs) => (Number.isNaN(atMs) ? 0 : 1)) : null,
      };
    },
    levels: (request) => {
      const way = fastWay(request);
      return way === null ? replay(request.compiled(), request.ruleSet, false).levels : way.frames.levels(way.plan);
    },
    timesHelped: () => seats.reduce((times, { packed }) => times + packed.threads.timesHelped(), 0),
    close: () => {
      for (const { packed } of seats.splice(0)) packed.close();
    },
  };
}

const warningsOf = ({ warnings, names }: HistorySummary, ruleSet: RuleSet): readonly string[] => [
  ...warnings,
  ...ruleSetWarnings(ruleSet, names),
];

/** The leads that the range of the peaks is read off: the same that `peakRange` takes. */
function sampleOf({ history, facts }: CompiledReplay): readonly number[] {
  const sample: number[] = [];
  const { count } = history.leads;
  const stride = sampleStride(count);
  for (let lead = 0; lead < count; lead += stride) if (isMeasured(facts, lead)) sample.push(lead);
  return sample;
}
