import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cost } from '../../../core/costs/cost.ts';
import { type CostFigures, costReport } from '../../../core/costs/cost-figures.ts';
import { namesMet } from '../../../core/costs/names-met.ts';
import { costsWithoutLeads } from '../../../core/costs/without-leads.ts';
import { deriveFacts } from '../../../core/replay/facts.ts';
import { DEFAULT_OPTIONS } from '../../../core/replay/replay-result.ts';
import { historyOf, type LeadRows } from '../../support/history-of.ts';

interface Asked {
  readonly timeZone?: string;
  readonly by?: string | null;
  readonly asOf?: string;
}

/** Every second lead reaches the level. */
function report(
  leads: readonly LeadRows[],
  costs: readonly Cost[],
  { timeZone = 'UTC', by = null, asOf = '2027-01-01' }: Asked = {},
) {
  const history = historyOf({ leads, timeZone });
  const facts = deriveFacts(history, { ...DEFAULT_OPTIONS, asOfMs: Date.parse(asOf) });
  const reachedAtMs = Float64Array.from(leads, (_, lead) => (lead % 2 === 0 ? facts.asOfMs : Number.NaN));
  return costReport({ history, by, facts, level: { reachedAtMs }, costs });
}
const lead = (source: string, created: string, won?: string): LeadRows => ({
  created,
  cells: { source },
  stages: won === undefined ? [] : [{ at: '2026-06-01', stage: 'won', amount: won }],
});

