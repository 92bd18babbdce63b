import { WEEK_MS } from '../../measures/by-time.ts';
import { isMeasured } from '../../measures/cell.ts';
import type { Climbs } from '../../replay/climbs.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import { statedHundredths } from './stated-threshold.ts';

/**
 * What happens as the threshold of a level falls: at each step one lead reaches it, or reaches it sooner. Highest threshold
 * first. Customers and leads outside the cohort are left out.
 */
export interface LineSteps {
  readonly hundredths: Float64Array;
  readonly leads: Uint32Array;
  /** Counted back from `asOf`, as the weeks of REPLAY.md's measures are on screen. */
  readonly weeks: Uint32Array;
  readonly atMs: Float64Array;
  /** The step by which the lead reached the level before, later in time; −1: it had not. */
  readonly before: Int32Array;
}

export function lineSteps(facts: LeadFacts, climbs: Climbs): LineSteps {
  const kept: { readonly climb: number; readonly hundredths: number; readonly higher: number }[] = [];
  // Backwards, so that of climbs which one threshold cannot tell apart the earliest is the last one seen.
  let above = -1;
  for (let climb = climbs.leads.length - 1; climb >= 0; climb -= 1) {
    const lead = climbs.leads[climb] ?? 0;
    if (!isMeasured(facts, lead)) continue;
    const hundredths = statedHundredths(climbs.totals[climb] ?? 0);
    const later = kept[above];
    const isSameLead = later !== undefined && climbs.leads[later.climb] === lead;
    if (isSameLead && later.hundredths === hundredths) kept[above] = { ...later, climb };
    else above = kept.push({ climb, hundredths, higher: isSameLead ? above : -1 }) - 1;
  }
  return columnsOf(facts, climbs, kept);
}

/** Those of the leads that are in the cohort of `facts`; `kept`: which of the steps. */
export function stepsAmong(
  facts: LeadFacts,
  steps: LineSteps,
): { readonly steps: LineSteps; readonly kept: Uint32Array } {
  const places = new Uint32Array(steps.leads.length);
  const placeOf = new Int32Array(steps.leads.length).fill(-1);
  let count = 0;
  for (let step = 0; step < steps.leads.length; step += 1) {
    if (!isMeasured(facts, steps.leads[step] ?? 0)) continue;
    placeOf[step] = count;
    places[count] = step;
    count += 1;
  }
  const kept = places.subarray(0, count);
  const among: LineSteps = {
    hundredths: new Float64Array(count),
    leads: new Uint32Array(count),
    weeks: new Uint32Array(count),
    atMs: new Float64Array(count),
    before: new Int32Array(count),
  };
  for (let place = 0; place < count; place += 1) {
    const step = kept[place] ?? 0;
    among.hundredths[place] = steps.hundredths[step] ?? 0;
    among.leads[place] = steps.leads[step] ?? 0;
    among.weeks[place] = steps.weeks[step] ?? 0;
    among.atMs[place] = steps.atMs[step] ?? 0;
    const before = steps.before[step] ?? -1;
    among.before[place] = before < 0 ? -1 : (placeOf[before] ?? -1);
  }
  return { steps: among, kept };
}

interface Kept {
  readonly climb: number;
  readonly hundredths: number;
  readonly higher: number;
}

function columnsOf(facts: LeadFacts, climbs: Climbs, kept: readonly Kept[]): LineSteps {
  const order = descendingOrder(Float64Array.from(kept, ({ hundredths }) => hundredths));
  const placeOf = new Int32Array(kept.length);
  order.forEach((index, place) => {
    placeOf[index] = place;
  });
  const steps: LineSteps = {
    hundredths: new Float64Array(kept.length),
    leads: new Uint32Array(kept.length),
    weeks: new Uint32Array(kept.length),
    atMs: new Float64Array(kept.length),
    before: new Int32Array(kept.length).fill(-1),
  };
  order.forEach((index, place) => {
    const step = kept[index];
    if (step === undefined) return;
    const atMs = climbs.atMs[step.climb] ?? 0;
    steps.hundredths[place] = step.hundredths;
    steps.leads[place] = climbs.leads[step.climb] ?? 0;
    steps.atMs[place] = atMs;
    steps.weeks[place] = Math.floor((facts.asOfMs - atMs) / WEEK_MS);
    if (step.higher >= 0) steps.before[place] = placeOf[step.higher] ?? -1;
  });
  return steps;
}

/** Numbers sort much faster than objects or than indexes by a function: the index rides along in the lower digits. */
function descendingOrder(whole: Float64Array): Uint32Array {
  const size = Math.max(1, whole.length);
  const keys = whole.map((value, index) => -value * size + index).sort();
  return Uint32Array.from(keys, (key) => ((key % size) + size) % size);
}
