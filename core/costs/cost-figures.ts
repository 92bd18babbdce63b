/** What leads cost, by source and in all. */
import { numberAt } from '../at.ts';
import type { History } from '../history/history.ts';
import { cellOf } from '../history/naming.ts';
import { CONVERTED, IMMATURE, isMeasured } from '../measures/cell.ts';
import type { LeadFacts, LevelReplay } from '../replay/replay-result.ts';
import { foldText } from '../text.ts';
import type { Cost } from './cost.ts';
import { costColumn } from './cost-column.ts';
import { monthAt } from './cost-forms.ts';

/**
 * Of the months with a cost, and of the leads created in them that the measures count (customers are none). Leads, MQLs,
 * what was won: up to the moment the history stands at. SQLs are the converted of the What-if (REPLAY.md, derived facts):
 * leads whose outcome is still open are none, and their share of the cost is not in the cost per SQL either.
 */
export interface CostFigures {
  /** Null: no month has a cost. */
  readonly costCents: number | null;
  readonly leads: number;
  /** Leads that reach the level. */
  readonly reached: number;
  /** Leads that are old enough for their outcome: all but the immature. */
  readonly matured: number;
  /** The cost of the matured leads: each lead of a source and month bears the same. A month without leads bears its own. */
  readonly maturedCostCents: number | null;
  /** Leads whose outcome is converted. */
  readonly sqls: number;
  readonly won: number;
  /** Each lead's won amount, rounded to the cent. */
  readonly wonCents: number;
  /** `costCents / n`, rounded to the cent; null without a cost, and where n is 0. */
  readonly costPerLeadCents: number | null;
  readonly costPerMqlCents: number | null;
  /** `maturedCostCents / sqls`. */
  readonly costPerSqlCents: number | null;
  /** `(wonCents − costCents) / costCents`; null where the cost is not above 0. */
  readonly returnOnSpend: number | null;
  /** Leads of months without a cost; they are in no other figure. */
  readonly leadsWithoutCost: number;
}

export interface SourceCosts extends CostFigures {
  /** As the costs spell it, else as the leads do first; null: leads that do not say where they came from. */
  readonly source: string | null;
  /** Every month with a cost or with leads, in order; `amountCents` is null where no cost is known. */
  readonly months: readonly { readonly month: string; readonly amountCents: number | null; readonly leads: number }[];
}

export interface CostReport {
  /** The attribute whose values the costs name; null: the leads have none that says where they came from. */
  readonly by: string | null;
  /** All that the costs could be by: dates name nobody. */
  readonly attributes: readonly string[];
  /** Those with a cost first, then by leads, then by name. */
  readonly sources: readonly SourceCosts[];
  readonly total: CostFigures;
}

export interface CostQuestion {
  readonly history: History;
  /** Name of the attribute whose values the costs name; null: the one that says where a lead came from. */
  readonly by: string | null;
  readonly facts: LeadFacts;
  /** Null: there is no level, and nobody reaches it. */
  readonly level: Pick<LevelReplay, 'reachedAtMs'> | null;
  readonly costs: readonly Cost[];
}

export function costReport({ history, by, facts, level, costs }: CostQuestion): CostReport {
  const tallies = new Map<string | null, Tally>();
  const tallyOf = (source: string | null): Tally => {
    const key = source === null ? null : foldText(source);
    const tally = tallies.get(key) ?? {
      source,
      sums: { ...NOTHING },
      costByMonth: new Map(),
      leadsByMonth: new Map(),
      immatureByMonth: new Map(),
    };
    tallies.set(key, tally);
    return tally;
  };
  for (const { source, month, amountCents } of costs) {
    const { costByMonth, sums } = tallyOf(source);
    costByMonth.set(month, (costByMonth.get(month) ?? 0) + amountCents);
    sums.costCents = (sums.costCents ?? 0) + amountCents;
  }
  const column = costColumn(history, by);
  const monthOf = monthsOnce(history.timeZone);
  for (let lead = 0; lead < history.leads.count; lead += 1) {
    if (!isMeasured(facts, lead)) continue;
    const { sums, costByMonth, leadsByMonth, immatureByMonth } = tallyOf(cellOf(column, lead));
    const month = monthOf(numberAt(history.leads.createdAtMs, lead));
    leadsByMonth.set(month, (leadsByMonth.get(month) ?? 0) + 1);
    if (!costByMonth.has(month)) {
      sums.leadsWithoutCost += 1;
      continue;
    }
    sums.leads += 1;
    const outcome = numberAt(facts.outcome, lead);
    if (outcome === IMMATURE) immatureByMonth.set(month, (immatureByMonth.get(month) ?? 0) + 1);
    else sums.matured += 1;
    if (level !== null && !Number.isNaN(numberAt(level.reachedAtMs, lead))) sums.reached += 1;
    if (outcome === CONVERTED) sums.sqls += 1;
    sums.won += numberAt(facts.won, lead);
    sums.wonCents += Math.round(numberAt(facts.wonAmount, lead) * 100);
  }
  for (const tally of tallies.values()) tally.sums.maturedCostCents = maturedCost(tally);
  const sources = [...tallies.values()].map(
    ({ source, sums, costByMonth, leadsByMonth }): SourceCosts => ({
      source,
      ...figuresOf(sums),
      months: [...new Set([...costByMonth.keys(), ...leadsByMonth.keys()])].sort().map((month) => ({
        month,
        amountCents: costByMonth.get(month) ?? null,
        leads: leadsByMonth.get(month) ?? 0,
      })),
    }),
  );
  return {
    by: by ?? column?.name ?? null,
    attributes: history.leads.attributes.filter(({ kind }) => kind !== 'date').map(({ name }) => name),
    sources: sources.sort(bySize),
    total: figuresOf([...tallies.values()].reduce(plus, { ...NOTHING })),
  };
}

