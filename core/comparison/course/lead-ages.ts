/** How old, counted from reaching the level, a lead was when it was settled, or is now (STATISTICS.md 7). */
import { numberAt } from '../../at.ts';
import { DAY_MS } from '../../history/history.ts';
import { isMeasured } from '../../measures/cell.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import type { TimedCounts } from '../../statistics/kaplan-meier.ts';
import type { ReachedLeads } from '../reached-leads.ts';

export interface LeadAges {
  /** By age in days, ascending: SQLs as the events, lost ones as competing, open ones as censored at `asOf`. */
  readonly counts: readonly TimedCounts[];
  /** Leads in `counts`. */
  readonly leads: number;
  readonly sqls: number;
  readonly lost: number;
  readonly open: number;
  /** Reached the level and never had a chance to convert, for sales was not given them: in no other figure. */
  readonly notTaken: number;
}

/**
 * Of the leads that reach the level and that sales was given. The clock starts when the level is reached and never before
 * (a lead that has an SQL cannot reach it any more, so that nobody is credited with time it could not have failed in); an SQL
 * of the same instant is of age 0. An SQL counts whenever it comes, so that young leads are in as far as they are known.
 */
export function leadAges(facts: LeadFacts, { reachedAtMs }: ReachedLeads): LeadAges {
  const byAge = new Map<number, { time: number; events: number; competing: number; censored: number }>();
  const sums = { sqls: 0, lost: 0, open: 0, notTaken: 0 };
  for (let lead = 0; lead < reachedAtMs.length; lead += 1) {
    const startMs = numberAt(reachedAtMs, lead);
    if (Number.isNaN(startMs) || !isMeasured(facts, lead)) continue;
    if (Number.isNaN(numberAt(facts.workedAtMs, lead))) {
      sums.notTaken += 1;
      continue;
    }
    const sqlAtMs = numberAt(facts.sqlAtMs, lead);
    const closedAtMs = numberAt(facts.closedAtMs, lead);
    const end = !Number.isNaN(sqlAtMs) ? 'sqls' : !Number.isNaN(closedAtMs) ? 'lost' : 'open';
    const endMs = end === 'sqls' ? sqlAtMs : end === 'lost' ? closedAtMs : facts.asOfMs;
    sums[end] += 1;
    const time = Math.max(0, endMs - startMs) / DAY_MS;
    const counts = byAge.get(time) ?? { time, events: 0, competing: 0, censored: 0 };
    if (end === 'sqls') counts.events += 1;
    else if (end === 'lost') counts.competing += 1;
    else counts.censored += 1;
    byAge.set(time, counts);
  }
  return {
    counts: [...byAge.values()].sort((left, right) => left.time - right.time),
    leads: sums.sqls + sums.lost + sums.open,
    ...sums,
  };
}
