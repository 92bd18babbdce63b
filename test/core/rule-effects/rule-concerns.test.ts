import { describe, expect, it } from 'vitest';
import type { History } from '../../../core/history/history.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { DEFAULT_OPTIONS } from '../../../core/replay/replay-result.ts';
import { concernSentence } from '../../../core/rule-effects/concern-sentence.ts';
import { leakLookup } from '../../../core/rule-effects/leak-lookup.ts';
import { repairRule } from '../../../core/rule-effects/repair-rule.ts';
import type { ConcernKind, RuleConcern } from '../../../core/rule-effects/rule-concern.ts';
import { ruleConcerns } from '../../../core/rule-effects/rule-concerns.ts';
import { effectsOf } from '../../../core/rule-effects/rule-effects.ts';
import { ruleTouches } from '../../../core/rule-effects/rule-touches.ts';
import { parseRuleSet } from '../../../core/rule-set/parse-rule-set.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { historyNames } from '../../../core/rule-set/rule-set-warnings.ts';
import { historyOf, type LeadRows } from '../../support/history-of.ts';
import { ruleSetFrom } from '../../support/rule-set-from.ts';

/** Long after all others, so that their outcomes are known. */
const LATE = { at: '2025-12-01', stage: 'lost' } as const;
const TITLES = ['Director of sales', 'CTO', 'Buyer', 'Engineer'];

/** 200 leads, every third an SQL; each has two visits before the outcome and a count of visits as of today. */
const HISTORY = historyOf({
  leads: Array.from({ length: 200 }, (_, lead): LeadRows => {
    const isSql = lead % 3 === 0;
    return {
      created: '2025-01-01',
      cells: {
        job_title: TITLES[lead % 4] ?? '',
        country: lead % 2 === 0 ? 'Poland' : 'Spain',
        rare: lead < 5 ? 'yes' : 'no',
        close_reason: isSql ? 'signed' : '',
        total_visits: String(7 + (lead % 5)),
      },
      activities: ['2025-01-02', '2025-01-03'].map((at) => ({
        at,
        type: 'visit',
        cells: { url: lead % 2 === 0 ? '/pricing' : '/blog' },
      })),
      stages: [{ at: '2025-01-10', stage: isSql ? 'sql' : 'lost' }, ...(lead === 0 ? [LATE] : [])],
    };
  }),
});

const attribute = (id: string, condition: object, others: object = {}) => ({
  id,
  name: id,
  kind: 'attribute',
  dimension: 'fit',
  points: 5,
  if: condition,
  ...others,
});
const visit = (id: string, others: object = {}) => ({
  id,
  name: id,
  kind: 'activity',
  dimension: 'engagement',
  points: 5,
  on: { type: 'visit' },
  ...others,
});

function concernsOf(ruleSet: RuleSet, history: History = HISTORY, keptOut: readonly string[] = []) {
  const compiled = compileReplay(history, ruleSet, DEFAULT_OPTIONS);
  const touches = ruleTouches(compiled, ruleSet);
  return ruleConcerns(ruleSet, {
    compiled,
    names: historyNames(history),
    touches,
    effects: effectsOf(ruleSet, touches).rules,
    keptOut,
    leakOf: leakLookup(history, DEFAULT_OPTIONS),
  });
}

const kindsOf = (concerns: readonly RuleConcern[], ruleId: string): readonly ConcernKind[] =>
  concerns.filter((concern) => concern.ruleId === ruleId).map(({ kind }) => kind);

/** What is left of the kind after its repair, which must be a valid rule set. */
function afterRepair(ruleSet: RuleSet, kind: ConcernKind): readonly ConcernKind[] {
  const concern = concernsOf(ruleSet).find((one) => one.kind === kind);
  const repaired = concern === undefined ? null : repairRule(ruleSet, concern);
  expect(repaired === null ? null : parseRuleSet(repaired)).toEqual({ ok: true, value: repaired });
  return repaired === null ? [] : concernsOf(repaired).map((one) => one.kind);
}

