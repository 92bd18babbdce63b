import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headlineFigures } from '../../../../core/comparison/course/headline-figures.ts';
import { cohortCosts, levelCosts } from '../../../../core/comparison/course/level-costs.ts';
import type { Cost } from '../../../../core/costs/cost.ts';
import { costReport } from '../../../../core/costs/cost-figures.ts';
import { cohortCalendar } from '../../../../core/measures/by-time.ts';
import { deriveFacts } from '../../../../core/replay/facts.ts';
import { DEFAULT_OPTIONS, type ReplayOptions } from '../../../../core/replay/replay-result.ts';
import { historyOf, type LeadRows } from '../../../support/history-of.ts';

const AS_OF_MS = Date.parse('2027-01-01');
const lead = (created: string, won?: string, source = 'Ads'): LeadRows => ({
  created,
  cells: { source },
  stages: won === undefined ? [] : [{ at: '2026-06-01', stage: 'won', amount: won }],
});
const cost = (month: string, amountCents: number): Cost => ({ source: 'ads', month, amountCents });

/** Every second lead reaches the level, the first of them. */
function scene(leads: readonly LeadRows[], options: Partial<ReplayOptions> = {}) {
  const history = historyOf({ leads });
  const facts = deriveFacts(history, { ...DEFAULT_OPTIONS, asOfMs: AS_OF_MS, ...options });
  const reachedAtMs = Float64Array.from(leads, (_, index) => (index % 2 === 0 ? AS_OF_MS : Number.NaN));
  return { history, facts, reached: { reachedAtMs, peak: reachedAtMs } };
}

function figures(leads: readonly LeadRows[], promisedHours: number | null = 24) {
  const { history, facts, reached } = scene(leads);
  const calendar = cohortCalendar(history, facts);
  const scope = { history, facts, calendar, capacityPerWeek: null, workingClock: null, costs: null };
  return headlineFigures(scope, reached, promisedHours);
}

describe('the headline of a level', () => {
  it('has the average of the deals that name an amount, and how many do', () => {
    const { deal, readyShare } = figures([
      lead('2026-05-01', '100'),
      lead('2026-05-01', '9000'),
      lead('2026-05-01', '300'),
      lead('2026-05-01'),
      lead('2026-05-01', ''),
    ]);
    expect(deal).toEqual({ won: 3, withAmount: 2, average: 200 });
    expect(readyShare).toMatchObject({ reached: 3, leads: 5, rate: 0.6 });
  });

  it('has no promise where the level makes none, and none in a history without dates', () => {
    const dated = [lead('2026-05-01'), lead('2026-05-02')];
    expect(figures(dated).followUp).not.toBeNull();
    expect(figures(dated, null).followUp).toBeNull();
    expect(figures([lead('2026-06-01', '5')]).followUp).toBeNull();
  });

  it('tells no days against the real hand-over in a history without dates', () => {
    expect(figures([lead('2026-05-01', '5')]).lag).toMatchObject({ leads: 1 });
    expect(figures([lead('2026-06-01', '5')]).lag).toBeNull();
  });
});

describe('what the leads of a scenario cost', () => {
  it('is the whole cost, by the leads, SQLs and deals that the scenario hands over', () => {
    const { history, facts, reached } = scene([
      lead('2026-05-01', '300'),
      lead('2026-05-01', '5000'),
      lead('2026-05-01', '400'),
      lead('2026-05-01'),
    ]);
    const costs = cohortCosts(history, facts, { by: null, costs: [cost('2026-05', 10_000)] });
    expect(costs === null ? null : levelCosts(facts, reached, costs)).toMatchObject({
      costCents: 10_000,
      reached: 2,
      sqls: 2,
      wonCents: 70_000,
      costPerMqlCents: 5_000,
      costPerSqlCents: 5_000,
      returnOnSpend: 6,
    });
  });

  it('is what the costs screen says where every lead reaches the level', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ month: fc.integer({ min: 1, max: 9 }), won: fc.option(fc.nat(900)) }), { maxLength: 20 }),
        fc.array(fc.record({ month: fc.integer({ min: 1, max: 9 }), cents: fc.nat(9_999) }), {
          minLength: 1,
          maxLength: 5,
        }),
        (leads, paid) => {
          const rows = leads.map(({ month, won }) => lead(`2026-0${month}-01`, won === null ? undefined : String(won)));
          const costs = paid.map(({ month, cents }) => cost(`2026-0${month}`, cents));
          const { history, facts } = scene(rows);
          const all = { reachedAtMs: new Float64Array(rows.length), peak: new Float64Array(rows.length) };
          const { total } = costReport({ history, by: null, facts, level: all, costs });
          const known = cohortCosts(history, facts, { by: null, costs });
          expect(total).toMatchObject(known === null ? {} : levelCosts(facts, all, known));
          expect(known).not.toBeNull();
        },
      ),
    );
  });

  it('is not known where nothing was paid for', () => {
    const { history, facts } = scene([lead('2026-05-01')]);
    expect(cohortCosts(history, facts, { by: null, costs: [] })).toBeNull();
  });

  it('is of a part of the leads as much as they bear, each of a source and month the same', () => {
    const rows = [lead('2026-05-01'), lead('2026-05-20'), lead('2026-05-21'), lead('2026-06-01')];
    const paid = { by: null, costs: [cost('2026-05', 900), cost('2026-06', 50), cost('2026-07', 70)] };
    const whole = scene(rows);
    expect(cohortCosts(whole.history, whole.facts, paid)).toMatchObject({ costCents: 1_020, leadsWithoutCost: 0 });
    const part = scene(rows, { fromMs: Date.parse('2026-05-10'), toMs: Date.parse('2026-06-01') });
    expect(cohortCosts(part.history, part.facts, paid)).toMatchObject({ costCents: 600, maturedCostCents: 600 });
  });
});
