import type { RuleSet } from './rule-set.ts';

/** What a new workshop starts with: two dimensions, one level, no rule yet. */
export const blankRuleSet = (): RuleSet => ({
  format: 'accord.rule-set/1',
  name: 'New rule set',
  description: '',
  total: {},
  dimensions: [
    { id: 'fit', name: 'Profile' },
    { id: 'engagement', name: 'Behaviour' },
  ],
  groups: [],
  ignore: [],
  rules: [],
  levels: [{ id: 'mql', name: 'MQL', total: 50, dimensions: {}, route: 'sales', followUpHours: 48 }],
});
