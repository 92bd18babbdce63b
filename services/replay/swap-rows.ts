/** Leads gained, lost or kept, by name: those that became SQLs first, then the unknown, then the rest; newest first within. */
import type { Page, SwapRow } from '../../api/contract.ts';
import type { SwapName } from '../../api/frame.ts';
import type { History } from '../../core/history/history.ts';
import type { LeadNaming } from '../../core/history/naming.ts';
import { swapLeads } from '../../core/measures/swap-set.ts';
import { OUTCOMES, type Outcome, type ReplayResult } from '../../core/replay/replay-result.ts';
import { numberOrNull } from './or-null.ts';

export interface SwapQuery {
  readonly history: History;
  readonly naming: LeadNaming;
  readonly scenario: ReplayResult;
  readonly scenarioLevel: number;
  readonly baseline: ReplayResult;
  readonly baselineLevel: number;
  readonly list: SwapName;
  readonly offset: number;
  readonly limit: number;
}

export function swapRows(query: SwapQuery): Page<SwapRow> {
  const { history, naming, scenario, baseline, offset } = query;
  const leads = swapLeads(scenario, query.scenarioLevel, baseline, query.baselineLevel, query.list);
  const ofScenario = scenario.levels[query.scenarioLevel];
  const ofBaseline = baseline.levels[query.baselineLevel];
  const reached = query.list === 'lost' ? ofBaseline?.reachedAtMs : ofScenario?.reachedAtMs;
  const outcomeOf = (lead: number): Outcome => OUTCOMES[scenario.facts.outcome[lead] ?? 0] ?? 'unobserved';
  const ordered = [...leads].sort(
    (left, right) =>
      RANK[outcomeOf(left)] - RANK[outcomeOf(right)] ||
      (reached?.[right] ?? 0) - (reached?.[left] ?? 0) ||
      left - right,
  );
  const rows = ordered.slice(offset, offset + query.limit).map(
    (lead): SwapRow => ({
      lead: history.leads.ids[lead] ?? '',
      name: naming.nameOf(lead),
      baselinePeak: numberOrNull(ofBaseline?.peak[lead]),
      scenarioPeak: numberOrNull(ofScenario?.peak[lead]),
      outcome: outcomeOf(lead),
      reachedAtMs: numberOrNull(reached?.[lead]),
      source: naming.sourceOf(lead),
    }),
  );
  return { total: leads.length, offset, rows };
}

const RANK: Readonly<Record<Outcome, number>> = {
  converted: 0,
  unobserved: 1,
  immature: 2,
  'not converted': 3,
  customer: 4,
};
