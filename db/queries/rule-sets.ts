/** The rule sets of a workshop: each is a scenario of its own, with its own steps and baseline; one is on the table. */
import { requireTransaction } from '../transaction.ts';
import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';
import { readScenario } from './scenario.ts';

export interface StoredRuleSet {
  readonly id: number;
  /** As the rule set calls itself. */
  readonly name: string;
  readonly rules: number;
  /** A condition as JSON; null: for every lead. */
  readonly scope: string | null;
  readonly isRemoved: boolean;
}

/** In the order in which they were made, those taken off the list too. */
export function listRuleSets({ database }: ReadableWorkshop): readonly StoredRuleSet[] {
  return database
    .prepare<[], Omit<StoredRuleSet, 'isRemoved'> & { readonly removed: number }>(
      `SELECT id, json_extract(document, '$.name') AS name, json_array_length(document, '$.rules') AS rules, scope, removed
        FROM scenario JOIN scenario_step ON scenario_id = id AND step = current_step ORDER BY id`,
    )
    .all()
    .map(({ removed, ...ruleSet }) => ({ ...ruleSet, isRemoved: removed === 1 }));
}

/** False when there is no such rule set on the list. */
export function chooseRuleSet(workshop: WritableWorkshop, id: number): boolean {
  requireTransaction(workshop);
  const { changes } = workshop.database
    .prepare('UPDATE workshop SET scenario_id = ? WHERE EXISTS (SELECT 1 FROM scenario WHERE id = ? AND removed = 0)')
    .run(id, id);
  return changes > 0;
}

/** Takes a rule set off the list, or puts it back. Of the one on the table: does nothing. */
export function setRuleSetRemoved(workshop: WritableWorkshop, id: number, isRemoved: boolean): void {
  requireTransaction(workshop);
  if (readScenario(workshop)?.id === id) return;
  workshop.database.prepare('UPDATE scenario SET removed = ? WHERE id = ?').run(isRemoved ? 1 : 0, id);
}
