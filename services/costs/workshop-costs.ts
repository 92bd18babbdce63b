/** The costs of a workshop against the leads of its history, as the command line shows them. */
import type { WorkshopCosts } from '../../api/costs.ts';
import { costReport } from '../../core/costs/cost-figures.ts';
import { compileReplay } from '../../core/replay/compile.ts';
import { replay } from '../../core/replay/replay.ts';
import { DEFAULT_OPTIONS, withMaturity } from '../../core/replay/replay-result.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { readHistory } from '../../db/history/read-history.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { listCosts } from '../../db/queries/costs.ts';
import { readSettings } from '../../db/queries/settings.ts';
import { readScenarioState } from '../scenario/scenario-state.ts';

/** The level that counts as the MQL: the one of this id, else the first. */
export const costsLevel = ({ levels }: RuleSet, id: string): string | null =>
  (levels.find((level) => level.id === id) ?? levels[0])?.id ?? null;

export function workshopCosts(workshop: ReadableWorkshop): WorkshopCosts {
  const history = readHistory(workshop);
  const { ruleSet } = readScenarioState(workshop);
  const { currency, costsBy, maturityDays } = readSettings(workshop);
  const level = costsLevel(ruleSet, 'mql');
  const options = withMaturity(DEFAULT_OPTIONS, maturityDays);
  const { facts, levels } = replay(compileReplay(history, ruleSet, options), ruleSet);
  const report = costReport({
    history,
    by: costsBy,
    facts,
    level: levels[ruleSet.levels.findIndex(({ id }) => id === level)] ?? null,
    costs: listCosts(workshop),
  });
  return { currency, level, isByChosen: costsBy !== null, ...report };
}
