/**
 * The loop of the replay: every lever's move runs it over the whole history. Its functions stand at the top of the module
 * and share one state object, since closures made anew for each replay would be compiled anew for each replay.
 */
import { RECYCLE } from './award-stream.ts';
import { addClimb, type ClimbLog } from './climbs.ts';
import { createKernelState, type KernelInput, type KernelOutput, type KernelState } from './kernel-state.ts';
import type { Look } from './ledger.ts';

/** What is noted on the way beside the output. */
export interface KernelNotes {
  /** Each look, for one lead explained. */
  readonly looks?: Look[];
  /** Each look at which a level's peak rose. */
  readonly climbs?: ClimbLog | undefined;
}

/** Replays leads `from` up to `to`. */
export function runKernel(
  input: KernelInput,
  output: KernelOutput,
  from: number,
  to: number,
  { looks, climbs }: KernelNotes = {},
): void {
  const state = createKernelState(input, looks ?? null, climbs ?? null);
  const { asOfHour, readsNow } = input;
  const { exists, isCustomer } = input.leads;
  for (let lead = from; lead < to; lead += 1) {
    if (exists[lead] === 0) continue;
    begin(state, lead);
    let entry = state.stream.offsets[lead] ?? 0;
    if (isCustomer[lead] === 0) {
      if (state.climbs !== null) state.climbs.lead = lead;
      entry = lookThrough(state, lead);
      for (let level = 0; level < state.peaks.length; level += 1) {
        write(output.peak[level], lead, state.peaks[level] ?? Number.NaN);
        write(output.reachedAtMs[level], lead, state.reached[level] ?? Number.NaN);
      }
    }
    if (!readsNow) continue;
    applyRest(state, entry, state.stream.offsets[lead + 1] ?? 0);
    output.now[lead] = totalAt(state, asOfHour);
    for (let dimension = 0; dimension < state.dimensionValues.length; dimension += 1) {
      write(output.nowByDimension[dimension], lead, state.dimensionValues[dimension] ?? 0);
    }
  }
}

/** A lead without awards but those of its attributes, bands and counters. */
function begin(state: KernelState, lead: number): void {
  const { counts, staticValues, staticStands, watchedHours, peaks, reached, statics } = state;
  const firstEntry = state.stream.offsets[lead] ?? 0;
  const bornHour = state.input.leads.createdHour[lead] ?? 0;
  const hasEntries = firstEntry < (state.stream.offsets[lead + 1] ?? 0);
  state.sumsHour = hasEntries ? Math.min(bornHour, state.stream.hour[firstEntry] ?? 0) : bornHour;
  state.disqualifiedByFacts = false;
  // Loops, not `fill`: for a handful of numbers the call costs more than the work.
  for (let index = 0; index < counts.length; index += 1) if (counts[index] !== 0) reset(state, index);
  for (let node = 0; node < staticValues.length; node += 1) {
    staticValues[node] = 0;
    staticStands[node] = 0;
  }
  for (let watch = 0; watch < watchedHours.length; watch += 1) watchedHours[watch] = Number.NaN;
  for (let level = 0; level < peaks.length; level += 1) {
    peaks[level] = Number.NaN;
    reached[level] = Number.NaN;
  }
  const signature = state.input.signatureOf[lead] ?? 0;
  for (let index = 0; index < statics.length; index += 1) {
    const rule = statics[index];
    if (rule === undefined) continue;
    const found = rule.values[signature] ?? Number.NaN;
    if (Number.isNaN(found)) continue;
    const { node, pointsByValue } = rule;
    const count = pointsByValue === null ? Math.min(found, rule.max) : 1;
    if (count <= 0) continue;
    const points = pointsByValue === null ? rule.points * count : (pointsByValue[found] ?? 0);
    const before = staticValues[node] ?? 0;
    if (state.nodeIsBest[node] === 0) staticValues[node] = before + points;
    else staticValues[node] = staticStands[node] === 1 ? Math.max(before, points) : points;
    staticStands[node] = 1;
    if (rule.disqualifies) state.disqualifiedByFacts = true;
  }
}

