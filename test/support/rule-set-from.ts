import { parseRuleSet } from '../../core/rule-set/parse-rule-set.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';

/** A valid rule set around the given parts: two dimensions (fit, engagement) and MQL at 50 unless said otherwise. */
export function ruleSetFrom(parts: Readonly<Record<string, unknown>>): RuleSet {
  const parsed = parseRuleSet({
    format: 'accord.rule-set/1',
    name: 'Example',
    dimensions: [
      { id: 'fit', name: 'Profile' },
      { id: 'engagement', name: 'Behaviour' },
    ],
    rules: [],
    levels: [{ id: 'mql', name: 'MQL', total: 50 }],
    ...parts,
  });
  if (!parsed.ok) throw new Error(`The example is no rule set: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}
