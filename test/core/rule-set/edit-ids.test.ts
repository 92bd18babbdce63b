import { describe, expect, it } from 'vitest';
import { blankRuleSet } from '../../../core/rule-set/blank-rule-set.ts';
import { newRule } from '../../../core/rule-set/change-rule-kind.ts';
import { changeId, idRefusal } from '../../../core/rule-set/edit-ids.ts';
import { setLevelMinimum } from '../../../core/rule-set/edit-levels.ts';
import { addRule } from '../../../core/rule-set/edit-rules.ts';
import { addGroup } from '../../../core/rule-set/edit-structure.ts';
import { parseRuleSet } from '../../../core/rule-set/parse-rule-set.ts';

const subjects = { attribute: 'source', measure: 'employees', activityType: 'visit' };
const grouped = addGroup(blankRuleSet(), 'Website', 'engagement');
const { ruleSet: ruled } = addRule(grouped.ruleSet, newRule('Pricing', 'engagement', grouped.id, subjects));
const ruleSet = {
  ...ruled,
  levels: ruled.levels.map((level) => setLevelMinimum(level, 'engagement', 5)),
  recycle: { on: ['recycled' as const], clear: ['engagement'] },
};

describe('another id', () => {
  it('of a dimension is followed by its groups, rules, minimums and recycling', () => {
    const changed = changeId(ruleSet, 'dimension', 'engagement', 'doing');
    expect(changed.groups[0]?.dimension).toBe('doing');
    expect(changed.rules[0]?.dimension).toBe('doing');
    expect(changed.levels[0]?.dimensions).toEqual({ doing: 5 });
    expect(changed.recycle?.clear).toEqual(['doing']);
    expect(parseRuleSet(changed)).toMatchObject({ ok: true });
  });

  it('of a group is followed by its rules', () => {
    const changed = changeId(ruleSet, 'group', 'website', 'web');
    expect(changed.rules[0]?.group).toBe('web');
    expect(parseRuleSet(changed)).toMatchObject({ ok: true });
  });

  it('of a rule or a level changes nothing else', () => {
    expect(changeId(ruleSet, 'rule', 'pricing', 'p').rules[0]?.id).toBe('p');
    expect(changeId(ruleSet, 'level', 'mql', 'm').levels[0]?.id).toBe('m');
  });

  it('is refused when it is empty or taken', () => {
    expect(idRefusal(ruleSet, 'dimension', 'engagement', ' ')).toBe('empty');
    expect(idRefusal(ruleSet, 'dimension', 'engagement', 'fit')).toBe('taken');
    expect(idRefusal(ruleSet, 'dimension', 'engagement', 'engagement')).toBeNull();
    expect(changeId(ruleSet, 'dimension', 'engagement', 'fit')).toBe(ruleSet);
  });
});
