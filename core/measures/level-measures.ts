import { itemAt, numberAt } from '../at.ts';
import { DAY_MS } from '../history/history.ts';
import type { LevelMeasures, ReplayResult } from '../replay/replay-result.ts';
import { CONVERTED, cellOf, countLead, isMeasured, type OutcomeCounts, outcomeCounts } from './cell.ts';
import { median } from './median.ts';

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
  return measuresOf({ id: levelId, counts, sqls, won, amount, leadTimesMs: leadTimesMs.subarray(0, captured) });
}

export interface LevelTally {
  readonly id: string;
  /** One set: the leads that reach the level. */
  readonly counts: OutcomeCounts;
  readonly sqls: number;
  readonly won: number;
  readonly amount: number;
  /** Of the converted that reach it; moved about. */
  readonly leadTimesMs: Float64Array;
}

export function measuresOf({ id, counts, sqls, won, amount, leadTimesMs }: LevelTally): LevelMeasures {
  const { leads: reached, observed, immature, unobserved, converted, rate, interval } = cellOf(counts, 0);
  const matured = observed + unobserved;
  return {
    id,
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
    leadTimeDays: leadTimesMs.length === 0 ? null : median(leadTimesMs) / DAY_MS,
  };
}