/**
 * Applies the stream up to the lead's horizon and looks at `created`, at each instant with an award, and at each where a
 * recycle ended an award that still had a weight. Returns the first entry that was not read.
 */
function lookThrough(state: KernelState, lead: number): number {
  const { atMs, hour, endsInstant } = state.stream;
  const end = state.stream.horizonEnd[lead] ?? 0;
  const bornMs = state.input.leads.createdAtMs[lead] ?? 0;
  let entry = state.stream.offsets[lead] ?? 0;
  while (entry < end && (atMs[entry] ?? 0) <= bornMs) {
    apply(state, entry, hour[entry] ?? 0);
    entry += 1;
  }
  look(state, bornMs, state.input.leads.createdHour[lead] ?? 0);
  let happened = false;
  while (entry < end) {
    const atHour = hour[entry] ?? 0;
    if (apply(state, entry, atHour)) happened = true;
    // All that happens at one instant is applied before the look.
    if (endsInstant[entry] === 1) {
      if (happened) look(state, atMs[entry] ?? 0, atHour);
      happened = false;
    }
    entry += 1;
  }
  return entry;
}

/** What the horizon does not let be read still counts for the score now. */
function applyRest(state: KernelState, from: number, end: number): void {
  const { hour } = state.stream;
  for (let entry = from; entry < end; entry += 1) apply(state, entry, hour[entry] ?? 0);
}

/** True when an award was given, or a recycle ended one that still had a weight. */
function apply(state: KernelState, entry: number, atHour: number): boolean {
  if (atHour !== state.sumsHour) advance(state, atHour);
  const slot = state.stream.slot[entry] ?? RECYCLE;
  if (slot === RECYCLE) return recycle(state, atHour);
  if ((state.stream.ordinal[entry] ?? 0) >= (state.slotMax[slot] ?? 0)) return false;
  const index = state.slotAccumulator[slot] ?? 0;
  const points = state.slotPoints[slot] ?? 0;
  state.counts[index] = (state.counts[index] ?? 0) + 1;
  state.sums[index] = (state.sums[index] ?? 0) + points;
  const queue = state.queues[index];
  if (queue !== null && queue !== undefined) queue.add(points, atHour);
  const watch = state.slotWatch[slot] ?? -1;
  if (watch >= 0) state.watchedHours[watch] = atHour;
  return true;
}

function recycle(state: KernelState, atHour: number): boolean {
  let ended = false;
  for (const index of state.cleared) {
    if (stands(state, index, atHour)) ended = true;
    reset(state, index);
  }
  for (const watch of state.clearedWatches) state.watchedHours[watch] = Number.NaN;
  return ended;
}

/** Lets time pass: every sum then stands at that hour. Half-lives multiply, so one factor serves all sums that share one. */
function advance(state: KernelState, atHour: number): void {
  const { sums, halving, factorOf, factors, factorTables, halfLives, queued, counts } = state;
  const passed = atHour - state.sumsHour;
  state.sumsHour = atHour;
  for (let which = 0; which < factors.length; which += 1) {
    const table = factorTables[which];
    factors[which] =
      table !== undefined && passed < table.length ? (table[passed] ?? 0) : 2 ** (-passed / (halfLives[which] ?? 1));
  }
  for (let place = 0; place < halving.length; place += 1) {
    const index = halving[place] ?? 0;
    sums[index] = (sums[index] ?? 0) * (factors[factorOf[index] ?? 0] ?? 0);
  }
  for (let place = 0; place < queued.length; place += 1) {
    const index = queued[place] ?? 0;
    if (counts[index] !== 0) sums[index] = state.queues[index]?.value(atHour) ?? 0;
  }
}

