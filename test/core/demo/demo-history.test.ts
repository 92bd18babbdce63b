import { describe, expect, it } from 'vitest';
import { itemAt, numberAt } from '../../../core/at.ts';
import { demoHistory } from '../../../core/demo/demo-history.ts';
import { demoLeads } from '../../../core/demo/demo-leads.ts';
import type { DemoTruth } from '../../../core/demo/demo-truth.ts';
import { deriveFacts } from '../../../core/replay/facts.ts';
import { OUTCOMES } from '../../../core/replay/replay-result.ts';

const LEADS = 6_000;

function demo(leads: number, seed: number) {
  const made = demoHistory({ leads, seed });
  if (made === null) throw new Error('nobody asked to stop');
  return made;
}

const rowsOf = (leads: number, seed: number): string => JSON.stringify([...demoLeads({ leads, seed })]);

describe('the demo history', () => {
  const startedMs = performance.now();
  const { history, truth } = demo(LEADS, 7);
  console.info(
    `${LEADS} leads, ${history.activities.count} activities: ${Math.round(performance.now() - startedMs)} ms`,
  );
  const facts = deriveFacts(history, { horizon: 'outcome' });
  const leadsWith = (outcome: (typeof OUTCOMES)[number]): number[] =>
    Array.from({ length: LEADS }, (_, lead) => lead).filter(
      (lead) => OUTCOMES[numberAt(facts.outcome, lead)] === outcome,
    );
  const share = (outcome: (typeof OUTCOMES)[number]) => leadsWith(outcome).length / LEADS;

  it('given one seed then every row is the same', () => expect(rowsOf(300, 7)).toBe(rowsOf(300, 7)));

  it('given another seed then the rows are others', () => expect(rowsOf(300, 8)).not.toBe(rowsOf(300, 7)));

  it('given its truth then the counts are those of the history', () => {
    const { counts } = truth;
    expect([history.leads.count, history.activities.count, history.stages.count]).toEqual([
      counts.leads,
      counts.activities,
      counts.stages,
    ]);
    expect(leadsWith('customer').length).toBe(counts.customers);
    const worked = [...facts.workedAtMs].filter((atMs) => !Number.isNaN(atMs)).length;
    expect(LEADS - worked).toBe(counts.unworked);
    expect([...facts.won].reduce((sum, won) => sum + won, 0)).toBe(counts.won);
  });

  it('given its activities then about ten fall to a lead, few of them at one instant, and one lead has very many', () => {
    const { offsets, count } = history.activities;
    const most = Math.max(
      ...Array.from({ length: LEADS }, (_, lead) => numberAt(offsets, lead + 1) - numberAt(offsets, lead)),
    );
    expect(count / LEADS).toBeGreaterThan(8);
    expect(count / LEADS).toBeLessThan(12);
    expect(truth.counts.ties / count).toBeGreaterThan(0.02);
    expect(truth.counts.ties / count).toBeLessThan(0.04);
    expect(most).toBeGreaterThan(80);
  });

  it('given its outcomes then there are some of every kind, as many as a B2B history has', () => {
    expect(share('converted')).toBeGreaterThan(0.06);
    expect(share('converted')).toBeLessThan(0.12);
    expect(share('unobserved')).toBeGreaterThan(0.08);
    expect(share('unobserved')).toBeLessThan(0.2);
    expect(share('immature')).toBeGreaterThan(0.1);
    expect(share('customer')).toBeGreaterThan(0.005);
    expect(truth.counts.recycled).toBeGreaterThan(50);
  });

  it('given a higher true chance then more of the leads that sales worked convert, as many as it says', () => {
    const known = [
      ...leadsWith('converted').map((lead) => [lead, 1] as const),
      ...leadsWith('not converted').map((lead) => [lead, 0] as const),
    ].toSorted(([a], [b]) => chance(truth, a) - chance(truth, b));
    const fifth = Math.floor(known.length / 5);
    const rates = [0, 1, 2, 3, 4].map((index) =>
      mean(known.slice(index * fifth, (index + 1) * fifth).map(([, converted]) => converted)),
    );
    expect(rates).toEqual(rates.toSorted((a, b) => a - b));
    // A conversion later than the window, or by a customer of before, does not count: the rate stays a little below.
    expect(
      mean(known.map(([, converted]) => converted)) / mean(known.map(([lead]) => chance(truth, lead))),
    ).toBeCloseTo(0.97, 1);
  });

  it('given the leads that sales never worked then their true chance is below that of the others', () => {
    const of = (outcome: (typeof OUTCOMES)[number]) => leadsWith(outcome).map((lead) => chance(truth, lead));
    expect(mean(of('unobserved'))).toBeLessThan(mean([...of('converted'), ...of('not converted')]));
  });

  it('given a caller that stops then there is no history', () => {
    expect(demoHistory({ leads: 500, seed: 7 }, (done) => done < 100)).toBeNull();
  });

  it('given its costs then each source has one for each of the eighteen months', () => {
    const months = new Set(truth.costs.map(({ month }) => month));
    expect([months.size, truth.costs.length, itemAt(truth.costs, 0).month]).toEqual([18, 18 * 8, '2024-06']);
  });
});

const chance = (truth: DemoTruth, lead: number): number => numberAt(truth.probability, lead);
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
