import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  idsAt,
  moveDimensionTo,
  moveGroupTo,
  moveLevelTo,
  moveRuleTo,
  placesOf,
  stepGroup,
  stepRule,
} from '../../../core/rule-set/arrange.ts';
import { blankRuleSet } from '../../../core/rule-set/blank-rule-set.ts';
import { parseRuleSet } from '../../../core/rule-set/parse-rule-set.ts';
import type { AttributeRule, RuleSet } from '../../../core/rule-set/rule-set.ts';
import { randomRuleSet } from '../../support/random-rule-set.ts';

const rule = (id: string, dimension: string, group?: string): AttributeRule => ({
  id,
  name: id,
  kind: 'attribute',
  dimension,
  ...(group === undefined ? {} : { group }),
  enabled: true,
  disqualifies: false,
  points: 5,
  if: { attribute: 'source', op: 'exists' },
});

const ruleSet: RuleSet = {
  ...blankRuleSet(),
  groups: [
    { id: 'web', name: 'Website', dimension: 'engagement', combine: 'sum' },
    { id: 'mail', name: 'E-mail', dimension: 'engagement', combine: 'best' },
  ],
  rules: [
    rule('f', 'fit'),
    rule('a', 'engagement', 'web'),
    rule('b', 'engagement', 'web'),
    rule('c', 'engagement', 'mail'),
  ],
};
const listed = (edited: RuleSet) =>
  placesOf(edited)
    .map((place) => `${place.group ?? place.dimension}: ${idsAt(edited, place).join(' ')}`)
    .join(', ');

describe('a rule put elsewhere', () => {
  it('goes before another of its group', () => {
    expect(listed(moveRuleTo(ruleSet, 'b', { dimension: 'engagement', group: 'web' }, 'a'))).toBe(
      'fit: f, engagement: , web: b a, mail: c',
    );
  });

  it('goes behind the last of another group, or becomes loose in another dimension', () => {
    expect(listed(moveRuleTo(ruleSet, 'a', { dimension: 'engagement', group: 'mail' }, undefined))).toBe(
      'fit: f, engagement: , web: b, mail: c a',
    );
    const loose = moveRuleTo(ruleSet, 'a', { dimension: 'fit' }, 'f');
    expect(listed(loose)).toBe('fit: a f, engagement: , web: b, mail: c');
    expect(loose.rules.find((one) => one.id === 'a')).not.toHaveProperty('group');
  });

  it('is the very same rule set where it stands already', () => {
    expect(moveRuleTo(ruleSet, 'b', { dimension: 'engagement', group: 'web' }, undefined)).toBe(ruleSet);
  });

  it('steps through the whole list, place by place, and back', () => {
    const steps: RuleSet[] = [];
    for (let count = 0; count < 4; count += 1) steps.push(stepRule(steps.at(-1) ?? ruleSet, 'b', 'up'));
    expect(steps.map(listed)).toEqual([
      'fit: f, engagement: , web: b a, mail: c',
      'fit: f, engagement: b, web: a, mail: c',
      'fit: f b, engagement: , web: a, mail: c',
      'fit: b f, engagement: , web: a, mail: c',
    ]);
    const back = [1, 2, 3].reduce((now) => stepRule(now, 'b', 'down'), steps[3] ?? ruleSet);
    expect(listed(back)).toBe('fit: f, engagement: , web: b a, mail: c');
  });
});

describe('a group put elsewhere', () => {
  it('takes its rules along into another dimension', () => {
    const moved = moveGroupTo(ruleSet, 'web', 'fit', undefined);
    expect(listed(moved)).toBe('fit: f, web: a b, engagement: , mail: c');
    expect(parseRuleSet(moved)).toMatchObject({ ok: true });
  });

  it('steps past its neighbours and on into the next dimension', () => {
    expect(listed(stepGroup(ruleSet, 'mail', 'up'))).toBe('fit: f, engagement: , mail: c, web: a b');
    expect(listed(stepGroup(ruleSet, 'web', 'up'))).toBe('fit: f, web: a b, engagement: , mail: c');
    expect(stepGroup(ruleSet, 'mail', 'down')).toBe(ruleSet);
  });
});

describe('dimensions and levels', () => {
  it('go before another, or last', () => {
    expect(moveDimensionTo(ruleSet, 'engagement', 'fit').dimensions.map((one) => one.id)).toEqual([
      'engagement',
      'fit',
    ]);
    expect(moveDimensionTo(ruleSet, 'engagement', undefined)).toBe(ruleSet);
    expect(moveLevelTo(ruleSet, 'mql', undefined)).toBe(ruleSet);
  });
});

it('no step takes, adds or breaks anything', () => {
  fc.assert(
    fc.property(randomRuleSet(), fc.nat(), fc.boolean(), (target, pick, isUp) => {
      const id = target.rules[pick % target.rules.length]?.id ?? '';
      const moved = stepRule(target, id, isUp ? 'up' : 'down');
      expect(moved.rules.map((one) => one.id).toSorted()).toEqual(target.rules.map((one) => one.id).toSorted());
      expect(parseRuleSet(moved)).toEqual({ ok: true, value: moved });
    }),
    { numRuns: 200 },
  );
});
