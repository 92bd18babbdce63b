/** Suggested points on screen: the question that the page makes, and the answer in words. */
import { describe, expect, it } from 'vitest';
import type { Method } from '../../api/contract.ts';
import type { Reply } from '../../api/reply.ts';
import type { SuggestionAnswer } from '../../api/suggest.ts';
import { DEFAULT_OPTIONS } from '../../core/replay/replay-result.ts';
import { blankRuleSet } from '../../core/rule-set/blank-rule-set.ts';
import { parseRuleSet } from '../../core/rule-set/parse-rule-set.ts';
import type { Rule, RuleSet } from '../../core/rule-set/rule-set.ts';
import type { PeriodFigures, Suggestion, SuggestionFault } from '../../core/suggest/suggestion.ts';
import type { Client } from '../../renderer/client/client.ts';
import { createSuggestStore } from '../../renderer/features/rules/suggest/suggest-store.ts';
import {
  faultWords,
  learnedName,
  leftOutWords,
  orderWords,
  periodWords,
  rateWords,
  recallWords,
  takenCard,
} from '../../renderer/features/rules/suggest/suggestion-words.ts';
import {
  FIRST_WANTED,
  faultyFields,
  firstSplit,
  gapDays,
  questionOf,
  type Wanted,
} from '../../renderer/features/rules/suggest/wanted.ts';
import { createMessages } from '../../renderer/i18n/messages.tsx';
import { createJobStore } from '../../renderer/stores/job-store.ts';

const messages = createMessages('en-GB', 'UTC');
const plain = (words: string) => words.replaceAll(/\s/gu, ' ');
const rule = (id: string, more: Partial<Extract<Rule, { kind: 'attribute' }>> = {}): Rule => ({
  id,
  name: id,
  kind: 'attribute',
  dimension: 'fit',
  enabled: true,
  disqualifies: false,
  points: 10,
  if: { attribute: 'country', op: 'is', value: ['Italy', 'Austria'] },
  ...more,
});
const quotes: Rule = {
  id: 'suggested-1',
  name: 'as the core has it',
  kind: 'activity',
  dimension: 'behaviour',
  enabled: true,
  disqualifies: false,
  points: 25,
  on: { type: ['quote_request'] },
  every: 2,
  max: 1,
  decay: { kind: 'none' },
};
const onTable = [rule('one'), rule('two')];
const wanted = (change: Partial<Wanted>): Wanted => ({ ...FIRST_WANTED, ...change });
const figures: PeriodFigures = {
  n: 949,
  converted: 128,
  base: 0.135,
  auc: 0.78,
  aucInterval: [0.73, 0.82],
  threshold: 20,
  reached: 220,
  rate: 0.4,
  rateInterval: [0.33, 0.46],
  recall: 0.68,
};
const card: Suggestion['cards'][number] = {
  ruleSet: {
    ...blankRuleSet(),
    dimensions: [
      { id: 'fit', name: 'x' },
      { id: 'behaviour', name: 'y' },
    ],
    rules: [rule('one'), quotes],
    levels: [{ id: 'mql', name: 'MQL', total: 20, dimensions: {} }],
  },
  criterion: 60,
  chosenOn: { ...figures, n: 1348, converted: 168 },
  judgedOn: figures,
  atPresentVolume: null,
};
const DAY_MS = 86_400_000;
const time: Suggestion['periods'] = {
  kind: 'time',
  chooseBeforeMs: Date.UTC(2025, 0, 1),
  judgeAfterMs: Date.UTC(2025, 3, 1),
};
const suggestion = (periods: Suggestion['periods']): Suggestion => ({
  periods,
  cards: [card],
  present: null,
  leftOut: [],
  features: 40,
});

describe('the question', () => {
  it('names the rules that stay as far as they are on the table, and what may not be read', () => {
    const asked = wanted({
      fixed: ['two', 'gone'],
      wayByAttribute: { country: 'positive', email: 'never' },
      wayByActivity: { call: 'negative' },
    });
    expect(questionOf(asked, onTable)).toEqual({
      constraints: {
        rules: 8,
        maxPoints: 50,
        multipleOf: 5,
        fixed: ['two'],
        forbidden: ['email'],
        signByAttribute: { country: 'positive' },
        signByActivity: { call: 'negative' },
      },
    });
  });

  it('has the split only when it is set by hand', () => {
    const split = { chooseBeforeMs: 1, judgeAfterMs: 2 };
    expect(questionOf(wanted({ split }), [])).toMatchObject(split);
  });

  it.each<readonly [string, Partial<Wanted>]>([
    ['rules', { rules: 0 }],
    ['rules', { rules: 31 }],
    ['rules', { rules: 2.5 }],
    ['rules', { rules: 2, fixed: ['one', 'two'] }],
    ['maxPoints', { maxPoints: 4 }],
    ['maxPoints', { maxPoints: 501 }],
    ['split', { split: { chooseBeforeMs: 2, judgeAfterMs: 1 } }],
  ])('cannot be asked with faulty %s %j', (field, change) => {
    expect([...faultyFields(wanted(change), onTable)]).toEqual([field]);
  });

  it('cannot be asked in multiples of nothing, or finer than points are', () => {
    expect(faultyFields(wanted({ multipleOf: 0 }), []).has('multipleOf')).toBe(true);
    expect(faultyFields(wanted({ multipleOf: 0.005, maxPoints: 0.1 }), []).has('multipleOf')).toBe(true);
    expect([...faultyFields(FIRST_WANTED, onTable)]).toEqual([]);
  });

  it('begins by hand with the last quarter and a gap of 90 days', () => {
    const split = firstSplit(0, 1000 * DAY_MS);
    expect(split).toEqual({ chooseBeforeMs: 660 * DAY_MS, judgeAfterMs: 750 * DAY_MS });
    expect(gapDays(split)).toBe(90);
  });
});

