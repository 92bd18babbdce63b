import type { Interval } from './interval.ts';
import type { PairedTable } from './newcombe-paired.ts';
import { Z_95 } from './normal.ts';

/** Halvings of an interval of at most 2, down to the last digit that a double has. */
const HALVINGS = 54;

/**
 * Tango's score interval (1998), 95 %, of the difference of two rates over the same leads, first less second. It agrees with
 * McNemar's χ²: 0 lies outside exactly where that finds a difference (STATISTICS.md 1.3). Null without leads.
 */
export function tangoInterval(table: PairedTable): Interval | null {
  const leads = table.both + table.onlyFirst + (table.onlySecond + table.neither);
  if (leads === 0) return null;
  const difference = (table.onlyFirst - table.onlySecond) / leads;
  const score = (assumed: number): number => scoreOf(table, leads, assumed);
  return [
    halved(-1, difference, (assumed) => score(assumed) > Z_95),
    halved(difference, 1, (assumed) => score(assumed) > -Z_95),
  ];
}

/** How many standard errors the difference found lies above the one assumed. */
function scoreOf({ onlyFirst, onlySecond }: PairedTable, leads: number, assumed: number): number {
  const a = 2 * leads;
  const b = -onlyFirst - onlySecond + (a - onlyFirst + onlySecond) * assumed;
  const c = -onlySecond * assumed * (1 - assumed);
  const share = (Math.sqrt(b * b - 4 * a * c) - b) / (2 * a);
  const variance = leads * Math.max(0, 2 * share + assumed * (1 - assumed));
  return (onlyFirst - onlySecond - leads * assumed) / Math.sqrt(variance);
}

/** The point between the ends up to which `isBefore` holds. */
function halved(low: number, high: number, isBefore: (point: number) => boolean): number {
  let [from, to] = [low, high];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (from + to) / 2;
    if (isBefore(middle)) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
