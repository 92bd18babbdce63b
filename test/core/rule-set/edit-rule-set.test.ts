import { describe, expect, it } from 'vitest';
import { changeRuleKind, newRule, RULE_KINDS } from '../../../core/rule-set/change-rule-kind.ts';
import { addLevel, removeLevel, setLevelMinimum } from '../../../core/rule-set/edit-levels.ts';
import {
  addRule,
  duplicateRule,
  moveRule,
  placeRule,
  removeRule,
  setRuleEnabled,
} from '../../../core/rule-set/edit-rules.ts';
import {
  addDimension,
  addGroup,
  moveDimension,
  removeDimension,
  removeGroup,
  replaceGroup,
} from '../../../core/rule-set/edit-structure.ts';
import { freshId, freshName } from '../../../core/rule-set/fresh-id.ts';
import { withOptional } from '../../../core/rule-set/optional-key.ts';
import { parseRuleSet } from '../../../core/rule-set/parse-rule-set.ts';
import type { AttributeRule, RuleSet } from '../../../core/rule-set/rule-set.ts';

const rule = (id: string, group?: string): AttributeRule => ({
  id,
  name: id,
  kind: 'attribute',
  dimension: 'engagement',
  ...(group === undefined ? {} : { group }),
  enabled: true,
  disqualifies: false,
  points: 5,
  if: { attribute: 'source', op: 'exists' },
});

const ruleSet: RuleSet = {
  format: 'accord.rule-set/1',
  name: 'Test',
  description: '',
  total: {},
  dimensions: [
    { id: 'fit', name: 'Profile' },
    { id: 'engagement', name: 'Behaviour' },
  ],
  groups: [
    { id: 'web', name: 'Website', dimension: 'engagement', combine: 'sum' },
    { id: 'mail', name: 'E-mail', dimension: 'engagement', combine: 'best' },
  ],
  ignore: [],
  rules: [
    rule('a', 'web'),
    rule('loose'),
    rule('b', 'web'),
    rule('c', 'mail'),
    { ...rule('fit-rule'), dimension: 'fit' },
  ],
  levels: [{ id: 'mql', name: 'MQL', total: 50, dimensions: { fit: 10, engagement: 5 } }],
  recycle: { on: ['recycled'], clear: ['engagement'] },
};
const order = (edited: RuleSet) => edited.rules.map((one) => one.id).join(' ');
const subjects = { attribute: 'job', measure: 'employees', activityType: 'page_view' };
const expectValid = (edited: RuleSet) => expect(parseRuleSet(edited)).toMatchObject({ ok: true });

describe('ids and names', () => {
  it('makes an id of the letters and digits of a name', () => {
    expect(freshId('Pricing page, 2×!', [], 'rule')).toBe('pricing-page-2');
  });

  it('numbers an id that is taken', () => {
    expect(freshId('Demo', ['demo', 'demo-2'], 'rule')).toBe('demo-3');
  });

  it('takes the stand-in when the name has neither letter nor digit', () => {
    expect(freshId('…', [], 'rule')).toBe('rule');
  });

  it('keeps letters of every alphabet', () => {
    expect(freshId('Страница цен', [], 'rule')).toBe('страница-цен');
  });

  it('numbers a name that is taken', () => {
    expect(freshName('Demo', ['Demo'])).toBe('Demo 2');
  });
});

describe('edits of rules', () => {
  it('puts a new rule behind the last of its group', () => {
    const added = addRule(ruleSet, newRule('New one', 'engagement', 'web', subjects));
    expect(order(added.ruleSet)).toBe('a loose b new-one c fit-rule');
    expectValid(added.ruleSet);
  });

  it('puts a copy behind its original, under another name and id', () => {
    const copied = duplicateRule(ruleSet, 'a');
    expect(order(copied.ruleSet)).toBe('a a-2 loose b c fit-rule');
    expect(copied.ruleSet.rules[1]?.name).toBe('a 2');
  });

  it('moves a rule past its nearest sibling, over rules of other groups', () => {
    expect(order(moveRule(ruleSet, 'b', 'up'))).toBe('b loose a c fit-rule');
    expect(order(moveRule(ruleSet, 'a', 'down'))).toBe('b loose a c fit-rule');
  });

  it('gives the very same rule set back at the end of a group', () => {
    expect(moveRule(ruleSet, 'a', 'up')).toBe(ruleSet);
    expect(moveRule(ruleSet, 'c', 'down')).toBe(ruleSet);
  });

  it('places a rule at the end of another group', () => {
    const placed = placeRule(ruleSet, 'a', 'engagement', 'mail');
    expect(order(placed)).toBe('loose b c a fit-rule');
    expectValid(placed);
  });

  it('takes the group key out when a rule leaves its group', () => {
    const placed = placeRule(ruleSet, 'a', 'fit', undefined);
    expect(placed.rules.find((one) => one.id === 'a')).not.toHaveProperty('group');
    expectValid(placed);
  });

  it('removes and switches off by id', () => {
    expect(order(removeRule(ruleSet, 'loose'))).toBe('a b c fit-rule');
    expect(setRuleEnabled(ruleSet, 'b', false).rules.map((one) => one.enabled)).toEqual([
      true,
      true,
      false,
      true,
      true,
    ]);
  });
});

