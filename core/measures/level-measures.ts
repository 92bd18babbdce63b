import { itemAt, numberAt } from '../at.ts';
import { DAY_MS } from '../history/history.ts';
import type { LevelMeasures, ReplayResult } from '../replay/replay-result.ts';
import { CONVERTED, cellOf, countLead, isMeasured, outcomeCounts } from './cell.ts';

/** The measures of REPLAY.md section 4 for one level of the replayed rule set. */
export function levelMeasures(result: ReplayResult, levelIndex: number, levelId: string): LevelMeasures {
  const { facts } = result;
  const { reachedAtMs } = itemAt(result.levels, levelIndex);
  const counts = outcomeCounts(1);
  const leadTimesMs = new Float64Array(reachedAtMs.length);
  let captured = 0;
  let sqls = 0;
  let won = 0;
  let amount = 0;
  for (let lead = 0; lead < reachedAtMs.length; lead += 1) {
    if (!isMeasured(facts, lead)) continue;
    const outcome = numberAt(facts.outcome, lead);
    if (outcome === CONVERTED) sqls += 1;
    const atMs = numberAt(reachedAtMs, lead);
    if (Number.isNaN(atMs)) continue;
    countLead(counts, 0, outcome);
    if (outcome === CONVERTED) {
      leadTimesMs[captured] = Math.max(0, numberAt(facts.sqlAtMs, lead) - atMs);
      captured += 1;
    }
    won += numberAt(facts.won, lead);
    amount += numberAt(facts.wonAmount, lead);
  }
  const { leads: reached, observed, immature, unobserved, converted, rate, interval } = cellOf(counts, 0);
  const matured = observed + unobserved;
  return {
    id: levelId,
    reached,
    observed,
    immature,
    unobserved,
    converted,
    rate,
    interval,
    bounds: matured === 0 ? null : [converted / matured, (converted + unobserved) / matured],
    sqls,
    recall: sqls === 0 ? null : converted / sqls,
    won,
    amount,
    leadTimeDays: captured === 0 ? null : median(leadTimesMs.subarray(0, captured)) / DAY_MS,
  };
}

/** Of at least one number; sorts them where they are. */
function median(numbers: Float64Array): number {
  numbers.sort();
  const middle = numbers.length >> 1;
  const upper = numberAt(numbers, middle);
  return numbers.length % 2 === 1 ? upper : (numberAt(numbers, middle - 1) + upper) / 2;
}
