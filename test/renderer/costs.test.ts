import { describe, expect, it } from 'vitest';
import type { SourceCosts } from '../../api/costs.ts';
import { monthsOfYear, typedCents, writtenCents, yearsOf } from '../../renderer/features/history/costs/costs-model.ts';

const figures = {
  costCents: null,
  leads: 0,
  reached: 0,
  matured: 0,
  maturedCostCents: null,
  sqls: 0,
  won: 0,
  wonCents: 0,
  costPerLeadCents: null,
  costPerMqlCents: null,
  costPerSqlCents: null,
  returnOnSpend: null,
  leadsWithoutCost: 0,
};
const source = (name: string, months: SourceCosts['months']): SourceCosts => ({ source: name, ...figures, months });

describe('an amount that is typed in', () => {
  it.each([
    ['1200', 120_000],
    ['1200.', 120_000],
    ['1200.5', 120_050],
    ['1.200,50', 120_050],
    ['1,200.50 €', 120_050],
    ['−3', -300],
    ['0', 0],
    ['  ', null],
    ['1.200', undefined],
    ['0.005', undefined],
    ['much', undefined],
  ])('%j is %j cents', (text, cents) => {
    expect(typedCents(text)).toBe(cents);
  });

  it.each([0, 5, -5, 120_050, -100, 999_999_999_999])('%j cents are written so that they read back', (cents) => {
    expect(typedCents(writtenCents(cents))).toBe(cents);
  });
});

describe('a year of costs', () => {
  const sources = [
    source('Ads', [
      { month: '2025-12', amountCents: 5, leads: 1 },
      { month: '2026-03', amountCents: 100, leads: 2 },
      { month: '2026-04', amountCents: null, leads: 3 },
    ]),
    source('Fair', [{ month: '2026-03', amountCents: 20, leads: 0 }]),
  ];

  it('is one of those with a cost or leads, newest first', () => {
    expect(yearsOf({ sources })).toEqual(['2026', '2025']);
  });

  it('adds up what is known, and keeps apart what is not known from 0', () => {
    const months = monthsOfYear(sources, '2026');
    expect([months.length, months[2], months[3], months[4]]).toEqual([
      12,
      { month: '2026-03', amountCents: 120, leads: 2 },
      { month: '2026-04', amountCents: null, leads: 3 },
      { month: '2026-05', amountCents: null, leads: 0 },
    ]);
  });
});