function look(state: KernelState, atMs: number, atHour: number): void {
  const total = totalAt(state, atHour);
  const disqualified = isDisqualified(state, atHour);
  if (state.looks !== null) state.looks.push({ atMs, total, disqualified });
  if (disqualified) return;
  const { peaks, reached, levelTotals } = state;
  for (let level = 0; level < peaks.length; level += 1) {
    if (!holdsMinimums(state, level)) continue;
    // NaN compares false: the first look sets the peak.
    if (!(total <= (peaks[level] ?? Number.NaN))) {
      peaks[level] = total;
      if (state.climbs !== null && state.climbs.level === level) addClimb(state.climbs, total, atMs);
    }
    if (total >= (levelTotals[level] ?? 0) && Number.isNaN(reached[level] ?? 0)) reached[level] = atMs;
  }
}

function holdsMinimums(state: KernelState, level: number): boolean {
  const { minimumsOf, minimumDimensions, minimumLeasts, dimensionValues } = state;
  const end = minimumsOf[level + 1] ?? 0;
  for (let index = minimumsOf[level] ?? 0; index < end; index += 1) {
    if ((dimensionValues[minimumDimensions[index] ?? 0] ?? 0) < (minimumLeasts[index] ?? 0)) return false;
  }
  return true;
}

/** The total at an hour; leaves the dimensions in `dimensionValues`. */
function totalAt(state: KernelState, atHour: number): number {
  if (atHour !== state.sumsHour) advance(state, atHour);
  const { nodesOf, nodeMin, nodeMax, dimensionMin, dimensionMax, dimensionValues, totalMin, totalMax } = state;
  let total = 0;
  for (let dimension = 0; dimension < dimensionValues.length; dimension += 1) {
    const end = nodesOf[dimension + 1] ?? 0;
    let sum = 0;
    for (let node = nodesOf[dimension] ?? 0; node < end; node += 1) {
      sum += held(nodeValue(state, node, atHour), nodeMin[node] ?? 0, nodeMax[node] ?? 0);
    }
    const value = held(sum, dimensionMin[dimension] ?? 0, dimensionMax[dimension] ?? 0);
    dimensionValues[dimension] = value;
    total += value;
  }
  return held(total, totalMin, totalMax);
}

function nodeValue(state: KernelState, node: number, atHour: number): number {
  const { accumulatorsOf, sums } = state;
  const end = accumulatorsOf[node + 1] ?? 0;
  let value = state.staticValues[node] ?? 0;
  if (state.nodeIsBest[node] === 1) return bestValue(state, node, atHour);
  for (let index = accumulatorsOf[node] ?? 0; index < end; index += 1) value += sums[index] ?? 0;
  return value;
}

/** The largest value among the rules of the group that have a standing award; 0 when none has. */
function bestValue(state: KernelState, node: number, atHour: number): number {
  const end = state.accumulatorsOf[node + 1] ?? 0;
  let best = state.staticValues[node] ?? 0;
  let any = state.staticStands[node] === 1;
  for (let index = state.accumulatorsOf[node] ?? 0; index < end; index += 1) {
    if (!stands(state, index, atHour)) continue;
    const value = state.sums[index] ?? 0;
    best = any && best > value ? best : value;
    any = true;
  }
  return best;
}

function isDisqualified(state: KernelState, atHour: number): boolean {
  if (state.disqualifiedByFacts) return true;
  const { watchedHours, watchedLifetimes } = state;
  for (let watch = 0; watch < watchedHours.length; watch += 1) {
    // NaN (no award) compares false.
    if (atHour - (watchedHours[watch] ?? Number.NaN) < (watchedLifetimes[watch] ?? 0)) return true;
  }
  return false;
}

function stands(state: KernelState, index: number, atHour: number): boolean {
  const queue = state.queues[index];
  return queue === null || queue === undefined ? (state.counts[index] ?? 0) > 0 : queue.hasStanding(atHour);
}

function reset(state: KernelState, index: number): void {
  state.sums[index] = 0;
  state.counts[index] = 0;
  state.queues[index]?.reset();
}

const held = (value: number, min: number, max: number): number => (value > max ? max : value < min ? min : value);

function write(column: Float64Array | undefined, lead: number, value: number): void {
  if (column !== undefined) column[lead] = value;
}
