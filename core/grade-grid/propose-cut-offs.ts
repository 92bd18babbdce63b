/** Round cut-offs that part the leads into about four equal grades, as far as their values allow it. */
import type { CutOffs } from './grade-rule-set.ts';

/** Of the leads, the share that the best grade, the two best and the three best are to hold. */
const SHARES = [0.25, 0.5, 0.75] as const;

/** `reached`: the best value of each lead (NaN: none). `most`: what can be reached at all, for where no lead tells apart. */
export function proposeCutOffs(reached: Iterable<number>, most: number | undefined): CutOffs {
  const values = Float64Array.from([...reached].filter((value) => !Number.isNaN(value))).toSorted();
  const lowest = values[0] ?? 0;
  const step = stepOf((values.at(-1) ?? 0) - lowest);
  const candidates = candidatesOf(values, step);
  if (candidates.length === 0) return without(most);
  const best = closest(candidates);
  if (best !== null) return best;
  // Too few values for three lines: those there are, and lines below them that part nobody.
  const points = candidates.map(({ points: one }) => one);
  const least = points.at(-1) ?? 0;
  const [first, second, third = least - step] = [...points, least - step, least - 2 * step];
  return [first, second, third];
}

/** A round step of which the span holds 40 at most. */
function stepOf(span: number): number {
  const steps = [1, 5, 10, 50, 100, 500, 1000, 5000, 10_000, 50_000, 100_000, 500_000];
  return steps.find((step) => span / step <= 40) ?? 1_000_000;
}

interface Candidate {
  readonly points: number;
  /** Of the leads that reach it. */
  readonly share: number;
}

/** Round values that some leads reach and others do not, highest first; `values` ascend. */
function candidatesOf(values: Float64Array, step: number): readonly Candidate[] {
  const found: Candidate[] = [];
  let last: number | undefined;
  values.forEach((value, below) => {
    const points = Math.floor(value / step) * step;
    if (points !== last && below > 0) found.push({ points, share: 1 - below / values.length });
    last = points;
  });
  return found.toReversed();
}

/** The three whose shares lie closest to those wanted; null where there are not three. */
function closest(candidates: readonly Candidate[]): CutOffs | null {
  let least = Number.POSITIVE_INFINITY;
  let best: CutOffs | null = null;
  const away = (candidate: Candidate, wanted: number): number => Math.abs(candidate.share - wanted);
  for (const [i, first] of candidates.entries())
    for (const [j, second] of candidates.slice(i + 1).entries())
      for (const third of candidates.slice(i + j + 2)) {
        const distance = away(first, SHARES[0]) + away(second, SHARES[1]) + away(third, SHARES[2]);
        if (distance >= least) continue;
        least = distance;
        best = [first.points, second.points, third.points];
      }
  return best;
}

/** Quarters of what can be reached; tens where nothing limits it. */
const without = (most: number | undefined): CutOffs => {
  const quarter = most === undefined || !Number.isFinite(most) || most <= 0 ? 10 : most / 4;
  const [first, second, third] = [3, 2, 1].map((part) => Math.round(part * quarter * 100) / 100);
  return [first ?? 0, second ?? 0, third ?? 0];
};