describe('what speaks against a rule', () => {
  it('is nothing where nothing does', () => {
    const ruleSet = ruleSetFrom({ rules: [attribute('pl', { attribute: 'country', op: 'is', value: 'Poland' })] });
    expect(concernsOf(ruleSet)).toEqual([]);
  });

  it('is a value that never occurs, alone or beside others', () => {
    const ruleSet = ruleSetFrom({
      rules: [
        attribute('none', { attribute: 'country', op: 'is', value: 'Atlantis' }),
        attribute('some', { attribute: 'country', op: 'is', value: ['poland', 'Atlantis'] }),
        attribute('many', { attribute: 'total_visits', op: 'gt', value: 1000 }),
        attribute('not', { attribute: 'country', op: 'isNot', value: 'Atlantis' }),
        visit('pages', { on: { if: { property: 'url', op: 'contains', value: '/demo' } } }),
      ],
    });
    const concerns = concernsOf(ruleSet);
    expect(concerns).toContainEqual({
      kind: 'neverOccurs',
      ruleId: 'none',
      path: 'rules[0].if',
      of: 'attribute',
      name: 'country',
      value: 'Atlantis',
      hasOthers: false,
    });
    expect(concerns).toContainEqual(expect.objectContaining({ ruleId: 'some', value: 'Atlantis', hasOthers: true }));
    expect(kindsOf(concerns, 'none')).toEqual(['neverOccurs', 'nobodyTouched']);
    const some = concerns.find((one) => one.kind === 'neverOccurs' && one.hasOthers);
    expect(some === undefined ? null : repairRule(ruleSet, some)?.rules[1]).toMatchObject({
      if: { attribute: 'country', op: 'is', value: 'poland' },
    });
    const alone = concerns.find((one) => one.kind === 'neverOccurs' && !one.hasOthers);
    expect(alone === undefined ? 'none' : repairRule(ruleSet, alone)).toBeNull();
    expect(kindsOf(concerns, 'many')).toContain('neverOccurs');
    expect(kindsOf(concerns, 'not')).toEqual([]);
    expect(kindsOf(concerns, 'pages')).toEqual(['neverOccurs', 'nobodyTouched']);
  });

  it('is a name that the history lacks', () => {
    const ruleSet = ruleSetFrom({
      rules: [
        attribute('who', { attribute: 'shoe_size', op: 'is', value: '42' }),
        visit('call', { on: { type: 'call' } }),
      ],
    });
    const concerns = concernsOf(ruleSet);
    expect(kindsOf(concerns, 'who')).toEqual(['unknownName', 'nobodyTouched']);
    expect(kindsOf(concerns, 'call')).toEqual(['unknownName', 'nobodyTouched']);
  });

  it('is too few known outcomes: nineteen and not twenty', () => {
    const withKnown = (known: number) =>
      concernsOf(
        ruleSetFrom({ rules: [attribute('few', { attribute: 'n', op: 'lt', value: known })] }),
        historyOf({
          leads: Array.from({ length: 40 }, (_, lead) => ({
            created: '2025-01-01',
            cells: { n: String(lead) },
            stages: [{ at: '2025-01-10', stage: 'lost' }, ...(lead === 39 ? [LATE] : [])],
          })),
        }),
      );
    expect(withKnown(19)).toMatchObject([{ kind: 'fewKnown', known: 19 }]);
    expect(withKnown(20)).toEqual([]);
  });

  it('is an attribute that leaks, is kept out, or is counted as of today', () => {
    const ruleSet = ruleSetFrom({
      rules: [
        attribute('reason', { attribute: 'close_reason', op: 'exists' }),
        attribute('country', { attribute: 'country', op: 'is', value: 'Poland' }),
        { id: 'visits', name: 'visits', kind: 'counter', dimension: 'fit', attribute: 'total_visits', points: 1 },
      ],
    });
    const concerns = concernsOf(ruleSet, HISTORY, ['country']);
    expect(kindsOf(concerns, 'reason')).toEqual(['leaking']);
    expect(kindsOf(concerns, 'country')).toEqual(['keptOut']);
    expect(concerns).toContainEqual({
      kind: 'todaysValue',
      ruleId: 'visits',
      path: 'rules[2]',
      attribute: 'total_visits',
      types: ['visit'],
    });
    expect(afterRepair(ruleSet, 'leaking')).not.toContain('leaking');
  });

  it('is a short text looked for within words, and whole words mend it', () => {
    const ruleSet = ruleSetFrom({
      rules: [attribute('cto', { attribute: 'job_title', op: 'contains', value: ['CTO', 'Engineer'] })],
    });
    expect(concernsOf(ruleSet)).toMatchObject([{ kind: 'shortContains', values: ['CTO'] }]);
    expect(afterRepair(ruleSet, 'shortContains')).toEqual([]);
    const [concern] = concernsOf(ruleSet);
    expect(concern === undefined ? null : repairRule(ruleSet, concern)?.rules[0]).toMatchObject({
      if: {
        any: [
          { attribute: 'job_title', op: 'contains', value: 'Engineer' },
          { attribute: 'job_title', op: 'hasWord', value: 'CTO' },
        ],
      },
    });
  });

  it('is another rule that asks for the same, or touches the same leads', () => {
    const ruleSet = ruleSetFrom({
      rules: [
        attribute('one', { attribute: 'country', op: 'is', value: 'Poland' }),
        attribute('two', { attribute: 'country', op: 'is', value: 'Poland' }, { points: 9 }),
        attribute('three', { not: { attribute: 'country', op: 'is', value: 'Spain' } }),
        visit('pricing', { on: { if: { property: 'url', op: 'is', value: '/pricing' } } }),
        visit('all'),
        visit('often', { every: 2 }),
      ],
    });
    const concerns = concernsOf(ruleSet);
    expect(concerns.filter(({ ruleId }) => ruleId === 'one')).toMatchObject([
      { kind: 'sameLeads', other: 'three', both: 100, either: 100 },
      { kind: 'sameTest', other: 'two' },
    ]);
    // Pricing touches the same leads, and is another kind of subject; all leads have visits, which tells nothing.
    expect(kindsOf(concerns, 'pricing')).toEqual([]);
    expect(kindsOf(concerns, 'all')).toEqual(['sameTest']);
    expect(afterRepair(ruleSet, 'sameTest')).toHaveLength(concerns.length - 4);
  });

  it('is a penalty for silence that never fades, and a limit that hides a debt', () => {
    const silence = {
      id: 'silent',
      name: 'silent',
      kind: 'inactivity',
      dimension: 'engagement',
      points: -10,
      afterDays: 3,
    };
    const ruleSet = ruleSetFrom({ total: { min: 0 }, rules: [silence, visit('visit')] });
    expect(concernsOf(ruleSet)).toMatchObject([
      { kind: 'penaltyStays', ruleId: 'silent' },
      { kind: 'hiddenDebt', ruleId: 'silent', place: 'total', min: 0 },
    ]);
    expect(afterRepair(ruleSet, 'penaltyStays')).toEqual(['hiddenDebt']);
    expect(afterRepair(ruleSet, 'hiddenDebt')).toEqual(['penaltyStays']);
  });

  it('is no debt where the penalties cannot reach the least value', () => {
    const rules = [attribute('spain', { attribute: 'country', op: 'is', value: 'Spain' }, { points: -30 })];
    const dimensions = (min: number) => [
      { id: 'fit', name: 'Profile', min },
      { id: 'engagement', name: 'Behaviour' },
    ];
    expect(concernsOf(ruleSetFrom({ rules, dimensions: dimensions(-30) }))).toEqual([]);
    expect(concernsOf(ruleSetFrom({ rules, dimensions: dimensions(-29) }))).toMatchObject([
      { kind: 'hiddenDebt', place: 'dimension', name: 'Profile', min: -29 },
    ]);
  });

  it('is silent about rules that are switched off, and has a sentence for each concern', () => {
    const rules = [
      attribute('cto', { attribute: 'job_title', op: 'contains', value: 'CTO' }),
      attribute('none', { attribute: 'country', op: 'is', value: 'Atlantis' }),
    ];
    const off = ruleSetFrom({ rules: rules.map((rule) => ({ ...rule, enabled: false })) });
    expect(concernsOf(off)).toEqual([]);
    const on = ruleSetFrom({ rules });
    expect(concernsOf(on).map((concern) => concernSentence(on, concern))).toEqual([
      expect.stringContaining('rules[0].if: the rule "cto" looks for "CTO" anywhere'),
      'rules[1].if: the rule "none" asks for "Atlantis" in the attribute "country", where it never occurs.',
      'rules[1]: the rule "none" gives no lead of this history anything.',
    ]);
  });
});
