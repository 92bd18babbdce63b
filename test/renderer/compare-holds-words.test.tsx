/** What is said of where a difference holds, and of a p. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { HoldsPart, RowFigures } from '../../api/compare-where.ts';
import type { CompareFocus } from '../../renderer/features/compare/compare-focus.ts';
import { chanceShare } from '../../renderer/features/compare/pair/chance-share.ts';
import { VerdictWords } from '../../renderer/features/compare/where/holds-words.tsx';
import { createMessages } from '../../renderer/i18n/messages.tsx';

const messages = createMessages('en-GB', 'UTC');
const focus: CompareFocus = {
  level: 'mql',
  levelName: 'MQL',
  options: { horizon: 'outcome' },
  a: { side: { kind: 'baseline' }, name: 'v3', whose: 'baseline', mark: 'disc' },
  b: { side: { kind: 'scenario', id: 1 }, name: 'Draft', whose: 'both', mark: 'disc' },
};
const side = { leads: 80, observed: 80, converted: 20, immature: 0, unobserved: 0, rate: 0.25, interval: null };
const allOf = (interval: readonly [number, number]): RowFigures => ({
  a: { ...side, bounds: null },
  b: { ...side, bounds: null },
  difference: { difference: 0.02, standardError: 0.01, interval, isSameLeads: false, bounds: null },
});
const partAt = (p: number): HoldsPart => ({
  by: { kind: 'month' },
  rows: [],
  verdict: {
    kind: 'held',
    leader: 'b',
    told: 11,
    ahead: 8,
    behind: 3,
    unknown: 0,
    behindByChance: 2.4,
    homogeneity: { pooled: 0.02, q: 9, degreesOfFreedom: 10, p },
    heaviest: null,
  },
});
const said = (part: HoldsPart, all: RowFigures): string =>
  renderToStaticMarkup(<VerdictWords part={part} all={all} focus={focus} />)
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll('\u202f', ' ');

describe('where a difference holds', () => {
  it('given an interval over all leads that leaves out 0 then the leader is told with its rows', () =>
    expect(said(partAt(0.4), allOf([0.01, 0.03]))).toMatch(/^Draft is ahead in 8 of 11 months\./u));

  it('given an interval around 0 then being ahead in most rows is said to decide nothing', () =>
    expect(said(partAt(0.4), allOf([-0.01, 0.05]))).toMatch(
      /^Undecided over all leads: Draft is ahead in 8 of 11 months\./u,
    ));

  it('tells a p as what it is: how often chance alone makes months differ as much', () => {
    expect(said(partAt(0.4), allOf([0.01, 0.03]))).toContain(
      'chance would put it behind in about 2.4, and make them differ as much in 40 % of cases.',
    );
    expect(said(partAt(0.004), allOf([0.01, 0.03]))).toContain('differ as much in less than 1 % of cases only.');
  });
});

describe('a p in words', () => {
  it.each([
    [1, '100 %'],
    [0.0371, '4 %'],
    [0.01, '1 %'],
    [0.0049, 'less than 1 %'],
    [1e-9, 'less than 1 %'],
  ])('of %d is "%s"', (p, words) => expect(chanceShare(p, messages).replaceAll('\u202f', ' ')).toBe(words));
});
