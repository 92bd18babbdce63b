/** Whom a scenario would hand over, and when: all that a comparison reads of it. One entry a lead, in the history's order. */
import { numberAt } from '../at.ts';
import type { History } from '../history/history.ts';
import type { LeadFacts, LevelReplay, ReplayResult } from '../replay/replay-result.ts';

/** `peak` as in a replay's level; NaN throughout where there is no score, as for the historical hand-over. */
export type ReachedLeads = LevelReplay;

/**
 * Whom sales was really given: each lead with a stage, at its first one (`workedAt`, REPLAY.md, derived facts), and never
 * before it was created, as a level is not reached before either. Customers were nobody's leads.
 */
export function handedOver(history: History, facts: LeadFacts): ReachedLeads {
  const reachedAtMs = Float64Array.from(facts.workedAtMs, (workedAtMs, lead) =>
    Math.max(workedAtMs, numberAt(history.leads.createdAtMs, lead)),
  );
  return { reachedAtMs, peak: new Float64Array(reachedAtMs.length).fill(Number.NaN) };
}

/** A level that a rule set lacks nobody reaches. */
export function reachedByNobody(leads: number): ReachedLeads {
  const never = new Float64Array(leads).fill(Number.NaN);
  return { reachedAtMs: never, peak: never };
}

export const isReached = ({ reachedAtMs }: ReachedLeads, lead: number): boolean =>
  !Number.isNaN(numberAt(reachedAtMs, lead));

/** One level in the shape that the measures of REPLAY.md section 4 are taken of. */
export const asResult = (facts: LeadFacts, reached: ReachedLeads): ReplayResult => ({
  facts,
  now: NO_SCORES,
  nowByDimension: [],
  levels: [reached],
});

const NO_SCORES = new Float64Array(0);
