/**
 * Frames and replays by the fastest way there is: off a packed history where the rule set fits it, else by the plain
 * kernel. Both give the same numbers; only the time differs.
 */
import { itemAt } from '../../../core/at.ts';
import { isMeasured } from '../../../core/measures/cell.ts';
import type { Frame } from '../../../core/measures/frame.ts';
import { frameOf } from '../../../core/measures/frame-of.ts';
import { frameOfCounts, swapOfCounts } from '../../../core/measures/frame-of-counts.ts';
import { type SwapCounts, swapAgainst } from '../../../core/measures/swap-set.ts';
import { sampleStride } from '../../../core/measures/thresholds.ts';
import { type CompiledReplay, compiledKey } from '../../../core/replay/compile.ts';
import { fitsStore, isTooFine, packDemand } from '../../../core/replay/packed/lever-plan.ts';
import { replay } from '../../../core/replay/replay.ts';
import type { LevelReplay, ReplayOptions } from '../../../core/replay/replay-result.ts';
import { sharedUint8 } from '../../../core/replay/shared-columns.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { ruleSetWarnings } from '../../../core/rule-set/rule-set-warnings.ts';
import { createLetGo } from '../../jobs/collect-garbage.ts';
import type { OnProgress } from '../replay-progress.ts';
import { type HistorySummary, historySummary } from './history-summary.ts';
import { packCrew } from './pack-crew.ts';
import { createPackedFrames, type PackedFrames } from './packed-frames.ts';
import { openPacked, type PackedHistory, type PackedParts, packCompiled } from './packed-history.ts';
import type { SecondThread } from './second-thread.ts';
import { SHARING, type Sharing } from './sharing.ts';

export interface ReplayEngine {
  readonly frame: (request: EngineRequest, levelId: string, baseline: Uint8Array | null) => EngineFrame;
  /** Levels lead by lead. */
  readonly levels: (request: EngineRequest) => readonly LevelReplay[];
  /** Peaks of one level lead by lead, its index in the rule set's: sooner there than all of `levels`. */
  readonly peaks: (request: EngineRequest, levelIndex: number) => Float64Array;
  /** How often a second thread took part. */
  readonly timesHelped: () => number;
  /** Ends the threads. */
  readonly close: () => void;
}

/** Two rule sets are on the table, and mostly one packing serves both. */
export type Side = 'scenario' | 'baseline';

export interface EngineRequest {
  readonly side: Side;
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
  readonly take: (key: string, side: Side) => PackedParts | null;
  /** In place of what was kept for this side. Returns before it is kept. */
  readonly put: (packed: PackedParts, side: Side) => void;
}

interface Seat {
  readonly packed: PackedHistory;
  readonly frames: PackedFrames;
}

export interface EngineParts {
  /** Null: one thread only. Whoever made it closes it. */
  readonly secondThread?: SecondThread | null;
  readonly shelf?: PackedShelf | null;
  readonly sharing?: Sharing;
  readonly onProgress?: OnProgress;
}

