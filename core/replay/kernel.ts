/**
 * The loop of the replay, over flat columns: every lever's move runs it over the whole history. It stays one function, so
 * that the compiler of the language sees all of it at once; what it does is told in `applyEntry` and `totalAt`.
 */
import { type AwardQueue, createAwardQueue } from './award-queues.ts';
import { type AwardStream, RECYCLE } from './award-stream.ts';
import { decayHours } from './decay.ts';
import type { Look } from './ledger.ts';
import type { ScorePlan } from './score-plan.ts';

export interface KernelInput {
  readonly stream: AwardStream;
  readonly plan: ScorePlan;
  readonly createdAtMs: Float64Array;
  readonly createdHour: Int32Array;
  readonly asOfHour: number;
  /** 0: does not exist at `asOf`. */
  readonly exists: Uint8Array;
  /** 1: its score is read, but it is not replayed. */
  readonly isCustomer: Uint8Array;
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

/** Replays leads `from` up to `to`; `looks` collects each look, for one lead explained. */
export function runKernel(input: KernelInput, output: KernelOutput, from: number, to: number, looks?: Look[]): void {
  const { plan, createdAtMs, createdHour, asOfHour, exists, isCustomer, readsNow } = input;
  const { offsets, horizonEnd, atMs, hour, slot, ordinal, endsInstant } = input.stream;
  const { nodesOf, accumulatorsOf, nodeIsBest, staticNodes, watchedLifetimes, clearedWatches, cleared } = plan;
  const { min: nodeMin, max: nodeMax } = plan.nodeLimits;
  const { min: dimensionMin, max: dimensionMax } = plan.dimensionLimits;
  const { accumulator: slotAccumulator, points: slotPoints, max: slotMax, watch: slotWatch } = plan.slots;
  const { min: totalMin, max: totalMax } = plan.total;
  const dimensionCount = nodesOf.length - 1;
  const accumulatorCount = plan.accumulators.length;
  const levelCount = plan.levels.length;

  const kinds = Uint8Array.from(plan.accumulators, ({ decay }) =>
    decay.kind === 'none' || decay.kind === 'half-life' ? SUMMED : QUEUED,
  );
  const sums = new Float64Array(accumulatorCount);
  const counts = new Int32Array(accumulatorCount);
  /** Hour that all sums stand at. */
  let sumsHour = 0;
  const queues: readonly AwardQueue[] = plan.accumulators.map(createAwardQueue);
  const { halving, factorOf, halfLives, factorTables } = halvingSums(plan);
  const factors = new Float64Array(halfLives.length);
  const queued = Int32Array.from(plan.accumulators.flatMap((_, index) => (kinds[index] === QUEUED ? [index] : [])));

  const staticValues = new Float64Array(nodeIsBest.length);
  const staticStands = new Uint8Array(nodeIsBest.length);
  const dimensionValues = new Float64Array(dimensionCount);
  /** Hour of the last award of each rule that disqualifies; NaN: none stands. */
  const watchedHours = new Float64Array(watchedLifetimes.length);
  let disqualifiedByFacts = false;
  const peaks = new Float64Array(levelCount);
  const reached = new Float64Array(levelCount);

  const resetAccumulator = (index: number): void => {
    sums[index] = 0;
    counts[index] = 0;
    if (kinds[index] === QUEUED) queues[index]?.reset();
  };
  /** Lets time pass: every sum then stands at that hour. Half-lives multiply, so one factor serves all sums that share one. */
  const advance = (atHour: number): void => {
    const passed = atHour - sumsHour;
    if (passed === 0) return;
    sumsHour = atHour;
    for (let decay = 0; decay < factorTables.length; decay += 1) {
      const table = factorTables[decay] ?? NO_WEIGHTS;
      factors[decay] = passed < table.length ? (table[passed] ?? 0) : 2 ** (-passed / (halfLives[decay] ?? 1));
    }
    for (let place = 0; place < halving.length; place += 1) {
      const index = halving[place] ?? 0;
      sums[index] = (sums[index] ?? 0) * (factors[factorOf[index] ?? 0] ?? 0);
    }
    for (let place = 0; place < queued.length; place += 1) {
      const index = queued[place] ?? 0;
      if (counts[index] !== 0) sums[index] = queues[index]?.value(atHour) ?? 0;
    }
  };
  const hasStanding = (index: number, atHour: number): boolean =>
    kinds[index] === QUEUED ? queues[index]?.hasStanding(atHour) === true : (counts[index] ?? 0) > 0;

  const begin = (lead: number, firstHour: number): void => {
    sumsHour = firstHour;
    for (let index = 0; index < accumulatorCount; index += 1) if (counts[index] !== 0) resetAccumulator(index);
    // Loops, not `fill`: for a handful of numbers the call costs more than the work.
    for (let node = 0; node < staticValues.length; node += 1) {
      staticValues[node] = 0;
      staticStands[node] = 0;
    }
    for (let watch = 0; watch < watchedHours.length; watch += 1) watchedHours[watch] = Number.NaN;
    disqualifiedByFacts = false;
    for (const rule of plan.statics) {
      const found = rule.values[lead] ?? Number.NaN;
      if (Number.isNaN(found)) continue;
      const count = rule.pointsByValue === null ? Math.min(found, rule.max) : 1;
      if (count <= 0) continue;
      const points = rule.pointsByValue === null ? rule.points * count : (rule.pointsByValue[found] ?? 0);
      const before = staticValues[rule.node] ?? 0;
      const isBest = nodeIsBest[rule.node] === 1;
      staticValues[rule.node] = isBest
        ? staticStands[rule.node] === 1
          ? Math.max(before, points)
          : points
        : before + points;
      staticStands[rule.node] = 1;
      disqualifiedByFacts ||= rule.disqualifies;
    }
  };
  /** True when an award was given, or a recycle ended one that still had a weight. */
  const applyEntry = (entry: number, atHour: number): boolean => {
    advance(atHour);
    const which = slot[entry] ?? RECYCLE;
    if (which === RECYCLE) {
      let ended = false;
      for (let place = 0; place < cleared.length; place += 1) {
        const index = cleared[place] ?? 0;
        ended ||= hasStanding(index, atHour);
        resetAccumulator(index);
      }
      for (let place = 0; place < clearedWatches.length; place += 1)
        watchedHours[clearedWatches[place] ?? 0] = Number.NaN;
      return ended;
    }
    if ((ordinal[entry] ?? 0) >= (slotMax[which] ?? 0)) return false;
    const index = slotAccumulator[which] ?? 0;
    const points = slotPoints[which] ?? 0;
    counts[index] = (counts[index] ?? 0) + 1;
    sums[index] = (sums[index] ?? 0) + points;
    if (kinds[index] === QUEUED) queues[index]?.add(points, atHour);
    const watch = slotWatch[which] ?? -1;
    if (watch >= 0) watchedHours[watch] = atHour;
    return true;
  };
  const nodeValue = (node: number, atHour: number): number => {
    const end = accumulatorsOf[node + 1] ?? 0;
    let value = staticValues[node] ?? 0;
    if (nodeIsBest[node] === 0) {
      for (let index = accumulatorsOf[node] ?? 0; index < end; index += 1) value += sums[index] ?? 0;
      return value;
    }
    let stands = staticStands[node] === 1;
    for (let index = accumulatorsOf[node] ?? 0; index < end; index += 1) {
      if (!hasStanding(index, atHour)) continue;
      const ofRule = sums[index] ?? 0;
      value = stands && value > ofRule ? value : ofRule;
      stands = true;
    }
    return value;
  };
  /** The total at an hour; leaves the dimensions in `dimensionValues`. */
  const totalAt = (atHour: number): number => {
    advance(atHour);
    let total = 0;
    for (let dimension = 0; dimension < dimensionCount; dimension += 1) {
      let value = 0;
      const end = nodesOf[dimension + 1] ?? 0;
      for (let node = nodesOf[dimension] ?? 0; node < end; node += 1) {
        const inNode = staticNodes[node] === 1 ? (staticValues[node] ?? 0) : nodeValue(node, atHour);
        const max = nodeMax[node] ?? 0;
        const min = nodeMin[node] ?? 0;
        value += inNode > max ? max : inNode < min ? min : inNode;
      }
      const max = dimensionMax[dimension] ?? 0;
      const min = dimensionMin[dimension] ?? 0;
      if (value > max) value = max;
      else if (value < min) value = min;
      dimensionValues[dimension] = value;
      total += value;
    }
    return total > totalMax ? totalMax : total < totalMin ? totalMin : total;
  };
  const isDisqualified = (atHour: number): boolean => {
    if (disqualifiedByFacts) return true;
    for (let watch = 0; watch < watchedHours.length; watch += 1) {
      // NaN (no award) compares false.
      if (atHour - (watchedHours[watch] ?? Number.NaN) < (watchedLifetimes[watch] ?? 0)) return true;
    }
    return false;
  };
  const holdsMinimums = (level: number): boolean => {
    const minimums = plan.levels[level]?.minimums ?? [];
    for (let index = 0; index < minimums.length; index += 1) {
      const minimum = minimums[index];
      if (minimum !== undefined && (dimensionValues[minimum.dimension] ?? 0) < minimum.least) return false;
    }
    return true;
  };
  const look = (instantMs: number, atHour: number): void => {
    const total = totalAt(atHour);
    const disqualified = isDisqualified(atHour);
    looks?.push({ atMs: instantMs, total, disqualified });
    if (disqualified) return;
    for (let level = 0; level < levelCount; level += 1) {
      if (!holdsMinimums(level)) continue;
      // NaN compares false: the first look sets the peak.
      if (!(total <= (peaks[level] ?? Number.NaN))) peaks[level] = total;
      if (Number.isNaN(reached[level] ?? Number.NaN) && total >= (plan.levels[level]?.total ?? 0))
        reached[level] = instantMs;
    }
  };

  for (let lead = from; lead < to; lead += 1) {
    if (exists[lead] === 0) continue;
    let entry = offsets[lead] ?? 0;
    const end = offsets[lead + 1] ?? 0;
    const bornHour = createdHour[lead] ?? 0;
    begin(lead, entry < end ? Math.min(bornHour, hour[entry] ?? 0) : bornHour);
    if (isCustomer[lead] === 0) {
      for (let level = 0; level < levelCount; level += 1) {
        peaks[level] = Number.NaN;
        reached[level] = Number.NaN;
      }
      const lookEnd = horizonEnd[lead] ?? 0;
      const bornMs = createdAtMs[lead] ?? 0;
      while (entry < lookEnd && (atMs[entry] ?? 0) <= bornMs) {
        applyEntry(entry, hour[entry] ?? 0);
        entry += 1;
      }
      look(bornMs, bornHour);
      let happened = false;
      while (entry < lookEnd) {
        const atHour = hour[entry] ?? 0;
        if (applyEntry(entry, atHour)) happened = true;
        // All that happens at one instant is applied before the look.
        if (endsInstant[entry] === 1) {
          if (happened) look(atMs[entry] ?? 0, atHour);
          happened = false;
        }
        entry += 1;
      }
      for (let level = 0; level < levelCount; level += 1) {
        const peakOf = output.peak[level];
        const reachedOf = output.reachedAtMs[level];
        if (peakOf !== undefined) peakOf[lead] = peaks[level] ?? Number.NaN;
        if (reachedOf !== undefined) reachedOf[lead] = reached[level] ?? Number.NaN;
      }
    }
    if (!readsNow) continue;
    // The rest of the stream is for the score now, which knows no horizon.
    for (; entry < end; entry += 1) applyEntry(entry, hour[entry] ?? 0);
    output.now[lead] = totalAt(asOfHour);
    for (let dimension = 0; dimension < dimensionCount; dimension += 1) {
      const values = output.nowByDimension[dimension];
      if (values !== undefined) values[lead] = dimensionValues[dimension] ?? 0;
    }
  }
}

/** Awards that do not fade, or by half-lives: one number carries them all. The others are kept one by one in a queue. */
const SUMMED = 0;
const QUEUED = 1;

const NO_WEIGHTS = new Float64Array(0);

/** Which sums halve, and which of the distinct half-lives each of them has. */
function halvingSums(plan: ScorePlan) {
  const halfLives: number[] = [];
  const factorTables: Float64Array[] = [];
  const halving: number[] = [];
  const factorOf = new Int32Array(plan.accumulators.length);
  plan.accumulators.forEach(({ decay, weights }, index) => {
    if (decay.kind !== 'half-life') return;
    const hours = decayHours(decay.days);
    const known = halfLives.indexOf(hours);
    halving.push(index);
    factorOf[index] = known < 0 ? halfLives.push(hours) - 1 : known;
    if (known < 0) factorTables.push(weights);
  });
  return { halving: Int32Array.from(halving), factorOf, halfLives, factorTables };
}
