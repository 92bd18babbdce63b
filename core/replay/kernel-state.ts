/** What the replay's loop works on, laid out once a replay: columns of the stream, numbers of the levers, running sums. */
import { type AwardQueue, createAwardQueue } from './award-queues.ts';
import type { AwardStream } from './award-stream.ts';
import type { ClimbLog } from './climbs.ts';
import type { SharedLeads } from './compile.ts';
import { decayHours } from './decay.ts';
import type { Look } from './ledger.ts';
import type { ScorePlan, StaticPlan } from './score-plan.ts';

export interface KernelInput {
  readonly stream: AwardStream;
  readonly plan: ScorePlan;
  readonly leads: SharedLeads;
  /** By lead: its place in the values of the plan's attribute, bands and counter rules. */
  readonly signatureOf: Int32Array;
  readonly asOfHour: number;
  /** False leaves `now` out: a lever's move does not need it. */
  readonly readsNow: boolean;
}

/** By level (or dimension), then lead; written for the leads of the range only. */
export interface KernelOutput {
  readonly reachedAtMs: readonly Float64Array[];
  readonly peak: readonly Float64Array[];
  readonly now: Float64Array;
  readonly nowByDimension: readonly Float64Array[];
}

/** One shape for every replay: the loop's functions stay compiled from one move of a lever to the next. */
export interface KernelState {
  readonly input: KernelInput;
  readonly stream: AwardStream;
  readonly looks: Look[] | null;
  readonly climbs: ClimbLog | null;

  readonly nodesOf: Int32Array;
  readonly accumulatorsOf: Int32Array;
  readonly nodeIsBest: Uint8Array;
  readonly nodeMin: Float64Array;
  readonly nodeMax: Float64Array;
  readonly dimensionMin: Float64Array;
  readonly dimensionMax: Float64Array;
  readonly totalMin: number;
  readonly totalMax: number;

  readonly slotAccumulator: Int32Array;
  readonly slotPoints: Float64Array;
  readonly slotMax: Float64Array;
  readonly slotWatch: Int32Array;
  readonly cleared: Int32Array;
  readonly clearedWatches: Int32Array;

  /** Standing awards with their weights, as they stand at `sumsHour`. */
  readonly sums: Float64Array;
  /** Awards since the last reset. */
  readonly counts: Int32Array;
  sumsHour: number;
  /** Sums that halve, which of the half-lives each has, and the factors for the hours that pass. */
  readonly halving: Int32Array;
  readonly factorOf: Int32Array;
  readonly halfLives: Float64Array;
  readonly factorTables: readonly Float64Array[];
  readonly factors: Float64Array;
  /** Sums whose awards fade in other ways, and their queues (null for the others). */
  readonly queued: Int32Array;
  readonly queues: readonly (AwardQueue | null)[];

  readonly statics: readonly StaticPlan[];
  /** What attributes, bands and counters put into each node, and whether one of their awards stands there. */
  readonly staticValues: Float64Array;
  readonly staticStands: Uint8Array;
  readonly dimensionValues: Float64Array;
  disqualifiedByFacts: boolean;
  readonly watchedLifetimes: Float64Array;
  /** Hour of the last award of each rule that disqualifies; NaN: none stands. */
  readonly watchedHours: Float64Array;

  readonly levelTotals: Float64Array;
  /** Minimums of level l: `minimumsOf[l]` up to `minimumsOf[l + 1]`. */
  readonly minimumsOf: Int32Array;
  readonly minimumDimensions: Int32Array;
  readonly minimumLeasts: Float64Array;
  readonly peaks: Float64Array;
  readonly reached: Float64Array;
}

export function createKernelState(input: KernelInput, looks: Look[] | null, climbs: ClimbLog | null): KernelState {
  const { plan } = input;
  const { accumulators, levels } = plan;
  const isQueued = (index: number): boolean => {
    const kind = accumulators[index]?.decay.kind;
    return kind !== 'none' && kind !== 'half-life';
  };
  const halfLifeOf = accumulators.map(({ decay }) => (decay.kind === 'half-life' ? decayHours(decay.days) : null));
  const halfLives = [...new Set(halfLifeOf.filter((hours) => hours !== null))];
  const minimums = levels.flatMap((level) => level.minimums);
  return {
    input,
    stream: input.stream,
    looks,
    climbs,
    nodesOf: plan.nodesOf,
    accumulatorsOf: plan.accumulatorsOf,
    nodeIsBest: plan.nodeIsBest,
    nodeMin: plan.nodeLimits.min,
    nodeMax: plan.nodeLimits.max,
    dimensionMin: plan.dimensionLimits.min,
    dimensionMax: plan.dimensionLimits.max,
    totalMin: plan.total.min,
    totalMax: plan.total.max,
    slotAccumulator: plan.slots.accumulator,
    slotPoints: plan.slots.points,
    slotMax: plan.slots.max,
    slotWatch: plan.slots.watch,
    cleared: plan.cleared,
    clearedWatches: plan.clearedWatches,
    sums: new Float64Array(accumulators.length),
    counts: new Int32Array(accumulators.length),
    sumsHour: 0,
    halving: Int32Array.from(halfLifeOf.flatMap((hours, index) => (hours === null ? [] : [index]))),
    factorOf: Int32Array.from(halfLifeOf, (hours) => (hours === null ? -1 : halfLives.indexOf(hours))),
    halfLives: Float64Array.from(halfLives),
    factorTables: halfLives.map((hours) => accumulators[halfLifeOf.indexOf(hours)]?.weights ?? new Float64Array(0)),
    factors: new Float64Array(halfLives.length),
    queued: Int32Array.from(accumulators.flatMap((_, index) => (isQueued(index) ? [index] : []))),
    queues: accumulators.map((accumulator, index) => (isQueued(index) ? createAwardQueue(accumulator) : null)),
    statics: plan.statics,
    staticValues: new Float64Array(plan.nodeIsBest.length),
    staticStands: new Uint8Array(plan.nodeIsBest.length),
    dimensionValues: new Float64Array(plan.nodesOf.length - 1),
    disqualifiedByFacts: false,
    watchedLifetimes: plan.watchedLifetimes,
    watchedHours: new Float64Array(plan.watchedLifetimes.length),
    levelTotals: Float64Array.from(levels, (level) => level.total),
    minimumsOf: Int32Array.from([
      0,
      ...levels.map((_, index) => levels.slice(0, index + 1).flatMap((level) => level.minimums).length),
    ]),
    minimumDimensions: Int32Array.from(minimums, (minimum) => minimum.dimension),
    minimumLeasts: Float64Array.from(minimums, (minimum) => minimum.least),
    peaks: new Float64Array(levels.length),
    reached: new Float64Array(levels.length),
  };
}
