import type { CutRange } from './round-cut.ts';

/** How many leads with a known outcome have a value; ascending, each value once. */
export interface ValueCount {
  readonly value: number;
  readonly observed: number;
}

/** Below this a band's rate is noise (STATISTICS.md 4: bands below 20 observed are merged). */
const LEAST_OBSERVED = 20;
const MOST_BANDS = 5;

/**
 * Where bands of about equally many known outcomes meet: fifths, or as few as it takes for 20 in each. A cut may move by a
 * quarter of a band to where `round` finds the roundest place, and never tears equal values apart. Few wide bands keep the
 * rates from going up and down by chance. Ascending; empty where the values allow one band only.
 */
export function proposedCutPoints(
  values: readonly ValueCount[],
  round: (range: CutRange) => number,
): readonly number[] {
  const held = values.filter(({ observed }) => observed > 0);
  const observed = held.reduce((sum, one) => sum + one.observed, 0);
  const bands = Math.min(MOST_BANDS, Math.floor(observed / LEAST_OBSERVED));
  const below = observedBelow(held);
  const cuts: number[] = [];
  for (let band = 1; band < bands; band += 1) {
    const range = rangeAround(held, below, (observed * band) / bands, observed / bands / 4);
    if (range === null) continue;
    const cut = round(range);
    if (cut > (cuts.at(-1) ?? Number.NEGATIVE_INFINITY)) cuts.push(cut);
  }
  return withEnoughInEach(cuts, held);
}

/** By value: how many observed lie below it. */
function observedBelow(held: readonly ValueCount[]): readonly number[] {
  let sum = 0;
  return held.map(({ observed }) => {
    const before = sum;
    sum += observed;
    return before;
  });
}

/** Between which values a cut leaves about `wanted` observed below it; at least the one gap that comes nearest. */
function rangeAround(
  held: readonly ValueCount[],
  below: readonly number[],
  wanted: number,
  tolerance: number,
): CutRange | null {
  let nearest = 1;
  for (let index = 1; index < held.length; index += 1) {
    if (Math.abs((below[index] ?? 0) - wanted) < Math.abs((below[nearest] ?? 0) - wanted)) nearest = index;
  }
  let first = nearest;
  let last = nearest;
  while (first > 1 && (below[first - 1] ?? 0) >= wanted - tolerance) first -= 1;
  while (last < held.length - 1 && (below[last + 1] ?? 0) <= wanted + tolerance) last += 1;
  const low = held[first - 1]?.value;
  const high = held[last]?.value;
  const target = held[nearest]?.value;
  return low === undefined || high === undefined || target === undefined ? null : { low, high, wanted: target };
}

/** Without the cuts that leave fewer than 20 observed between them and the one before, or the end. */
function withEnoughInEach(cuts: readonly number[], held: readonly ValueCount[]): readonly number[] {
  const kept: number[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const cut of cuts) {
    if (observedBetween(held, from, cut) < LEAST_OBSERVED) continue;
    kept.push(cut);
    from = cut;
  }
  while (kept.length > 0 && observedBetween(held, kept.at(-1) ?? 0, Number.POSITIVE_INFINITY) < LEAST_OBSERVED)
    kept.pop();
  return kept;
}

const observedBetween = (held: readonly ValueCount[], from: number, to: number): number =>
  held.reduce((sum, { value, observed }) => (value >= from && value < to ? sum + observed : sum), 0);
