import { twoSidedP } from '../statistics/normal.ts';

/** Whether two groups of leads convert differently, by the test that their numbers allow. */

/** `of` leads with a known outcome, `converted` of them. */
export interface Group {
  readonly converted: number;
  readonly of: number;
}

/** With fewer expected in a cell χ² makes p-values too small by more than a tenth; the usual 5 is for rougher use than ranking. */
const LEAST_EXPECTED = 20;

/**
 * The two-sided p-value of no difference: Pearson's χ² with one degree of freedom where at least 20 leads are expected in each
 * of the four cells, else Fisher's exact test (STATISTICS.md 5). Null where a group is empty, or where all or none of both
 * converted: then nothing can differ.
 */
export function differenceTest(one: Group, other: Group): number | null {
  const of = one.of + other.of;
  const converted = one.converted + other.converted;
  if (one.of === 0 || other.of === 0) return null;
  if (converted === 0 || converted === of) return null;
  const leastExpected = (Math.min(one.of, other.of) * Math.min(converted, of - converted)) / of;
  if (leastExpected < LEAST_EXPECTED) return fisher(one, other);
  const cross = one.converted * (other.of - other.converted) - other.converted * (one.of - one.converted);
  const chiSquare = (cross / (one.of * other.of)) * (cross / converted) * (of / (of - converted));
  return twoSidedP(Math.sqrt(chiSquare));
}

/** Tables that are as likely as the one at hand but for rounding count as such. */
const ROUNDING = 1 + 1e-7;

/**
 * The sum over all tables with the same margins that are at most as likely as this one (Fisher, 1934; the two-sided rule that
 * statistics programs share). The probabilities are built up from the likeliest table by their ratios, so that no factorial
 * is needed; the cost grows with the smallest margin.
 */
function fisher(one: Group, other: Group): number {
  const converted = one.converted + other.converted;
  const lowest = Math.max(0, converted - other.of);
  const highest = Math.min(one.of, converted);
  const ratio = (k: number): number => ((one.of - k) * (converted - k)) / ((k + 1) * (other.of - converted + k + 1));
  const mode = Math.min(
    highest,
    Math.max(lowest, Math.floor(((one.of + 1) * (converted + 1)) / (one.of + other.of + 2))),
  );
  const weights = new Float64Array(highest - lowest + 1);
  weights[mode - lowest] = 1;
  for (let k = mode; k < highest; k += 1) weights[k + 1 - lowest] = (weights[k - lowest] ?? 0) * ratio(k);
  for (let k = mode; k > lowest; k -= 1) weights[k - 1 - lowest] = (weights[k - lowest] ?? 0) / ratio(k - 1);
  const limit = (weights[one.converted - lowest] ?? 0) * ROUNDING;
  let all = 0;
  let asUnlikely = 0;
  for (const weight of weights) {
    all += weight;
    if (weight <= limit) asUnlikely += weight;
  }
  return Math.min(1, asUnlikely / all);
}
