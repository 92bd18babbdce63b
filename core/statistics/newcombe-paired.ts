import { cutTo } from './interval.ts';
import type { RateDifference } from './newcombe.ts';
import { wilsonInterval } from './wilson.ts';

/** The same leads asked twice: yes both times, yes the first or the second time alone, neither time. */
export interface PairedTable {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/**
 * The difference of two rates over the same leads, first less second: the share that two definitions flag, or the share of the
 * SQLs that they catch. Newcombe's interval for pairs (his method 10 with the continuity of φ; STATISTICS.md 1.3). Not for
 * conversion, whose leads differ. Where both say the same of every lead the difference is 0 and its interval is not: the leads that
 * come next might differ. Null without leads.
 */
export function pairedTableDifference(table: PairedTable): RateDifference | null {
  const leads = table.both + table.onlyFirst + (table.onlySecond + table.neither);
  const first = table.both + table.onlyFirst;
  const second = table.both + table.onlySecond;
  const ofFirst = wilsonInterval(first, leads);
  const ofSecond = wilsonInterval(second, leads);
  if (ofFirst === null || ofSecond === null) return null;
  const difference = (table.onlyFirst - table.onlySecond) / leads;
  const phi = correlation(table);
  return {
    difference,
    interval: cutTo(-1, 1, [
      difference - joined(first / leads - ofFirst[0], ofSecond[1] - second / leads, phi),
      difference + joined(ofFirst[1] - first / leads, second / leads - ofSecond[0], phi),
    ]),
  };
}

/** Two errors that are correlated, as one; with φ near 1 rounding may leave less than nothing under the root. */
const joined = (one: number, other: number, phi: number): number =>
  Math.sqrt(Math.max(0, one * one - 2 * phi * one * other + other * other));

/** φ with Newcombe's correction; 0 where a margin is empty. */
function correlation({ both, onlyFirst, onlySecond, neither }: PairedTable): number {
  const margins = (both + onlyFirst) * (onlySecond + neither) * ((both + onlySecond) * (onlyFirst + neither));
  if (margins === 0) return 0;
  const half = (both + onlyFirst + (onlySecond + neither)) / 2;
  const cross = both * neither - onlyFirst * onlySecond;
  const corrected = cross > half ? cross - half : Math.min(cross, 0);
  return corrected / Math.sqrt(margins);
}
