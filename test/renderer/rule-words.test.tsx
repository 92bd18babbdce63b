import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { ActivityRule, Rule } from '../../core/rule-set/rule-set.ts';
import { conditionWords } from '../../renderer/features/rules/words/condition-words.tsx';
import { countsWords, fadesWords, pointsWords, ruleWords } from '../../renderer/features/rules/words/rule-words.tsx';
import { createMessages } from '../../renderer/i18n/messages.tsx';

const messages = createMessages('en-GB', 'UTC');
const plain = (html: string) => html.replaceAll(/<b[^>]*>/gu, '*').replaceAll('</b>', '*');
const said = (rule: Rule) => plain(renderToStaticMarkup(ruleWords(messages, rule)));
const common = { id: 'r', name: 'R', dimension: 'd', enabled: true, disqualifies: false } as const;
const visit: ActivityRule = {
  ...common,
  kind: 'activity',
  points: 8,
  on: { type: ['page_view'], if: { property: 'url', op: 'contains', value: '/pricing' } },
  every: 1,
  decay: { kind: 'none' },
};

describe('a rule in one sentence, its operative words strong', () => {
  it('tells the activity and what is asked of it', () => {
    expect(said(visit)).toBe('*page_view* where url contains */pricing*');
  });

  it('tells for which leads it counts', () => {
    expect(
      said({ ...visit, on: { type: ['webinar', 'fair'] }, if: { attribute: 'country', op: 'isNot', value: 'CH' } }),
    ).toBe('*webinar* or *fair*, if country is not *CH*');
  });

  it('tells the bands of a number', () => {
    const rule: Rule = {
      ...common,
      kind: 'bands',
      attribute: 'employees',
      bands: [
        { to: 50, points: 5 },
        { from: 50, to: 2500, points: 10 },
        { from: 2500, points: 15 },
      ],
    };
    expect(said(rule)).toBe('employees *under 50*, *50 to 2\u202f500* or *from 2\u202f500*');
    expect(pointsWords(messages, rule)).toBe('5 to 15');
  });

  it('tells a silence, and of which activities', () => {
    const rule: Rule = {
      ...common,
      kind: 'inactivity',
      points: -5,
      afterDays: 1,
      on: {},
      max: 1,
      decay: { kind: 'none' },
    };
    expect(said(rule)).toBe('nothing for *1 day*');
    expect(said({ ...rule, afterDays: 30, on: { type: ['visit'] } })).toBe('no *visit* for *30 days*');
  });

  it('tells what a counter counts', () => {
    expect(said({ ...common, kind: 'counter', attribute: 'visits', points: 2, max: 10 })).toBe('for each of *visits*');
  });
});

describe('a condition in words', () => {
  const words = (condition: Parameters<typeof conditionWords>[1]) =>
    plain(renderToStaticMarkup(conditionWords(messages, condition)));

  it('brackets a list within a list', () => {
    const country = (value: string) => ({ attribute: 'country', op: 'is', value }) as const;
    expect(
      words({
        all: [
          { attribute: 'title', op: 'hasWord', value: ['owner', 'CTO', 'head'] },
          { any: [country('DE'), country('IT')] },
        ],
      }),
    ).toBe('title has the word *owner*, *CTO* or *head* and (country is *DE* or country is *IT*)');
  });

  it('turns round, and says when it holds for everybody or nobody', () => {
    expect(words({ not: { attribute: 'title', op: 'exists' } })).toBe('not (title *is filled in*)');
    expect(words({ all: [] })).toBe('every lead');
    expect(words({ any: [] })).toBe('no lead');
  });

  it('tells both ends of a range', () => {
    expect(words({ attribute: 'n', op: 'between', value: [10, 20] })).toBe('n is *10* to *20*');
  });
});

describe('how often and how long', () => {
  it.each([
    [{ max: 1 }, 'once'],
    [{}, 'each time'],
    [{ max: 3 }, 'each, max 3×'],
    [{ every: 2, max: 3 }, 'every 2, max 3×'],
    [{ distinctBy: 'url', withinDays: 30, cooldownDays: 1 }, 'each time, once per url, within 30 d, 1 d apart'],
  ])('%o is told as "%s"', (repeat, words) => {
    expect(countsWords(messages, { ...visit, ...repeat })).toBe(words);
  });

  it('tells the kinds of fading', () => {
    expect(fadesWords(messages, { kind: 'half-life', days: 30 })).toBe('halves 30 d');
    expect(fadesWords(messages, { kind: 'steps', percent: 25, everyDays: 7, compound: true })).toBe(
      '−25\u202f% each 7 d',
    );
  });
});
