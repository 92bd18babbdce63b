/** What the leads that a scenario hands over cost, and what they brought (core/costs, read for one level). */
import { numberAt } from '../../at.ts';
import type { Cost } from '../../costs/cost.ts';
import { type CostFigures, costReport, type SourceCosts } from '../../costs/cost-figures.ts';
import { leadsWithCost } from '../../costs/leads-with-cost.ts';
import type { History } from '../../history/history.ts';
import { CONVERTED, isMeasured } from '../../measures/cell.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import { foldText } from '../../text.ts';
import type { ReachedLeads } from '../reached-leads.ts';

/** What the workshop paid. `by`: the attribute whose values the costs name; null: the one that says where a lead came from. */
export interface PaidCosts {
  readonly by: string | null;
  readonly costs: readonly Cost[];
}

/** What all scenarios of one cohort share: worked out once, not at every move of a lever. */
export interface CohortCosts extends Pick<CostFigures, 'leadsWithoutCost'> {
  readonly costCents: number;
  readonly maturedCostCents: number;
  /** 1: the lead is of a source and month with a cost. */
  readonly isWithCost: Uint8Array;
}

/** Null: no cost is known of the cohort. */
export function cohortCosts(history: History, facts: LeadFacts, { by, costs: paid }: PaidCosts): CohortCosts | null {
  const costs = costsOfCohort(history, facts, { by, costs: paid });
  const { total } = costReport({ history, by, facts, level: null, costs });
  const { costCents, maturedCostCents, leadsWithoutCost } = total;
  if (costCents === null || maturedCostCents === null) return null;
  return { costCents, maturedCostCents, leadsWithoutCost, isWithCost: leadsWithCost(history, by, costs) };
}

/** As in `CostFigures`, but only leads that reach the level are credited with an SQL and with what they brought. */
export type LevelCosts = Omit<CohortCosts, 'isWithCost'> &
  Pick<CostFigures, 'reached' | 'sqls' | 'won' | 'wonCents' | 'costPerMqlCents' | 'costPerSqlCents' | 'returnOnSpend'>;

export function levelCosts(facts: LeadFacts, { reachedAtMs }: ReachedLeads, cohort: CohortCosts): LevelCosts {
  const { isWithCost, ...shared } = cohort;
  const { costCents, maturedCostCents } = cohort;
  let reached = 0;
  let sqls = 0;
  let won = 0;
  let wonCents = 0;
  for (let lead = 0; lead < reachedAtMs.length; lead += 1) {
    if (isWithCost[lead] !== 1 || Number.isNaN(numberAt(reachedAtMs, lead)) || !isMeasured(facts, lead)) continue;
    reached += 1;
    if (facts.outcome[lead] === CONVERTED) sqls += 1;
    won += numberAt(facts.won, lead);
    wonCents += Math.round(numberAt(facts.wonAmount, lead) * 100);
  }
  return {
    ...shared,
    reached,
    sqls,
    won,
    wonCents,
    costPerMqlCents: reached === 0 ? null : Math.round(costCents / reached),
    costPerSqlCents: sqls === 0 ? null : Math.round(maturedCostCents / sqls),
    returnOnSpend: costCents <= 0 ? null : (wonCents - costCents) / costCents,
  };
}

/**
 * The costs as far as the cohort bears them: each lead of a source and month bears the same, and leads outside the cohort
 * bear theirs. A month without leads is nobody's, so it counts only where every lead is in the cohort.
 */
function costsOfCohort(history: History, facts: LeadFacts, { by, costs }: PaidCosts): readonly Cost[] {
  if (costs.length === 0 || isEveryLead(facts)) return costs;
  const all = { ...facts, inCohort: facts.exists };
  const leadsOf = leadsBySourceAndMonth(costReport({ history, by, facts, level: null, costs }).sources);
  const allLeadsOf = leadsBySourceAndMonth(costReport({ history, by, facts: all, level: null, costs }).sources);
  return costs.flatMap((cost) => {
    const leads = leadsOf(cost);
    return leads === 0 ? [] : [{ ...cost, amountCents: Math.round((cost.amountCents * leads) / allLeadsOf(cost)) }];
  });
}

function isEveryLead(facts: LeadFacts): boolean {
  for (let lead = 0; lead < facts.exists.length; lead += 1)
    if (facts.exists[lead] !== facts.inCohort[lead]) return false;
  return true;
}

function leadsBySourceAndMonth(sources: readonly SourceCosts[]): (cost: Cost) => number {
  const bySource = new Map(
    sources.map(({ source, months }) => [
      source === null ? null : foldText(source),
      new Map(months.map(({ month, leads }) => [month, leads])),
    ]),
  );
  return ({ source, month }) => bySource.get(foldText(source))?.get(month) ?? 0;
}
