/** From lead to won at one level, step by step; too early and never worked apart, never counted as failures. */
import { numberAt } from '../../at.ts';
import { CONVERTED, IMMATURE, isMeasured, UNOBSERVED } from '../../measures/cell.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import type { Interval } from '../../statistics/interval.ts';
import { rateOf, wilsonInterval } from '../../statistics/wilson.ts';
import type { ReachedLeads } from '../reached-leads.ts';

export const FUNNEL_STEPS = ['leads', 'reached', 'worked', 'sql', 'won'] as const;
export type FunnelStepName = (typeof FUNNEL_STEPS)[number];

/**
 * - leads: of the cohort.
 * - reached: of these, those that reach the level.
 * - worked: of these, those that sales was given. Never worked (`unobserved`) count against it, for that is what the step
 *   tells; those that are too young to be missed (`immature`) do not.
 * - sql: of these, those whose outcome is converted, among those with a known outcome.
 * - won: reached leads with a won stage, as `simulate` counts them; the rate is among the SQLs only.
 */
export interface FunnelStep {
  readonly step: FunnelStepName;
  /** That are at the step: `simulate`'s reached, converted and won. */
  readonly leads: number;
  /** The rate: `passed` of the `of` leads of the step before whose passing is known. Null where these are none. */
  readonly passed: number;
  readonly of: number;
  readonly rate: number | null;
  readonly interval: Interval | null;
  /** Of the step before, without an answer yet. */
  readonly immature: number;
  /** Of the step before, never given to sales. */
  readonly unobserved: number;
}

/** In the order of `FUNNEL_STEPS`. */
export function funnel(facts: LeadFacts, { reachedAtMs }: ReachedLeads): readonly FunnelStep[] {
  let leads = 0;
  let reached = 0;
  let worked = 0;
  let waiting = 0;
  let unobserved = 0;
  let workedImmature = 0;
  let converted = 0;
  let won = 0;
  let wonSqls = 0;
  for (let lead = 0; lead < reachedAtMs.length; lead += 1) {
    if (!isMeasured(facts, lead)) continue;
    leads += 1;
    if (Number.isNaN(numberAt(reachedAtMs, lead))) continue;
    reached += 1;
    const outcome = numberAt(facts.outcome, lead);
    const isWorked = !Number.isNaN(numberAt(facts.workedAtMs, lead));
    const isWon = facts.won[lead] === 1;
    if (isWorked) worked += 1;
    if (outcome === UNOBSERVED) unobserved += 1;
    if (outcome === IMMATURE && isWorked) workedImmature += 1;
    if (outcome === IMMATURE && !isWorked) waiting += 1;
    if (outcome === CONVERTED) converted += 1;
    if (isWon) won += 1;
    if (isWon && outcome === CONVERTED) wonSqls += 1;
  }
  return [
    step('leads', leads, [leads, leads]),
    step('reached', reached, [reached, leads]),
    step('worked', worked, [worked, reached - waiting], waiting, unobserved),
    step('sql', converted, [converted, worked - workedImmature], workedImmature),
    step('won', won, [wonSqls, converted]),
  ];
}

const step = (
  name: FunnelStepName,
  leads: number,
  [passed, of]: readonly [number, number],
  immature = 0,
  unobserved = 0,
): FunnelStep => ({
  step: name,
  leads,
  passed,
  of,
  rate: rateOf(passed, of),
  interval: wilsonInterval(passed, of),
  immature,
  unobserved,
});
