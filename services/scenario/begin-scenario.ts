import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { serialiseRuleSet } from '../../core/rule-set/serialise-rule-set.ts';
import type { WritableWorkshop } from '../../db/open-workshop.ts';
import { createScenario } from '../../db/queries/scenario.ts';
import { saveVersion } from '../../db/queries/versions.ts';

/** Gives a new workshop its first version, which is the baseline, and a scenario beside it. Within a transaction. */
export function beginScenario(workshop: WritableWorkshop, baseline: RuleSet, scenario: RuleSet, atMs: number): void {
  const baselineVersionId = saveVersion(workshop, {
    name: baseline.name,
    document: serialiseRuleSet(baseline),
    savedAtMs: atMs,
  });
  createScenario(workshop, { name: scenario.name, document: serialiseRuleSet(scenario), baselineVersionId, atMs });
}