describe('a rule that becomes another kind', () => {
  const kinds = RULE_KINDS.flatMap((from) => RULE_KINDS.map((to) => [from, to] as const));

  it.each(kinds)('from %s to %s stays valid, in its place and under its name', (from, to) => {
    const changed = changeRuleKind(changeRuleKind(rule('a', 'web'), from, subjects), to, subjects);
    expect(changed).toMatchObject({ id: 'a', name: 'a', group: 'web', kind: to });
    expectValid({ ...ruleSet, rules: [changed] });
  });

  it('keeps its condition as the gate on the lead', () => {
    const german: AttributeRule = { ...rule('a'), if: { attribute: 'country', op: 'is', value: 'DE' } };
    expect(changeRuleKind(german, 'activity', subjects)).toMatchObject({
      if: { attribute: 'country', op: 'is', value: 'DE' },
    });
  });

  it('drops the condition that a new rule begins with', () => {
    expect(changeRuleKind(newRule('New', 'fit', undefined, subjects), 'activity', subjects)).not.toHaveProperty('if');
  });

  it('takes points away when it comes to punish silence', () => {
    expect(changeRuleKind(rule('a'), 'inactivity', subjects)).toMatchObject({ points: -5, afterDays: 30 });
  });
});

describe('edits of dimensions and groups', () => {
  it('gives a new dimension an id of its own', () => {
    const added = addDimension(ruleSet, 'Fit');
    expect(added.id).toBe('fit-2');
    expectValid(added.ruleSet);
  });

  it('takes all that hangs on a dimension away with it', () => {
    const left = removeDimension(ruleSet, 'engagement');
    expect(order(left)).toBe('fit-rule');
    expect(left.groups).toEqual([]);
    expect(left.levels[0]?.dimensions).toEqual({ fit: 10 });
    expect(left).not.toHaveProperty('recycle');
    expectValid(left);
  });

  it('moves a dimension', () => {
    expect(moveDimension(ruleSet, 'engagement', 'up').dimensions.map((one) => one.id)).toEqual(['engagement', 'fit']);
  });

  it('leaves the rules of a removed group in the dimension', () => {
    const left = removeGroup(ruleSet, 'web');
    expect(left.rules.filter((one) => one.group === undefined).map((one) => one.id)).toEqual([
      'a',
      'loose',
      'b',
      'fit-rule',
    ]);
    expectValid(left);
  });

  it('takes the rules along when a group goes to another dimension', () => {
    const placed = replaceGroup(ruleSet, 'web', { id: 'web', name: 'Website', dimension: 'fit', combine: 'sum' });
    expect(placed.rules.filter((one) => one.dimension === 'fit').map((one) => one.id)).toEqual(['a', 'b', 'fit-rule']);
    expectValid(placed);
  });

  it('adds a group without limits', () => {
    const added = addGroup(ruleSet, 'Website', 'fit');
    expect(added.id).toBe('website');
    expectValid(added.ruleSet);
  });
});

describe('edits of levels', () => {
  it('puts a new level ten points above the highest', () => {
    const added = addLevel(ruleSet, 'Hot');
    expect(added.ruleSet.levels[1]).toEqual({ id: 'hot', name: 'Hot', total: 60, dimensions: {} });
    expect(removeLevel(added.ruleSet, 'hot')).toEqual(ruleSet);
  });

  it('sets and lifts the minimum of a dimension', () => {
    const level = { id: 'mql', name: 'MQL', total: 50, dimensions: { fit: 10 } };
    expect(setLevelMinimum(level, 'fit', 15).dimensions).toEqual({ fit: 15 });
    expect(setLevelMinimum(level, 'fit', undefined).dimensions).toEqual({});
  });
});

describe('an optional key', () => {
  it('is set by a value and taken out by undefined', () => {
    const limits: { readonly min?: number; readonly max?: number } = { min: 1 };
    expect(withOptional(limits, 'max', 3)).toEqual({ min: 1, max: 3 });
    expect(Object.keys(withOptional(limits, 'min', undefined))).toEqual([]);
  });
});