function maturedCost({ sums, costByMonth, leadsByMonth, immatureByMonth }: Tally): number | null {
  if (sums.costCents === null) return null;
  let cents = 0;
  for (const [month, cost] of costByMonth) {
    const leads = leadsByMonth.get(month) ?? 0;
    const share = leads === 0 ? 1 : 1 - (immatureByMonth.get(month) ?? 0) / leads;
    cents += Math.round(cost * share);
  }
  return cents;
}

interface Sums {
  costCents: number | null;
  leads: number;
  reached: number;
  matured: number;
  maturedCostCents: number | null;
  sqls: number;
  won: number;
  wonCents: number;
  leadsWithoutCost: number;
}

interface Tally {
  readonly source: string | null;
  readonly sums: Sums;
  readonly costByMonth: Map<string, number>;
  readonly leadsByMonth: Map<string, number>;
  /** Only of months with a cost. */
  readonly immatureByMonth: Map<string, number>;
}

const NOTHING: Readonly<Sums> = {
  costCents: null,
  leads: 0,
  reached: 0,
  matured: 0,
  maturedCostCents: null,
  sqls: 0,
  won: 0,
  wonCents: 0,
  leadsWithoutCost: 0,
};

const plus = (left: Sums, { sums: right }: Tally): Sums => ({
  costCents: plusKnown(left.costCents, right.costCents),
  maturedCostCents: plusKnown(left.maturedCostCents, right.maturedCostCents),
  matured: left.matured + right.matured,
  leads: left.leads + right.leads,
  reached: left.reached + right.reached,
  sqls: left.sqls + right.sqls,
  won: left.won + right.won,
  wonCents: left.wonCents + right.wonCents,
  leadsWithoutCost: left.leadsWithoutCost + right.leadsWithoutCost,
});

const plusKnown = (left: number | null, right: number | null): number | null =>
  right === null ? left : (left ?? 0) + right;

function figuresOf(sums: Sums): CostFigures {
  const { costCents, maturedCostCents, leads, reached, sqls, wonCents } = sums;
  const per = (count: number, cents = costCents): number | null =>
    cents === null || count === 0 ? null : Math.round(cents / count);
  return {
    ...sums,
    costPerLeadCents: per(leads),
    costPerMqlCents: per(reached),
    costPerSqlCents: per(sqls, maturedCostCents),
    returnOnSpend: costCents === null || costCents <= 0 ? null : (wonCents - costCents) / costCents,
  };
}

const bySize = (left: SourceCosts, right: SourceCosts): number =>
  Number(left.costCents === null) - Number(right.costCents === null) ||
  right.leads + right.leadsWithoutCost - left.leads - left.leadsWithoutCost ||
  ((left.source ?? '') < (right.source ?? '') ? -1 : 1);

/** Leads of an export share their instants or days: a month is asked for once a quarter of an hour. */
export function monthsOnce(timeZone: string): (atMs: number) => string {
  const monthByQuarter = new Map<number, string>();
  return (atMs) => {
    // No zone's month begins within a quarter of an hour.
    const quarter = Math.floor(atMs / 900_000);
    const known = monthByQuarter.get(quarter) ?? monthAt(atMs, timeZone);
    monthByQuarter.set(quarter, known);
    return known;
  };
}
