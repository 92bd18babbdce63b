import { freshName } from '../../core/rule-set/fresh-id.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { listRuleSets } from '../../db/queries/rule-sets.ts';

/** The name, with a number where another scenario has it; `except` may keep its own. */
export function freeName(workshop: ReadableWorkshop, name: string, except?: number): string {
  const others = listRuleSets(workshop).filter(({ id }) => id !== except);
  return freshName(
    name,
    others.map((other) => other.name),
  );
}
