/** A workshop file with the bench's history; the rule set on the table differs from its baseline by one lever. */
import type { History } from '../../core/history/history.ts';
import { writeHistory } from '../../db/history/write-history.ts';
import { closeWorkshop, createWorkshop } from '../../db/open-workshop.ts';
import { writeSettings } from '../../db/queries/settings.ts';
import { inTransaction } from '../../db/transaction.ts';
import { beginScenario } from '../../services/scenario/begin-scenario.ts';
import { standardRuleSet, withActivityPoints } from './standard-rule-set.ts';

/** `history` null: none yet, for an import. */
export function writeBenchWorkshop(path: string, history: History | null): void {
  const created = createWorkshop(path);
  if (!created.ok) throw new Error(created.error.detail);
  try {
    const stored = inTransaction(created.value, () => {
      writeSettings(created.value, { capacityPerWeek: 500, currency: 'EUR' });
      if (history !== null) writeHistory(created.value, history);
      beginScenario(created.value, standardRuleSet(), withActivityPoints(standardRuleSet(), 8), 0);
    });
    if (!stored.ok) throw new Error(stored.error.detail);
  } finally {
    closeWorkshop(created.value);
  }
}
