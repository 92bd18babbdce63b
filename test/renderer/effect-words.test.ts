import { describe, expect, it } from 'vitest';
import type { RuleConcern, RuleEffect } from '../../api/rule-effects.ts';
import type { Cell } from '../../core/measures/frame.ts';
import { rateDifference } from '../../core/statistics/newcombe.ts';
import { wilsonInterval } from '../../core/statistics/wilson.ts';
import { concernWords, repairWords } from '../../renderer/features/rules/effects/concern-words.ts';
import { effectWords, leadsWords, verdictWords } from '../../renderer/features/rules/effects/effect-words.ts';
import { createMessages } from '../../renderer/i18n/messages.tsx';
import { ruleSetFrom } from '../support/rule-set-from.ts';

const messages = createMessages('en-GB', 'UTC');

const cell = (converted: number, observed: number, leads = observed): Cell => ({
  leads,
  observed,
  converted,
  immature: 0,
  unobserved: leads - observed,
  rate: observed === 0 ? null : converted / observed,
  interval: wilsonInterval(converted, observed),
});
const effect = (touched: Cell, untouched: Cell): RuleEffect => ({
  ruleId: 'r',
  touched,
  untouched,
  difference: rateDifference(touched, untouched),
  awards: touched.leads,
  points: 0,
});

describe('what a rule does, in words', () => {
  it('tells both rates with their intervals and numbers', () => {
    expect(effectWords(messages, effect(cell(40, 100, 130), cell(90, 900)))).toBe(
      '40\u202f% (31–50) of 100 known became SQLs, of the others 10\u202f% (8–12) of 900.',
    );
    expect(leadsWords(messages, 1)).toBe('1 lead touched');
    expect(leadsWords(messages, 1300)).toBe('1\u202f300 leads touched');
  });

  it('says so where nothing is touched or known', () => {
    expect(effectWords(messages, effect(cell(0, 0), cell(1, 2)))).toBe('No lead touched.');
    expect(effectWords(messages, effect(cell(0, 0, 7), cell(1, 2)))).toBe(
      '7 leads touched; of none is the outcome known.',
    );
  });

  it.each([
    [cell(40, 100), cell(90, 900), 5, 'convert better'],
    [cell(90, 900), cell(40, 100), 5, 'gives points, yet'],
    [cell(90, 900), cell(40, 100), -5, 'convert worse'],
    [cell(10, 100), cell(90, 900), 5, 'cannot tell'],
    [cell(0, 0, 3), cell(90, 900), 5, 'nothing can be said'],
    [cell(90, 900), cell(0, 0), 5, 'touches every lead'],
  ])('judges by the interval of the difference only (%#)', (touched, untouched, points, words) => {
    expect(verdictWords(messages, effect(touched, untouched), points)).toContain(words);
  });
});

describe('what is to be looked at, in words', () => {
  const said = { ruleId: 'quiet', path: 'rules[0]' };
  const ruleSet = ruleSetFrom({
    rules: [
      { id: 'quiet', name: 'Quiet', kind: 'inactivity', dimension: 'engagement', points: -5, afterDays: 14 },
      { id: 'other', name: 'Other', kind: 'counter', dimension: 'fit', attribute: 'n', points: 1 },
    ],
  });
  const test = { ...said, of: 'attribute', name: 'title' } as const;
  it.each<[RuleConcern, string, string]>([
    [{ ...said, kind: 'nobodyTouched' }, 'No lead of this history gets anything', 'Switch this rule off'],
    [{ ...said, kind: 'fewKnown', known: 0 }, 'Of none of the leads', 'Switch this rule off'],
    [{ ...said, kind: 'fewKnown', known: 1 }, 'Of only 1 lead that', 'Switch this rule off'],
    [{ ...said, kind: 'fewKnown', known: 19 }, 'Of only 19 leads that', 'Switch this rule off'],
    [{ ...said, kind: 'unknownName', of: 'type', name: 'call' }, 'no activity “call”', 'Switch this rule off'],
    [
      { ...test, kind: 'neverOccurs', value: 'Czar', hasOthers: true },
      '“Czar” never occurs in title',
      'Leave “Czar” out',
    ],
    [{ ...test, kind: 'neverOccurs', value: null, hasOthers: false }, 'No value of title passes', 'Leave “” out'],
    [
      { ...test, kind: 'shortContains', values: ['CTO', 'IT'] },
      '“CTO”, “IT” is found in the midst',
      'Whole words only',
    ],
    [{ ...said, kind: 'leaking', attribute: 'owner' }, 'owner may have been filled in', 'Switch this rule off'],
    [{ ...said, kind: 'todaysValue', attribute: 'n', types: [] }, 'n is the number on the day', 'Switch this rule off'],
    [{ ...said, kind: 'sameTest', other: 'other' }, '“Other” asks for the same', 'Switch this rule off'],
    [
      { ...said, kind: 'sameLeads', other: 'other', both: 99, either: 1000 },
      '99 of 1\u202f000',
      'Switch this rule off',
    ],
    [{ ...said, kind: 'penaltyStays' }, 'never comes back', 'Let it halve every 14 days'],
    [
      { ...said, kind: 'hiddenDebt', place: 'total', id: 'total', name: '', min: 0 },
      'The total is held at 0 or more',
      'Take the limit of 0 away',
    ],
    [
      { ...said, kind: 'hiddenDebt', place: 'group', id: 'web', name: 'Website', min: -10 },
      'Website is held at −10 or more',
      'Take the limit of −10 away',
    ],
  ])('%o', (concern, words, repair) => {
    expect(concernWords(messages, ruleSet, concern)).toContain(words);
    expect(repairWords(messages, ruleSet, concern)).toBe(repair);
  });
});
