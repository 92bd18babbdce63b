/** The scenarios of a workshop: each a rule set with a baseline of its own; one is on the table. */
import type { Seat } from '../../core/seat.ts';
import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';
import { readScenario } from './scenario.ts';
import { type StepWords, takeStep } from './steps.ts';

export interface StoredRuleSet {
  readonly id: number;
  /** As the rule set calls itself. */
  readonly name: string;
  readonly rules: number;
  /** A condition as JSON; null: for every lead. */
  readonly scope: string | null;
  readonly note: string;
  readonly seat: Seat;
  readonly isRemoved: boolean;
}

/** In the order in which they were made, those taken off the list too. */
export function listRuleSets({ database }: ReadableWorkshop): readonly StoredRuleSet[] {
  return database
    .prepare<[], Omit<StoredRuleSet, 'isRemoved'> & { readonly removed: number }>(
      `SELECT id, json_extract(document, '$.name') AS name, json_array_length(document, '$.rules') AS rules, scope, note, seat,
        removed FROM scenario JOIN scenario_step ON scenario_id = id AND step = current_step WHERE undone = 0 ORDER BY id`,
    )
    .all()
    .map(({ removed, ...ruleSet }) => ({ ...ruleSet, isRemoved: removed === 1 }));
}

/** Puts it on the table, as one step; a run of choices becomes one. False when there is no such rule set on the list. */
export function chooseRuleSet(workshop: WritableWorkshop, id: number, words: Omit<StepWords, 'coalesce'>): boolean {
  if (!listRuleSets(workshop).some((listed) => listed.id === id && !listed.isRemoved)) return false;
  if (readScenario(workshop)?.id === id) return true;
  takeStep(workshop, { ...words, coalesce: 'choose' }, () => {
    workshop.database.prepare('UPDATE workshop SET scenario_id = ?').run(id);
  });
  return true;
}

/** Takes a rule set off the list, or puts it back, as one step. Of the one on the table: does nothing. */
export function setRuleSetRemoved(
  workshop: WritableWorkshop,
  { id, isRemoved, ...words }: StepWords & { readonly id: number; readonly isRemoved: boolean },
): void {
  const listed = listRuleSets(workshop).find((one) => one.id === id);
  if (listed === undefined || listed.isRemoved === isRemoved || readScenario(workshop)?.id === id) return;
  takeStep(workshop, words, () => {
    workshop.database.prepare('UPDATE scenario SET removed = ? WHERE id = ?').run(isRemoved ? 1 : 0, id);
  });
}
