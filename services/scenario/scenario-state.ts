/** The scenario and its baseline as the screens see them. */
import type { ScenarioState } from '../../api/contract.ts';
import { parseRuleSet } from '../../core/rule-set/parse-rule-set.ts';
import { parseScope } from '../../core/rule-set/parse-scope.ts';
import type { Condition, RuleSet } from '../../core/rule-set/rule-set.ts';
import type { Seat } from '../../core/seat.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { readScenario } from '../../db/queries/scenario.ts';
import { listScenarioDocuments } from '../../db/queries/scenario-documents.ts';
import { listVersions, readVersion } from '../../db/queries/versions.ts';
import { storedView } from './view-handlers.ts';

/** Every workshop has a scenario and a baseline from its first moment. */
export function readScenarioState(workshop: ReadableWorkshop): Omit<ScenarioState, 'revision'> {
  const scenario = readScenario(workshop);
  const baseline = scenario === null ? null : readVersion(workshop, scenario.baselineVersionId);
  if (scenario === null || baseline === null) throw new Error('the workshop has no scenario');
  const ruleSet = storedRuleSet(scenario.document);
  const { id, name, savedAtMs } = baseline;
  return {
    id: scenario.id,
    name: ruleSet.name || scenario.name,
    ruleSet,
    scope: storedScope(scenario.scope),
    note: scenario.note,
    seat: scenario.seat,
    view: storedView(workshop),
    baseline: { id, name, savedAtMs, ruleSet: storedRuleSet(baseline.document) },
    versions: listVersions(workshop),
    undo: scenario.undo,
    redo: scenario.redo,
  };
}

/** Of the scenarios on the list, in the order in which they were made. */
export const readScenarioRuleSets = (
  workshop: ReadableWorkshop,
): readonly { readonly id: number; readonly ruleSet: RuleSet; readonly seat: Seat }[] =>
  listScenarioDocuments(workshop).map(({ id, document, seat }) => ({ id, ruleSet: storedRuleSet(document), seat }));

/** Null: for every lead. */
export function storedScope(json: string | null): Condition<'attribute'> | null {
  if (json === null) return null;
  const parsed = parseScope(JSON.parse(json));
  if (!parsed.ok) throw new Error(`a stored scope has a fault at ${parsed.error[0]?.path ?? ''}`);
  return parsed.value;
}

/** What the app stored was checked when it was stored. */
export function storedRuleSet(document: string): RuleSet {
  const parsed = parseRuleSet(JSON.parse(document));
  if (!parsed.ok) throw new Error(`a stored rule set has a fault at ${parsed.error[0]?.path ?? ''}`);
  return parsed.value;
}