export function createReplayEngine({
  secondThread = null,
  shelf = null,
  sharing = SHARING,
  onProgress,
}: EngineParts = {}): ReplayEngine {
  /** Null where the work is too little to be shared. */
  const second = (leads: number): SecondThread | null => (leads < sharing.fewestLeads ? null : secondThread);
  // A seat for each side, so that one whose conditions change again and again does not drive the other's out.
  const seats: { [S in Side]?: Seat } = {};
  const letGo = createLetGo();
  const summaries = new WeakMap<CompiledReplay['facts'], HistorySummary>();

  const summaryOf = (compiled: CompiledReplay): HistorySummary => {
    const known = summaries.get(compiled.facts) ?? historySummary(compiled);
    summaries.set(compiled.facts, known);
    return known;
  };
  const seated = (side: Side): readonly Seat[] =>
    [seats[side], seats[otherSide(side)]].filter((taken) => taken !== undefined);
  const seat = (side: Side, parts: PackedParts): Seat => {
    const before = seats[side];
    before?.packed.close();
    const packed = openPacked(parts, second(parts.summary.leads));
    const taken = { packed, frames: createPackedFrames(packed) };
    seats[side] = taken;
    if (before !== undefined) letGo(before.packed.store.memory.byteLength);
    return taken;
  };
  /** The way over a seat, if it serves the rule set; `beyond`: no other packing would serve it either. */
  const wayOver = (taken: Seat, ruleSet: RuleSet) => {
    const { store, summary, planLevers } = taken.packed;
    const demand = packDemand(ruleSet, summary.longestHours);
    if (demand === null) return 'beyond';
    if (!fitsStore(demand, store)) return null;
    return isTooFine(demand, store) ? 'beyond' : { ...taken, plan: planLevers(ruleSet, demand) };
  };
  /** Null: the plain kernel has to do it. */
  const fastWay = ({ side, ruleSet, options, compiled }: EngineRequest) => {
    const key = JSON.stringify([compiledKey(ruleSet), options]);
    for (const taken of seated(side)) {
      const way = taken.packed.key === key ? wayOver(taken, ruleSet) : null;
      if (way === 'beyond') return null;
      if (way !== null) return way;
    }
    // What sits here already and does not serve would not serve either when it came from the shelf.
    const kept = seats[side]?.packed.key === key ? null : (shelf?.take(key, side) ?? null);
    const keptWay = kept === null ? null : wayOver(seat(side, kept), ruleSet);
    if (keptWay === 'beyond') return null;
    if (keptWay !== null) return keptWay;
    const fresh = compiled();
    const summary = summaryOf(fresh);
    const demand = packDemand(ruleSet, summary.longestHours);
    const parts =
      demand === null
        ? null
        : packCompiled(key, fresh, summary, ruleSet, demand, sampleOf(fresh), {
            crew: packCrew(second(summary.leads), (done) =>
              onProgress?.({ phase: 'packing', done, total: summary.leads }),
            ),
            sharing,
          });
    if (parts === null) return null;
    const way = wayOver(seat(side, parts), ruleSet);
    if (way === null || way === 'beyond') return null;
    shelf?.put(parts, side);
    return way;
  };
  const replaying =
    (total: number) =>
    (done: number): void =>
      onProgress?.({ phase: 'replaying', done, total });
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
      const result = replay(compiled, ruleSet, false, replaying(summary.leads));
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
      if (way !== null) return way.frames.levels(way.plan);
      const compiled = request.compiled();
      return replay(compiled, request.ruleSet, false, replaying(compiled.history.leads.count)).levels;
    },
    peaks: (request, levelIndex) => {
      const way = fastWay(request);
      if (way !== null) return way.frames.peaks(way.plan, levelIndex);
      return itemAt(replay(request.compiled(), request.ruleSet, false).levels, levelIndex).peak;
    },
    timesHelped: () => seated('scenario').reduce((times, { packed }) => times + packed.threads.timesHelped(), 0),
    close: () => {
      for (const { packed } of seated('scenario')) packed.close();
    },
  };
}

const otherSide = (side: Side): Side => (side === 'scenario' ? 'baseline' : 'scenario');

const warningsOf = ({ warnings, names }: HistorySummary, ruleSet: RuleSet): readonly string[] => [
  ...warnings,
  // What is kept out of rules the screen says itself, from the moment that it changes: no frame is asked for then.
  ...ruleSetWarnings(ruleSet, names, []),
];

/** The leads that the range of the peaks is read off: the same that `peakRange` takes. */
function sampleOf({ history, facts }: CompiledReplay): readonly number[] {
  const sample: number[] = [];
  const { count } = history.leads;
  const stride = sampleStride(count);
  for (let lead = 0; lead < count; lead += stride) if (isMeasured(facts, lead)) sample.push(lead);
  return sample;
}
