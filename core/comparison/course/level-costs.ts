/** What the leads that a scenario hands over cost, and what they brought (core/costs, read for one level). */
import { numberAt } from '../../at.ts';
import type { Cost } from '../../costs/cost.ts';
import { type CostFigures, costReport, type SourceCosts } from '../../costs/cost-figures.ts';
import type { History } from '../../history/history.ts';
import { CONVERTED, isMeasured, NOT_CONVERTED } from '../../measures/cell.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import { foldText } from '../../text.ts';
import type { ReachedLeads } from '../reached-leads.ts';

/** What the workshop paid. `by`: the attribute whose values the costs name; null: the one that says where a lead came from. */
export interface PaidCosts {
  readonly by: string | null;
  readonly costs: readonly Cost[];
}

/** As in `CostFigures`, but only leads that reach the level are credited with an SQL and with what they brought. */
export type LevelCosts = Pick<
  CostFigures,
  | 'costCents'
  | 'reached'
  | 'maturedCostCents'
  | 'sqls'
  | 'won'
  | 'wonCents'
  | 'costPerMqlCents'
  | 'costPerSqlCents'
  | 'returnOnSpend'
  | 'leadsWithoutCost'
>;

/** Null: no cost is known of the cohort. */
export function levelCosts(
  history: History,
  facts: LeadFacts,
  reached: ReachedLeads,
  { by, costs }: PaidCosts,
): LevelCosts | null {
  if (costs.length === 0) return null;
  const { total } = costReport({ history, by, facts: credited(facts, reached), level: reached, costs });
  const { costCents, maturedCostCents, sqls, won, wonCents, leadsWithoutCost } = total;
  const { costPerMqlCents, costPerSqlCents, returnOnSpend } = total;
  return {
    costCents,
    reached: total.reached,
    maturedCostCents,
    sqls,
    won,
    wonCents,
    costPerMqlCents,
    costPerSqlCents,
    returnOnSpend,
    leadsWithoutCost,
  };
}

/**
 * The costs as far as the cohort bears them: each lead of a source and month bears the same, and leads outside the cohort
 * bear theirs. A month without leads is nobody's, so it counts only where every lead is in the cohort.
 */
export function costsOfCohort(history: History, facts: LeadFacts, { by, costs }: PaidCosts): readonly Cost[] {
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

/** The facts as if nobody but the leads that reach the level had converted or brought anything; who matured stays. */
function credited(facts: LeadFacts, { reachedAtMs }: ReachedLeads): LeadFacts {
  const isCredited = (lead: number) => isMeasured(facts, lead) && !Number.isNaN(numberAt(reachedAtMs, lead));
  return {
    ...facts,
    outcome: facts.outcome.map((outcome, lead) =>
      outcome === CONVERTED && !isCredited(lead) ? NOT_CONVERTED : outcome,
    ),
    won: facts.won.map((won, lead) => (isCredited(lead) ? won : 0)),
    wonAmount: facts.wonAmount.map((amount, lead) => (isCredited(lead) ? amount : 0)),
  };
}
