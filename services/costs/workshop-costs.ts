/** The costs of a workshop against the leads of its history, as the command line shows them. */
import { type CostReport, costReport } from '../../core/costs/cost-figures.ts';
import { leadNaming } from '../../core/history/naming.ts';
import { compileReplay } from '../../core/replay/compile.ts';
import { replay } from '../../core/replay/replay.ts';
import { DEFAULT_OPTIONS } from '../../core/replay/replay-result.ts';
import { readHistory } from '../../db/history/read-history.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { listCosts } from '../../db/queries/costs.ts';
import { readSettings } from '../../db/queries/settings.ts';
import { readScenarioState } from '../scenario/scenario-state.ts';

export interface WorkshopCosts extends CostReport {
  /** ISO 4217; null: not said. */
  readonly currency: string | null;
  /** Id of the level that `reached` and `costPerMqlCents` speak of: `mql`, else the scenario's first; null: it has none. */
  readonly level: string | null;
}

export function workshopCosts(workshop: ReadableWorkshop): WorkshopCosts {
  const history = readHistory(workshop);
  const { ruleSet } = readScenarioState(workshop);
  const { currency } = readSettings(workshop);
  const index = Math.max(
    0,
    ruleSet.levels.findIndex(({ id }) => id === 'mql'),
  );
  const { facts, levels } = replay(compileReplay(history, ruleSet, DEFAULT_OPTIONS), ruleSet);
  const report = costReport({
    history,
    naming: leadNaming(history),
    facts,
    level: levels[index] ?? null,
    costs: listCosts(workshop),
  });
  return { currency, level: ruleSet.levels[index]?.id ?? null, ...report };
}
