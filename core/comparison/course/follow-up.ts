/** Whether sales, in the history, followed up as soon as a level promises (STATISTICS.md 7, speed to lead). */
import { numberAt } from '../../at.ts';
import { HOUR_MS } from '../../history/history.ts';
import { isMeasured } from '../../measures/cell.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import type { Interval } from '../../statistics/interval.ts';
import { rateOf, wilsonInterval } from '../../statistics/wilson.ts';
import type { ReachedLeads } from '../reached-leads.ts';

/**
 * Of the leads that reach the level and that sales had not been given before: whether the first stage came within the
 * promised hours of reaching. Hours are plain hours, nights and weekends included. A lead that sales never took is a
 * breach once its deadline is past, and is left out (pending) until then.
 */
export interface FollowUp {
  readonly promisedHours: number;
  readonly kept: number;
  /** Taken after the deadline. */
  readonly late: number;
  /** Not taken by `asOf`, with the deadline past. */
  readonly neverTaken: number;
  /** Not taken, with the deadline still to come. */
  readonly pending: number;
  /** Sales had them before they reached the level: nothing was promised of them. */
  readonly takenBefore: number;
  /** kept / (kept + late + neverTaken), with its Wilson interval; null where that is none. */
  readonly rate: number | null;
  readonly interval: Interval | null;
}

export function followUp(facts: LeadFacts, { reachedAtMs }: ReachedLeads, promisedHours: number): FollowUp {
  const promisedMs = promisedHours * HOUR_MS;
  let kept = 0;
  let late = 0;
  let neverTaken = 0;
  let pending = 0;
  let takenBefore = 0;
  for (let lead = 0; lead < reachedAtMs.length; lead += 1) {
    const atMs = numberAt(reachedAtMs, lead);
    if (Number.isNaN(atMs) || !isMeasured(facts, lead)) continue;
    const takenAtMs = numberAt(facts.workedAtMs, lead);
    if (takenAtMs < atMs) takenBefore += 1;
    else if (takenAtMs <= atMs + promisedMs) kept += 1;
    else if (!Number.isNaN(takenAtMs)) late += 1;
    else if (atMs + promisedMs < facts.asOfMs) neverTaken += 1;
    else pending += 1;
  }
  const due = kept + late + neverTaken;
  return {
    promisedHours,
    kept,
    late,
    neverTaken,
    pending,
    takenBefore,
    rate: rateOf(kept, due),
    interval: wilsonInterval(kept, due),
  };
}
