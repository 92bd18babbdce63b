import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementDifferences } from '../../../core/agreement/agreement-differences.ts';
import type { AgreementDocument } from '../../../core/agreement/agreement-document.ts';
import { serialiseAgreement } from '../../../core/agreement/serialise-agreement.ts';
import { draftRuleSet, starterRuleSet } from '../../../core/demo/demo-rule-set.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { randomRuleSet } from '../../support/random-rule-set.ts';
import { agreementFrom, fullAgreement } from './agreement-from.ts';

const full = fullAgreement();
const ofRules = (ruleSet: RuleSet): AgreementDocument => agreementFrom({ ruleSet, level: ruleSet.levels[0]?.id ?? '' });
const changed = (changes: Partial<AgreementDocument>) => agreementDifferences(full, { ...full, ...changes });
const withRule = (id: string, change: (rule: RuleSet['rules'][number]) => RuleSet['rules'][number]): RuleSet => {
  const ruleSet = starterRuleSet();
  return { ...ruleSet, rules: ruleSet.rules.map((rule) => (rule.id === id ? change(rule) : rule)) };
};
const withTotal = (id: string, total: number): RuleSet => {
  const ruleSet = starterRuleSet();
  return { ...ruleSet, levels: ruleSet.levels.map((level) => (level.id === id ? { ...level, total } : level)) };
};
const rulesChanged = (after: RuleSet) => agreementDifferences(ofRules(starterRuleSet()), ofRules(after));

describe('what a version changes', () => {
  it('is nothing against itself', () => {
    expect(changed({})).toEqual([]);
  });

  it('is something exactly when the documents differ', () => {
    fc.assert(
      fc.property(randomRuleSet(), randomRuleSet(), fc.boolean(), (one, other, isSame) => {
        const [before, after] = [ofRules(one), ofRules(isSame ? structuredClone(one) : other)];
        expect(agreementDifferences(before, after).length > 0).toBe(
          serialiseAgreement(before) !== serialiseAgreement(after),
        );
      }),
    );
  });

  it('is the threshold of a level: MQL from 50 to 52', () => {
    expect(rulesChanged(withTotal('mql', 52))).toEqual([{ kind: 'threshold', level: 'MQL', before: 50, after: 52 }]);
  });

  it('is the points of a rule, and that it is off, disqualifies or reads otherwise', () => {
    const [first] = starterRuleSet().rules.filter((rule) => 'points' in rule);
    const { id = '', name: rule = '' } = first ?? {};
    expect(rulesChanged(withRule(id, (one) => ('points' in one ? { ...one, points: 99 } : one)))).toMatchObject([
      { kind: 'points', rule, after: 99 },
    ]);
    expect(rulesChanged(withRule(id, (one) => ({ ...one, enabled: false })))).toEqual([
      { kind: 'switched', rule, isOn: false },
    ]);
    expect(rulesChanged(withRule(id, (one) => ({ ...one, disqualifies: true })))).toEqual([
      { kind: 'disqualifies', rule, isNow: true },
    ]);
    expect(rulesChanged(withRule(id, (one) => ({ ...one, name: 'Renamed' })))).toEqual([
      { kind: 'ruleReshaped', rule: 'Renamed' },
    ]);
  });

  it('tells rules that fade otherwise in one line, and those that come and go by name', () => {
    const differences = rulesChanged(draftRuleSet());
    const fading = differences.filter(({ kind }) => kind === 'fading');
    expect(fading.length).toBeGreaterThan(0);
    expect(fading[0]).toMatchObject({ before: { kind: 'none' }, after: { kind: 'half-life', days: 60 } });
    expect(differences).toContainEqual({
      kind: 'minimum',
      level: 'MQL',
      dimension: 'Behaviour',
      before: null,
      after: 15,
    });
    const [gone] = starterRuleSet().rules;
    const without = { ...starterRuleSet(), rules: starterRuleSet().rules.slice(1) };
    expect(rulesChanged(without)).toEqual([{ kind: 'ruleRemoved', rule: gone?.name }]);
    expect(agreementDifferences(ofRules(without), ofRules(starterRuleSet()))).toMatchObject([
      { kind: 'ruleAdded', rule: gone?.name },
    ]);
  });

  it('is a promise made, given up or changed, before and after', () => {
    const volume = { least: 30, most: 44, weeks: 3, ofWeeks: 4 };
    expect(changed({ marketing: { ...full.marketing, volume, never: [] } })).toEqual([
      { kind: 'promise', promise: 'volume', before: full.marketing.volume, after: volume },
      { kind: 'promise', promise: 'never', before: full.marketing.never, after: null },
    ]);
    const [mql] = full.sales.followUp;
    expect(
      changed({ sales: { ...full.sales, followUp: mql === undefined ? [] : [{ ...mql, withinHours: 8 }] } }),
    ).toEqual([
      { kind: 'promise', promise: 'followUp', level: 'MQL', before: mql, after: { ...mql, withinHours: 8 } },
      { kind: 'promise', promise: 'followUp', level: 'Hot', before: full.sales.followUp[1], after: null },
    ]);
  });

  it('is a text, a date or hours', () => {
    const holidays = ['2027-01-01'];
    expect(
      changed({ disputes: '', validTo: null, workingHours: { ...full.workingHours, holidays }, level: 'hot' }),
    ).toEqual([
      { kind: 'qualifiedLevel', before: 'MQL', after: 'Hot' },
      { kind: 'text', field: 'disputes' },
      { kind: 'workingHours', field: 'holidays' },
      { kind: 'date', field: 'validTo', before: '2027-06-30', after: null },
    ]);
  });

  it('is only the order where all else is the same', () => {
    const ruleSet = { ...starterRuleSet(), rules: starterRuleSet().rules.toReversed() };
    expect(rulesChanged(ruleSet)).toEqual([{ kind: 'order' }]);
  });
});
