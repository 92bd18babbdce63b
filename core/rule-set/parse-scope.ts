import type { Result } from '../result.ts';
import { parseCondition } from './parse-condition.ts';
import type { Condition } from './rule-set.ts';
import { createFaultList, type RuleSetFault } from './rule-set-faults.ts';

/** A condition on leads that stands by itself: for which leads a rule set is meant. Paths of faults begin with `scope`. */
export function parseScope(value: unknown): Result<Condition<'attribute'>, readonly RuleSetFault[]> {
  const list = createFaultList();
  const scope = parseCondition(value, 'scope', list, 'attribute');
  return scope === undefined || list.faults.length > 0 ? { ok: false, error: list.faults } : { ok: true, value: scope };
}