describe('what leads cost', () => {
  it('is figured by source and in all, over the months that have a cost', () => {
    const { sources, total } = report(
      [
        lead('Ads', '2026-01-10', '500.25'),
        lead('ADS', '2026-01-20'),
        lead('Ads', '2026-02-01'),
        lead('Fair', '2026-01-05'),
      ],
      [{ source: 'ads', month: '2026-01', amountCents: 20_001 }],
    );
    const ads = {
      costCents: 20_001,
      leads: 2,
      reached: 1,
      matured: 2,
      maturedCostCents: 20_001,
      sqls: 1,
      won: 1,
      wonCents: 50_025,
      costPerLeadCents: 10_001,
      costPerMqlCents: 20_001,
      costPerSqlCents: 20_001,
      returnOnSpend: 30_024 / 20_001,
    };
    expect(sources[0]).toEqual({
      source: 'ads',
      ...ads,
      leadsWithoutCost: 1,
      months: [
        { month: '2026-01', amountCents: 20_001, leads: 2 },
        { month: '2026-02', amountCents: null, leads: 1 },
      ],
    });
    expect(sources[1]).toMatchObject({ source: 'Fair', costCents: null, costPerLeadCents: null, leadsWithoutCost: 1 });
    expect(total).toEqual({ ...ads, leadsWithoutCost: 2 });
  });

  it('has no figure where nobody came, and a figure where nothing was paid', () => {
    const { sources } = report(
      [lead('free', '2026-01-10', '1'), lead('other', '2026-01-10')],
      [
        { source: 'free', month: '2026-01', amountCents: 0 },
        { source: 'nobody', month: '2026-01', amountCents: 500 },
      ],
    );
    expect(sources.map((one) => [one.source, one.costPerLeadCents, one.costPerSqlCents, one.returnOnSpend])).toEqual([
      ['free', 0, 0, null],
      ['nobody', null, null, -1],
      ['other', null, null, null],
    ]);
  });

  it('leaves leads without an outcome yet, and their share of the cost, out of the cost per SQL', () => {
    const early = { ...lead('Ads', '2026-01-10'), stages: [{ at: '2026-01-20', stage: 'sql' as const }] };
    const { total } = report(
      [early, lead('Ads', '2026-01-11'), lead('Ads', '2026-04-01', '9'), lead('Ads', '2026-04-02')],
      [
        { source: 'Ads', month: '2026-01', amountCents: 1_000 },
        { source: 'Ads', month: '2026-04', amountCents: 501 },
        { source: 'Ads', month: '2026-05', amountCents: 50 },
      ],
      { asOf: '2026-07-01' },
    );
    expect(total).toMatchObject({ costCents: 1_551, leads: 4, sqls: 1, costPerLeadCents: 388, won: 1 });
    // The one of April that was worked in June is open, the other was not worked within its 90 days and bears half.
    expect(total).toMatchObject({ matured: 3, maturedCostCents: 1_301, costPerSqlCents: 1_301 });
  });

  it('meets the leads by another attribute where it is told to, and loses no name', () => {
    const leads = [{ ...lead('Ads', '2026-01-10'), cells: { source: 'Ads', campaign: 'Spring 26' } }];
    const costs = ['SPRING 26', 'Ads', 'Autumn'].map((source) => ({ source, month: '2026-01', amountCents: 100 }));
    const byCampaign = report(leads, costs, { by: 'campaign' });
    expect([byCampaign.by, byCampaign.attributes]).toEqual(['campaign', ['source', 'campaign']]);
    expect(byCampaign.sources[0]).toMatchObject({ source: 'SPRING 26', leads: 1 });
    const nobodys = costsWithoutLeads(byCampaign);
    expect([nobodys.sources.map(({ source }) => source), nobodys.costCents]).toEqual([['Ads', 'Autumn'], 200]);
    expect(costsWithoutLeads(report(leads, costs)).sources.map(({ source }) => source)).toEqual([
      'Autumn',
      'SPRING 26',
    ]);
    expect(report(leads, costs, { by: 'gone' })).toMatchObject({ by: 'gone', total: { leads: 0, costCents: 300 } });
  });

  it('tells of names which attribute holds the most of them', () => {
    const leads = ['Spring 26', 'Autumn', ''].map((campaign) => ({
      ...lead('Ads', '2026-01-10'),
      cells: { source: 'Ads', campaign, agent: campaign },
    }));
    const history = historyOf({ leads, timeZone: 'UTC' });
    const names = ['SPRING 26', 'spring 26 ', 'Autumn', 'Winter', 'ads'];
    expect(namesMet(history, null, names)).toEqual({
      names: 4,
      by: 'source',
      met: 1,
      better: { attribute: 'campaign', met: 2 },
    });
    expect(namesMet(history, 'campaign', names)).toEqual({ names: 4, by: 'campaign', met: 2, better: null });
    expect(namesMet(history, 'gone', [])).toEqual({ names: 0, by: 'gone', met: 0, better: null });
  });

  it('counts a lead in the month of the workshop’s zone', () => {
    const { sources } = report([lead('a', '2026-01-31T23:30:00Z'), lead('a', '2026-01-31T22:30:00Z')], [], {
      timeZone: 'Europe/Berlin',
    });
    expect(sources[0]?.months).toEqual([
      { month: '2026-01', amountCents: null, leads: 1 },
      { month: '2026-02', amountCents: null, leads: 1 },
    ]);
  });

  it('of the sources adds up to what it is in all, and no lead is lost', () => {
    const name = fc.constantFrom('Ads', 'ads', 'Fair', '');
    const month = fc.constantFrom('2026-01', '2026-02', '2026-03');
    const leads = fc.array(
      fc.record({ source: name, month, won: fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: undefined }) }),
      { maxLength: 30 },
    );
    const costs = fc.array(fc.record({ source: name, month, amountCents: fc.integer({ min: -99, max: 99_999 }) }));
    fc.assert(
      fc.property(leads, costs, (rows, paid) => {
        const { sources, total } = report(
          rows.map((row) =>
            lead(row.source, `${row.month}-15`, row.won === undefined ? undefined : String(row.won / 100)),
          ),
          paid,
        );
        const sum = (of: (figures: CostFigures) => number) => sources.reduce((all, one) => all + of(one), 0);
        expect({
          costCents: sum(({ costCents }) => costCents ?? 0),
          leads: sum((one) => one.leads),
          reached: sum((one) => one.reached),
          matured: sum((one) => one.matured),
          maturedCostCents: sum(({ maturedCostCents }) => maturedCostCents ?? 0),
          sqls: sum((one) => one.sqls),
          won: sum((one) => one.won),
          wonCents: sum((one) => one.wonCents),
          leadsWithoutCost: sum((one) => one.leadsWithoutCost),
        }).toEqual({
          costCents: total.costCents ?? 0,
          leads: total.leads,
          reached: total.reached,
          matured: total.matured,
          maturedCostCents: total.maturedCostCents ?? 0,
          sqls: total.sqls,
          won: total.won,
          wonCents: total.wonCents,
          leadsWithoutCost: total.leadsWithoutCost,
        });
        expect(total.leads + total.leadsWithoutCost).toBe(rows.length);
        expect(total.costCents ?? 0).toBe(paid.reduce((all, one) => all + one.amountCents, 0));
      }),
    );
  });
});
