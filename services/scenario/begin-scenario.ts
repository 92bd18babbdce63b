import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { serialiseRuleSet } from '../../core/rule-set/serialise-rule-set.ts';
import type { WritableWorkshop } from '../../db/open-workshop.ts';
import { createScenario } from '../../db/queries/scenario.ts';
import { saveVersion } from '../../db/queries/versions.ts';

/**
 * Gives a workshop a version, which is the baseline, and a scenario beside it on the table. Within a transaction.
 * `words`: of the step that undo takes back; or the moment alone, where it is the workshop's first.
 */
export function beginScenario(
  workshop: WritableWorkshop,
  baseline: RuleSet,
  scenario: RuleSet,
  words: number | { readonly label: string; readonly atMs: number },
): void {
  const { atMs, ...label } = typeof words === 'number' ? { atMs: words } : words;
  const baselineVersionId = saveVersion(workshop, {
    name: baseline.name,
    document: serialiseRuleSet(baseline),
    savedAtMs: atMs,
  });
  const document = serialiseRuleSet(scenario);
  createScenario(workshop, { name: scenario.name, document, baselineVersionId, atMs, ...label });
}
