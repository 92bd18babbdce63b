/** What a way to rank leads is worth, whatever its scale: read off the order of its peaks alone. */
import { CONVERTED, NOT_CONVERTED } from '../measures/cell.ts';
import type { MeasuredLeads, Peaks } from './measured-leads.ts';
import { nthLargest } from './nth-largest.ts';

export interface RankingWorth {
  /**
   * SQLs among the `volume` leads that rank first. Leads of one peak, and those without any, are taken by lot: the number
   * expected. A ranking that tells nothing apart is worth its share of all SQLs (STATISTICS.md 6: v(∅) is the base rate).
   */
  readonly sqls: number;
  /** Area under the curve of converted against not converted, ties half (STATISTICS.md 4); 0.5 where one of them is lacking. */
  readonly auc: number;
}

export function rankingWorth(measured: MeasuredLeads, peaks: Peaks, volume: number): RankingWorth {
  return { sqls: sqlsAmongFirst(measured, peaks, volume), auc: areaUnderCurve(measured, peaks) };
}

function sqlsAmongFirst({ outcome, sqls }: MeasuredLeads, peaks: Peaks, volume: number): number {
  if (volume <= 0) return 0;
  if (volume >= peaks.length) return sqls;
  const last = nthLargest(peaks.slice(), volume);
  let above = 0;
  let tied = 0;
  let sqlsAbove = 0;
  let sqlsTied = 0;
  for (let place = 0; place < peaks.length; place += 1) {
    const peak = peaks[place] ?? 0;
    if (peak < last) continue;
    const isSql = outcome[place] === CONVERTED ? 1 : 0;
    if (peak > last) {
      above += 1;
      sqlsAbove += isSql;
    } else {
      tied += 1;
      sqlsTied += isSql;
    }
  }
  return sqlsAbove + (sqlsTied * (volume - above)) / tied;
}

function areaUnderCurve({ outcome, sqls }: MeasuredLeads, peaks: Peaks): number {
  const converted = new Float64Array(sqls);
  let found = 0;
  for (let place = 0; place < peaks.length; place += 1)
    if (outcome[place] === CONVERTED) {
      converted[found] = peaks[place] ?? 0;
      found += 1;
    }
  converted.sort();
  let pairs = 0;
  let won = 0;
  for (let place = 0; place < peaks.length; place += 1) {
    if (outcome[place] !== NOT_CONVERTED) continue;
    const peak = peaks[place] ?? 0;
    const below = countBelow(converted, peak, false);
    const upTo = converted[below] === peak ? countBelow(converted, peak, true) : below;
    pairs += sqls;
    won += sqls - (below + upTo) / 2;
  }
  return pairs === 0 ? 0.5 : won / pairs;
}

/** How many lie below the value, or with `orAt` at it too. */
function countBelow(ascending: Float64Array, value: number, orAt: boolean): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const one = ascending[middle] ?? 0;
    if (one < value || (orAt && one === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