describe('the answer in words', () => {
  it('says on which leads cards were chosen and judged, and what the gap is for', () => {
    expect(periodWords(messages, suggestion(time)).map(plain)).toEqual([
      'Chosen on 1 348 leads created before 1 Jan 2025 (168 converted), judged on 949 created from 1 Apr 2025 (128 converted).',
      'The 90 days between teach nothing and judge nothing: their outcomes were not known yet when judging begins.',
    ]);
    expect(plain(periodWords(messages, suggestion({ kind: 'drawn' })).join(' '))).toContain('has no dates');
    expect(plain(periodWords(messages, suggestion({ kind: 'all' })).join(' '))).toContain('the same 1 348 leads');
  });

  it('tells figures with their interval and n, and a dash for none', () => {
    expect(plain(orderWords(messages, figures))).toBe('78 % (73–82)');
    expect(plain(rateWords(messages, figures))).toBe('40 % (33–46), n 220');
    expect(plain(recallWords(messages, figures))).toBe('68 % of 128');
    expect(plain(rateWords(messages, { ...figures, rate: null, rateInterval: null, reached: 0 }))).toBe('–, n 0');
  });

  it('says what is missing in a history that is too small', () => {
    const fault: SuggestionFault = { kind: 'tooSmall', converted: 12, notConverted: 39, needed: 40 };
    const [what, missing] = faultWords(messages, fault);
    expect(what).toContain('12 converted and 39 did not, and points need 40 of each');
    expect(missing).toBe('Missing: 28 leads that converted and 1 lead that did not convert.');
    expect(faultWords(messages, { ...fault, notConverted: 40 })[1]).toBe('Missing: 28 leads that converted.');
  });

  it('names what no card reads by its reason', () => {
    expect(
      leftOutWords(messages, [
        { attribute: 'owner', why: 'leaking' },
        { attribute: 'tags', why: 'leaking' },
        { activity: 'call', why: 'late' },
      ]),
    ).toEqual([
      'Tells the outcome, since it is filled in afterwards: owner, tags',
      'Comes mostly after the hand-over: call',
    ]);
  });
});

describe('a card that is taken', () => {
  const taken = takenCard(messages, card, time, 2, ['one']);

  it('says that it is a proposal, until when it was chosen and from when it was judged', () => {
    expect(taken.name).toBe('Suggested card 2');
    expect(taken.description).toContain('created before 1 Jan 2025, judged on leads created from 1 Apr 2025');
    expect(parseRuleSet(taken)).toEqual({ ok: true, value: taken });
  });

  it('names learned rules by what they ask for, and leaves those that stay', () => {
    expect(taken.rules.map(({ name }) => name)).toEqual(['one', 'quote_request, at least 2 times']);
    expect(learnedName(messages, rule('two'))).toBe('country is Italy or Austria');
    const long = rule('long', { if: { attribute: 'a'.repeat(200), op: 'exists' } });
    expect(Array.from(learnedName(messages, long))).toHaveLength(100);
  });
});

describe('asking', () => {
  const present: RuleSet = { ...blankRuleSet(), rules: onTable };
  const answer: SuggestionAnswer = { kind: 'suggested', suggestion: suggestion(time) };
  const storeThat = (reply: Promise<Reply<SuggestionAnswer>>) => {
    const asked: unknown[] = [];
    const call = (_method: Method, input: Readonly<Record<string, unknown>>): Promise<unknown> => {
      asked.push(input);
      return reply;
    };
    const client = call as Client;
    const jobs = createJobStore({ client, newId: () => 'job' });
    return { store: createSuggestStore({ client, jobs }), jobs, asked };
  };

  it('is one job at a time, and keeps the rules that it was asked beside', async () => {
    const { store, jobs, asked } = storeThat(Promise.resolve({ ok: true, value: answer }));
    const running = store.getState().run(present, DEFAULT_OPTIONS);
    expect(store.getState().isRunning).toBe(true);
    expect(jobs.getState().job?.id).toBe('job');
    await store.getState().run(present, DEFAULT_OPTIONS);
    await running;
    expect(asked).toHaveLength(1);
    expect(store.getState()).toMatchObject({
      answered: { answer, present, options: DEFAULT_OPTIONS },
      isRunning: false,
      failure: null,
    });
  });

  it('leaves what was there when it is cancelled, and tells of a failure', async () => {
    const cancelled = storeThat(Promise.resolve({ ok: false, error: { kind: 'cancelled', detail: '' } }));
    await cancelled.store.getState().run(present, DEFAULT_OPTIONS);
    expect(cancelled.store.getState()).toMatchObject({ answered: null, failure: null, isRunning: false });
    const failed = storeThat(Promise.resolve({ ok: false, error: { kind: 'unexpected', detail: 'x' } }));
    await failed.store.getState().run(present, DEFAULT_OPTIONS);
    expect(failed.store.getState().failure).toEqual({ kind: 'unexpected', detail: 'x' });
  });

  it('drops an answer about a history that has changed meanwhile', async () => {
    const { store } = storeThat(Promise.resolve({ ok: true, value: answer }));
    const running = store.getState().run(present, DEFAULT_OPTIONS);
    store.getState().outdate();
    await running;
    expect(store.getState()).toMatchObject({ answered: null, isRunning: false });
  });
});
