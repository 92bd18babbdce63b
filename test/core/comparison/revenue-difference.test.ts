import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RevenueDifference, revenueDifference } from '../../../core/comparison/pair/revenue-difference.ts';
import { factsOfPaired, type PairedLead, pairedLeads, reachedOfPaired } from '../../support/paired-leads.ts';

const revenueOf = (leads: readonly PairedLead[]): RevenueDifference =>
  revenueDifference(factsOfPaired(leads), reachedOfPaired(leads, 'A'), reachedOfPaired(leads, 'B'));

const BOTH = { inA: true, inB: true };
const won = (amount: number, sides: Partial<PairedLead>) => pairedLeads(1, { outcome: 'converted', amount, ...sides });

describe('the difference in revenue', () => {
  const leads = [
    ...pairedLeads(200, BOTH),
    ...pairedLeads(50, { inA: true }),
    ...won(70_000, BOTH),
    ...Array.from({ length: 20 }, (_, index) => won(1_000 + index, { inA: true })).flat(),
    ...won(50_000, { inB: true }),
  ];

  it('is the amounts of B alone less those of A alone, and turns without its largest deal', () => {
    const { total, withoutLargest, deals } = revenueOf(leads);
    expect(total.difference).toBe(50_000 - 20_190);
    expect(withoutLargest).toEqual({ lead: leads.length - 1, difference: -20_190, isSignFlipped: true });
    expect(deals.length).toBe(21);
    expect(deals[0]).toEqual({ lead: leads.length - 1, amount: 50_000 });
    expect(deals[1]?.amount).toBe(-1_019);
  });

  it('says by its interval that one deal carries it', () => {
    const { total } = revenueOf(leads);
    expect(total.interval?.[0]).toBeLessThan(0);
    expect(total.interval?.[1]).toBeGreaterThan(50_000);
  });

  it('by lead counts whoever reaches the level, won or not', () => {
    const { perLead } = revenueOf(leads);
    expect(perLead?.difference).toBeCloseTo((70_000 + 50_000) / 202 - (70_000 + 20_190) / 271, 9);
    expect(perLead?.interval?.[0]).toBeLessThan(perLead?.difference ?? 0);
    expect(perLead?.interval?.[1]).toBeGreaterThan(perLead?.difference ?? 0);
  });

  it('is nothing, surely, and has no deal where nothing tells the two apart', () => {
    const { total, withoutLargest, deals } = revenueOf([...pairedLeads(9, BOTH), ...won(5, BOTH)]);
    expect([total, withoutLargest, deals]).toEqual([{ difference: 0, interval: [0, 0] }, null, []]);
    expect(revenueOf(pairedLeads(3, { inA: true })).perLead).toBeNull();
  });

  it('is negated when the two change places, and the same whenever it is asked for', () => {
    const lead = fc.record({ amount: fc.integer({ min: 0, max: 9_000 }), inA: fc.boolean(), inB: fc.boolean() });
    fc.assert(
      fc.property(fc.array(lead, { maxLength: 40 }), (drawn) => {
        const some = drawn.flatMap((one) => pairedLeads(1, one));
        const there = revenueOf(some);
        const back = revenueOf(some.map((one) => ({ ...one, inA: one.inB, inB: one.inA })));
        expect(back.total.difference).toBe(0 - there.total.difference);
        expect(back.withoutLargest?.isSignFlipped).toBe(there.withoutLargest?.isSignFlipped);
        expect(revenueOf(some)).toEqual(there);
      }),
      { numRuns: 30 },
    );
  });
});
