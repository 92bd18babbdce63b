import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { againstBaseline } from '../../../core/comparison/against-baseline.ts';
import { comparePair } from '../../../core/comparison/pair/comparison.ts';
import { reachedByNobody } from '../../../core/comparison/reached-leads.ts';
import { LEAST_SQLS } from '../../../core/measures/least-counts.ts';
import { OUTCOMES } from '../../../core/replay/replay-result.ts';
import { factsOfPaired, pairedLeads, reachedOfPaired } from '../../support/paired-leads.ts';

const someLeads = fc.array(fc.record({ outcome: fc.constantFrom(...OUTCOMES), inA: fc.boolean(), inB: fc.boolean() }), {
  minLength: 60,
  maxLength: 200,
});

describe('scenarios against the baseline', () => {
  it('differ as two in depth do, and together never by a narrower interval', () => {
    fc.assert(
      fc.property(someLeads, (drawn) => {
        const leads = drawn.flatMap((lead) => pairedLeads(1, lead));
        const facts = factsOfPaired(leads);
        const [a, b] = [reachedOfPaired(leads, 'A'), reachedOfPaired(leads, 'B')];
        const [ofBaseline, found, same, none] = againstBaseline(facts, [a, b, a, reachedByNobody(leads.length)], 0);
        const { difference, a: ofA, b: ofB } = comparePair(facts, a, b, 'mql');
        expect(ofBaseline).toBeNull();
        expect(none).toBeNull();
        if (Math.min(ofA.converted, ofB.converted) < LEAST_SQLS) {
          expect(found).toBeNull();
          return;
        }
        expect(found?.value ?? null).toBe(difference.rate);
        expect(found?.interval ?? null).toEqual(difference.interval);
        expect(same?.value ?? 0).toBe(0);
        if (found === null || found === undefined || found.interval === null || found.simultaneous === null) return;
        expect(found.simultaneous[0]).toBeLessThanOrEqual(found.interval[0]);
        expect(found.simultaneous[1]).toBeGreaterThanOrEqual(found.interval[1]);
      }),
      { numRuns: 40 },
    );
  });

  it('are not told where the baseline, or a scenario, has fewer than ten SQLs', () => {
    const leads = [
      ...pairedLeads(9, { inA: true, inB: true, outcome: 'converted' }),
      ...pairedLeads(40, { inA: true, inB: true }),
      ...pairedLeads(20, { inB: true, outcome: 'converted' }),
    ];
    const [few, many] = [reachedOfPaired(leads, 'A'), reachedOfPaired(leads, 'B')];
    expect(againstBaseline(factsOfPaired(leads), [few, many], 0)).toEqual([null, null]);
    expect(againstBaseline(factsOfPaired(leads), [many, few], 0)).toEqual([null, null]);
  });

  it('are told for the first 31, and more are none', () => {
    const leads = [
      ...pairedLeads(30, { inA: true, inB: true }),
      ...pairedLeads(20, { inA: true, inB: true, outcome: 'converted' }),
      ...pairedLeads(9, { inB: true }),
    ];
    const [a, b] = [reachedOfPaired(leads, 'A'), reachedOfPaired(leads, 'B')];
    const told = againstBaseline(factsOfPaired(leads), [a, ...Array.from({ length: 34 }, () => b)], 0);
    expect(told.filter((one) => one !== null).length).toBe(30);
    expect(told[30]?.value).toBeCloseTo(20 / 59 - 0.4, 12);
  });
});
