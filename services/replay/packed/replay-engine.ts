/**
 * Frames and replays by the fastest way there is: off the packed history where the rule set fits it, else by the plain
 * kernel. Both give the same numbers; only the time differs.
 */
import { isMeasured } from '../../../core/measures/cell.ts';
import type { Frame } from '../../../core/measures/frame.ts';
import { frameOf } from '../../../core/measures/frame-of.ts';
import { type CohortFacts, frameOfCounts, swapOfCounts } from '../../../core/measures/frame-of-counts.ts';
import { type SwapCounts, swapAgainst } from '../../../core/measures/swap-set.ts';
import { sampleStride } from '../../../core/measures/thresholds.ts';
import type { CompiledReplay } from '../../../core/replay/compile.ts';
import {
  fitsStore,
  isTooFine,
  type PackDemand,
  packDemand,
  planLevers,
} from '../../../core/replay/packed/lever-plan.ts';
import { replay } from '../../../core/replay/replay.ts';
import type { LevelReplay } from '../../../core/replay/replay-result.ts';
import { sharedUint8 } from '../../../core/replay/shared-columns.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { createPackedFrames, type PackedFrames } from './packed-frames.ts';
import { longestHours, type PackedHistory, packCompiled } from './packed-history.ts';

export interface ReplayEngine {
  readonly frame: (compiled: CompiledReplay, request: EngineRequest) => EngineFrame;
  /** Levels lead by lead. */
  readonly levels: (compiled: CompiledReplay, ruleSet: RuleSet) => readonly LevelReplay[];
  /** How often a second thread took part. */
  readonly timesHelped: () => number;
  /** Ends the threads. */
  readonly close: () => void;
}

export interface EngineRequest {
  readonly ruleSet: RuleSet;
  /** The level that the charts speak of; −1: the rule set has none of that name, and they speak of its first. */
  readonly levelIndex: number;
  readonly cohort: CohortFacts;
  readonly warnings: readonly string[];
  /** By lead: whom the baseline's level holds. Null: this is the baseline. */
  readonly baseline: Uint8Array | null;
}

export interface EngineFrame {
  readonly frame: Frame;
  /** Against the baseline; nobody when there is none. */
  readonly swap: SwapCounts;
  /** By lead: whom the level holds; of the baseline only. */
  readonly reached: Uint8Array | null;
}

interface Seat {
  readonly packed: PackedHistory;
  readonly frames: PackedFrames;
}

/** Two rule sets are on the table, a scenario and its baseline, and mostly one packing serves both. */
const MOST_SEATS = 2;

/** `workerUrl`: of the second thread; null: one thread only. */
export function createReplayEngine(workerUrl: URL | null): ReplayEngine {
  const seats: Seat[] = [];
  const longest = new WeakMap<CompiledReplay['facts'], number>();

  const longestOf = (compiled: CompiledReplay): number => {
    const known = longest.get(compiled.facts) ?? longestHours(compiled);
    longest.set(compiled.facts, known);
    return known;
  };
  const seatFor = (compiled: CompiledReplay, ruleSet: RuleSet, demand: PackDemand): Seat | null => {
    const known = seats.findIndex(({ packed }) => packed.compiled === compiled && fitsStore(demand, packed.store));
    const taken = known < 0 ? undefined : seats.splice(known, 1)[0];
    if (taken === undefined) {
      const stale = seats.findIndex(({ packed }) => packed.compiled.facts !== compiled.facts);
      if (stale >= 0 || seats.length >= MOST_SEATS) seats.splice(Math.max(stale, 0), 1)[0]?.packed.close();
      const packed = packCompiled(compiled, ruleSet, demand, sampleOf(compiled), workerUrl);
      if (packed === null) return null;
      seats.push({ packed, frames: createPackedFrames(packed) });
    } else seats.push(taken);
    return seats.at(-1) ?? null;
  };
  /** Null: the plain kernel has to do it. */
  const fastWay = (compiled: CompiledReplay, ruleSet: RuleSet) => {
    const demand = packDemand(ruleSet, longestOf(compiled));
    if (demand === null) return null;
    const seat = seatFor(compiled, ruleSet, demand);
    if (seat === null || isTooFine(demand, seat.packed.store)) return null;
    return { frames: seat.frames, plan: planLevers(ruleSet, demand, seat.packed.store, seat.packed.rulePoints) };
  };
  return {
    frame: (compiled, request) => {
      const { ruleSet, cohort, warnings, baseline } = request;
      const hasLevel = request.levelIndex >= 0;
      const levelIndex = Math.max(0, request.levelIndex);
      const leadCount = compiled.history.leads.count;
      const way = fastWay(compiled, ruleSet);
      const reached = baseline === null ? sharedUint8(leadCount) : null;
      if (way !== null) {
        const counted = way.frames.frame({ ruleSet, plan: way.plan, levelIndex, cohort, baseline, reached });
        return {
          frame: frameOfCounts({ ...counted, warnings }),
          swap: swapOfCounts(counted.counts, counted.layout, hasLevel),
          reached: hasLevel ? reached : (reached?.fill(0) ?? null),
        };
      }
      const result = replay(compiled, ruleSet, false);
      const reachedAtMs = hasLevel
        ? (result.levels[levelIndex]?.reachedAtMs ?? new Float64Array(0))
        : new Float64Array(leadCount).fill(Number.NaN);
      if (reached !== null)
        for (let lead = 0; lead < leadCount; lead += 1)
          reached[lead] = Number.isNaN(reachedAtMs[lead] ?? Number.NaN) ? 0 : 1;
      const frame = frameOf(result, ruleSet, ruleSet.levels[levelIndex]?.id ?? '', cohort.calendar, warnings);
      return { frame, swap: swapAgainst(compiled.facts, reachedAtMs, baseline), reached };
    },
    levels: (compiled, ruleSet) => {
      const way = fastWay(compiled, ruleSet);
      return way === null ? replay(compiled, ruleSet, false).levels : way.frames.levels(way.plan);
    },
    timesHelped: () => seats.reduce((times, { packed }) => times + packed.threads.timesHelped(), 0),
    close: () => {
      for (const { packed } of seats.splice(0)) packed.close();
    },
  };
}

/** The leads that the range of the peaks is read off: the same that `peakRange` takes. */
function sampleOf({ history, facts }: CompiledReplay): readonly number[] {
  const sample: number[] = [];
  const { count } = history.leads;
  const stride = sampleStride(count);
  for (let lead = 0; lead < count; lead += stride) if (isMeasured(facts, lead)) sample.push(lead);
  return sample;
}
