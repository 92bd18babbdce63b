import { describe, expect, it } from 'vitest';
import { starterRuleSet } from '../../core/demo/demo-rule-set.ts';
import { blankRuleSet } from '../../core/rule-set/blank-rule-set.ts';
import { parseRuleSet } from '../../core/rule-set/parse-rule-set.ts';
import type { ActivityRule, Rule, RuleSet } from '../../core/rule-set/rule-set.ts';
import { type ProfileRow, rowsOf } from '../../renderer/features/profile/model/profile-rows.ts';
import { rowTitle } from '../../renderer/features/profile/model/row-words.ts';
import { ruleOfRow, ruleThere, withRule } from '../../renderer/features/profile/model/rule-of-row.ts';
import { createMessages } from '../../renderer/i18n/messages.tsx';
import { ASKED, profileOf } from '../core/profile/profile-of.ts';
import { decided, LATE_LEAD, times } from '../core/quality/report-of.ts';
import type { LeadRows } from '../support/history-of.ts';

const messages = createMessages('en-GB', 'UTC');
const demo = { at: '2025-01-10', type: 'demo' };

/** Large leads convert more often, and so do those that asked for a demo; `owner` is filled in afterwards; `country` is kept out. */
const HISTORY: readonly LeadRows[] = [
  ...times(26, () => ({ ...decided(true), cells: { size: '900', owner: 'Ada', country: 'DE' }, activities: [demo] })),
  ...times(14, () => ({ ...decided(true), cells: { size: '20', owner: 'Ada', country: 'FR' } })),
  ...times(14, () => ({ ...decided(false), cells: { size: '900', owner: '', country: 'DE' }, activities: [demo] })),
  ...times(26, () => ({ ...decided(false), cells: { size: '20', owner: '', country: 'FR' } })),
  { ...LATE_LEAD, cells: { size: '20', owner: '', country: 'DE' } },
];
const ROWS = rowsOf(profileOf(HISTORY, { ...ASKED, keptOut: ['country'], cutPoints: { size: [100, 500] } }));

const rowOf = (title: string): ProfileRow => {
  const found = ROWS.find((row) => rowTitle(messages, row) === title);
  if (found === undefined)
    throw new Error(`no row ${title} in ${ROWS.map((row) => rowTitle(messages, row)).join('; ')}`);
  return found;
};
const ruleOf = (title: string): Rule => {
  const rule = ruleOfRow(rowOf(title), title);
  if (typeof rule === 'string') throw new Error(rule);
  return rule;
};

describe('a row made a rule', () => {
  it('given a band then its rule asks for the band and gives the proposed points', () => {
    expect(ruleOf('size: 500 and above')).toMatchObject({
      kind: 'attribute',
      name: 'size: 500 and above',
      points: 10,
      if: { attribute: 'size', op: 'gte', value: 500 },
    });
  });

  it('given an act then its rule gives the points once', () => {
    expect(ruleOf('demo: at least once')).toMatchObject({ kind: 'activity', on: { type: ['demo'] }, every: 1, max: 1 });
  });

  it.each([
    ['owner: Ada', 'leaking'],
    ['country: DE', 'keptOut'],
    ['demo: once', 'times'],
    ['demo: never', 'times'],
  ])('given %s then no rule is proposed, for the reason %s', (title, reason) => {
    expect(ruleOfRow(rowOf(title), title)).toBe(reason);
  });

  it('given points that round to none then no rule is proposed', () => {
    const row = rowOf('size: 500 and above');
    const without = { ...row, level: { ...row.level, points: 0 } } as ProfileRow;
    expect(ruleOfRow(without, '')).toBe('noPoints');
  });

  it.each(['size: 500 and above', 'demo: at least once'])(
    'given %s is added then one rule is more, the set is valid, and it is found there from then on',
    (title) => {
      const before = starterRuleSet();
      const rule = ruleOf(title);
      expect(ruleThere(before, rule)).toBeNull();
      const { ruleSet, id, dimension } = withRule(before, rule);
      const parsed = parseRuleSet(ruleSet);
      expect(parsed.ok).toBe(true);
      expect(ruleSet.rules.filter((one) => !before.rules.includes(one)).map((one) => one.id)).toEqual([id]);
      expect(ruleSet.dimensions).toContain(dimension);
      expect(parsed.ok ? ruleThere(parsed.value, rule)?.id : null).toBe(id);
    },
  );

  it('given a blank rule set then attributes go to the profile and acts to the behaviour', () => {
    expect(withRule(blankRuleSet(), ruleOf('size: 500 and above')).dimension.id).toBe('fit');
    expect(withRule(blankRuleSet(), ruleOf('demo: at least once')).dimension.id).toBe('engagement');
  });

  it('given dimensions of other names then the one with the rules of its kind is taken', () => {
    const before: RuleSet = {
      ...blankRuleSet(),
      dimensions: [
        { id: 'a', name: 'What they do' },
        { id: 'b', name: 'Who they are' },
      ],
      rules: [{ ...ruleOf('size: below 100'), id: 'small', dimension: 'b' }],
    };
    expect(withRule(before, ruleOf('size: 500 and above')).dimension.id).toBe('b');
  });

  it('given all acts of the dimension fade alike then the new one fades with them, else it does not', () => {
    const decay = { kind: 'half-life', days: 60 } as const;
    const act: ActivityRule = {
      kind: 'activity',
      id: 'visit',
      name: 'Visit',
      dimension: 'engagement',
      enabled: true,
      disqualifies: false,
      points: 5,
      on: { type: ['visit'] },
      every: 1,
      decay,
    };
    const fading: RuleSet = { ...blankRuleSet(), rules: [act] };
    const mixed: RuleSet = { ...blankRuleSet(), rules: [act, { ...act, id: 'other', decay: { kind: 'none' } }] };
    const decayIn = (ruleSet: RuleSet) => {
      const placed = withRule(ruleSet, ruleOf('demo: at least once'));
      const rule = placed.ruleSet.rules.find(({ id }) => id === placed.id);
      return rule !== undefined && 'decay' in rule ? rule.decay : null;
    };
    expect(decayIn(fading)).toEqual(decay);
    expect(decayIn(mixed)).toEqual({ kind: 'none' });
  });

  it('given a rule of the same question under another name, spelling and points then it is there already', () => {
    const rule = ruleOf('size: 500 and above');
    const same: Rule = { ...rule, id: 'big', name: 'Large', dimension: 'fit', points: 3, enabled: false } as Rule;
    expect(ruleThere({ ...blankRuleSet(), rules: [same] }, rule)?.id).toBe('big');
  });

  it('given a rule with bands of which one is this band then it is there already; another band is not', () => {
    const bands: Rule = {
      kind: 'bands',
      id: 'size',
      name: 'Size',
      dimension: 'fit',
      enabled: true,
      disqualifies: false,
      attribute: 'size',
      bands: [
        { from: 100, to: 500, points: 1 },
        { from: 500, points: 9 },
      ],
    };
    const ruleSet: RuleSet = { ...blankRuleSet(), rules: [bands] };
    expect(ruleThere(ruleSet, ruleOf('size: 500 and above'))?.id).toBe('size');
    expect(ruleThere(ruleSet, ruleOf('size: below 100'))).toBeNull();
  });
});
