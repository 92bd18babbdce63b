import { describe, expect, it } from 'vitest';
import { agreementDifferences } from '../../core/agreement/agreement-differences.ts';
import { draftRuleSet, starterRuleSet } from '../../core/demo/demo-rule-set.ts';
import type { JudgedPromise, PromiseFigure } from '../../core/promises/judged-promise.ts';
import { shareOf, type UnknownReason, type Verdict } from '../../core/promises/promise-verdict.ts';
import { definitionText } from '../../renderer/agreement-words/definition-text.ts';
import { differenceText } from '../../renderer/agreement-words/difference-text.ts';
import { figureText, verdictText } from '../../renderer/agreement-words/judged-text.ts';
import { withWords } from '../../renderer/agreement-words/with-words.ts';
import { createMessages } from '../../renderer/i18n/messages.tsx';
import { agreementFrom, fullAgreement } from '../core/agreement/agreement-from.ts';

const messages = createMessages('en-GB', 'UTC');
const plain = (text: string): string => text.replaceAll('\u202f', ' ');
const changes = (before = fullAgreement(), after = before): readonly string[] =>
  agreementDifferences(before, after).map((difference) => plain(differenceText(messages, difference)));

describe('the definition in words', () => {
  it('says what the rules say, values marked', () => {
    expect(definitionText(messages, draftRuleSet(), 'mql')).toBe(
      'A lead is **MQL** when Profile and Behaviour together reach **52 points**, with at least **10 for Profile** and **15 for Behaviour**. ' +
        'Profile counts to **60 points**. Behaviour counts to **80 points** and **halves every 60 days**. ' +
        'From **80 points** it is **Hot**. Below the line it stays with marketing.',
    );
  });

  it('fills a draft that has none, and leaves what people wrote', () => {
    const draft = withWords(messages, agreementFrom({ definition: '', disputes: 'We talk.' }));
    expect(draft.definition).toContain('**50 points**');
    expect(draft.disputes).toBe('We talk.');
    expect(draft.sales.returned).not.toBe('');
  });
});

describe('a change in words', () => {
  it('is of thresholds and points: from what to what', () => {
    const [before, after] = [starterRuleSet(), draftRuleSet()].map((ruleSet) => agreementFrom({ ruleSet }));
    const said = changes(before, after);
    expect(said).toContain('MQL from 50 to 52');
    expect(said).toContain('MQL, least Behaviour from none to 15');
    expect(said).toContain('Most points of Behaviour from 100 to 80');
    expect(said.some((line) => /^“.+” from 20 to 40$/u.test(line))).toBe(true);
    expect(said.some((line) => line.endsWith(': halves every 60 days (before: never fades)'))).toBe(true);
  });

  it('is of promises: made, given up, or other than before', () => {
    const full = fullAgreement();
    const [mql, hot] = full.sales.followUp;
    if (mql === undefined || hot === undefined) throw new Error('the full agreement has both');
    expect(
      changes(full, { ...full, sales: { ...full.sales, followUp: [{ ...mql, withinHours: 8 }], capacity: null } }),
    ).toEqual([
      'MQL: first contact within 8 working hours, 90 % of them; it was: MQL: first contact within 24 working hours, 90 % of them',
      'No longer promised: Hot: first contact within 4 working hours, 90 % of them',
      'No longer promised: Follow up 40 a week, in 9 of 10 weeks',
    ]);
    expect(changes(agreementFrom(), { ...agreementFrom(), marketing: full.marketing })).toEqual([
      'New promise: Hand over 28 to 44 leads a week, in 3 of 4 weeks',
      'New promise: At least 28 % become SQLs within 56 days',
      'New promise: company, role and phone on 95 % of them',
      'New promise: Never: Students',
    ]);
  });

  it('is of dates, and of what cannot be told in figures', () => {
    const full = fullAgreement();
    expect(changes(full, { ...full, validTo: null, disputes: '' })).toEqual([
      'How disputes go is worded otherwise',
      'Valid to from 30 Jun 2027 to none',
    ]);
  });
});

describe('what the history says in words', () => {
  const judged = (
    figure: PromiseFigure,
    verdict: Verdict,
    spans: readonly [number, number] = [38, 48],
  ): JudgedPromise => ({
    whose: 'sales',
    level: 'mql',
    figure,
    unit: 'week',
    spans: [],
    spansHeld: spans[0],
    spansJudged: spans[1],
    verdict,
  });
  const volume: PromiseFigure = { kind: 'volume', weeks: 48, mean: 35, p10: 26, p90: 44 };
  const followUp: PromiseFigure = {
    kind: 'followUp',
    share: shareOf(61, 100),
    late: 30,
    neverTaken: 9,
    pending: 2,
    takenBefore: 0,
    unknownStart: 0,
    medianHours: { time: 31, low: 24, high: null },
  };
  const both = (one: JudgedPromise): readonly string[] =>
    [figureText(messages, one), verdictText(messages, one)].map(plain);

  it('never has a rate without its interval and its n', () => {
    expect(both(judged(volume, { kind: 'held', isSure: true }))).toEqual([
      '35 a week (26 to 44 in four weeks of five), 48 weeks',
      '38 of 48 weeks',
    ]);
    expect(both(judged(followUp, { kind: 'broken', by: 29, unit: 'points' }))).toEqual([
      'in time 61 % (51–70), n 100; half within 31 working hours',
      '29 points short',
    ]);
  });

  it('says when half were never followed up, and what keeps it from a verdict', () => {
    const open = { ...followUp, medianHours: { time: null, low: null, high: null } };
    expect(both(judged(open, { kind: 'unknown', reason: 'few' }))).toEqual([
      'in time 61 % (51–70), n 100; fewer than half followed up',
      'too few to judge by',
    ]);
    expect(
      figureText(messages, judged({ ...followUp, share: shareOf(0, 0) }, { kind: 'unknown', reason: 'nobody' })),
    ).toBe('nothing to go by');
    const reasons: readonly UnknownReason[] = [
      'nobody',
      'few',
      'noDates',
      'noTimes',
      'noHandOver',
      'noActivities',
      'noReasons',
    ];
    for (const reason of reasons)
      expect(verdictText(messages, judged(volume, { kind: 'unknown', reason }))).not.toContain('{');
  });

  it('gives no figure where what it would be told by was never recorded', () => {
    for (const reason of ['noDates', 'noTimes', 'noHandOver', 'noActivities', 'noReasons'] as const)
      expect(figureText(messages, judged(followUp, { kind: 'unknown', reason }))).toBe('nothing to go by');
  });

  it('counts a lead once that two promises spoke of', () => {
    const against = [
      { name: 'Students', leads: 2 },
      { name: 'Rivals', leads: 2 },
    ];
    const never: PromiseFigure = { kind: 'never', handedOver: 3, leads: 3, against };
    expect(figureText(messages, judged(never, { kind: 'broken', by: 3, unit: 'leads' }))).toBe('3 of 3 handed over');
  });

  it('says one week and one lead as one', () => {
    expect(verdictText(messages, judged(volume, { kind: 'short', by: 1, unit: 'weeks' }))).toBe('1 week short');
    expect(verdictText(messages, judged(volume, { kind: 'broken', by: 1, unit: 'leads' }))).toBe('1 lead too many');
    expect(verdictText(messages, { ...judged(volume, { kind: 'held', isSure: false }, [1, 1]), unit: 'month' })).toBe(
      '1 of 1 month',
    );
  });
});
