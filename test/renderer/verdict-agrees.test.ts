/** The What-if tells at once, from counts, what Compare tells of the leads themselves: it never says anything else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePair } from '../../core/comparison/pair/comparison.ts';
import { toldDifference } from '../../renderer/features/what-if/verdict/told-difference.ts';
import { factsOfPaired, type PairedLead, pairedLeads, reachedOfPaired } from '../support/paired-leads.ts';

/** Many alike, so that rates and bounds come to every kind of finding. */
const someLeads: fc.Arbitrary<readonly PairedLead[]> = fc
  .array(
    fc
      .record({
        count: fc.integer({ min: 1, max: 300 }),
        outcome: fc.constantFrom('converted', 'not converted', 'unobserved', 'immature'),
        inA: fc.boolean(),
        inB: fc.boolean(),
        scoreA: fc.integer({ min: 0, max: 6 }),
        scoreB: fc.integer({ min: 0, max: 6 }),
      })
      .map(({ count, ...lead }) => pairedLeads(count, lead)),
    { maxLength: 12 },
  )
  .map((blocks) => blocks.flat());

const compared = (leads: readonly PairedLead[]) =>
  comparePair(factsOfPaired(leads), reachedOfPaired(leads, 'A'), reachedOfPaired(leads, 'B'), 'mql');

describe('the verdict of the What-if', () => {
  it('finds what the comparison of the leads finds, or leaves it to that one', () => {
    fc.assert(
      fc.property(someLeads, (leads) => {
        const { swap, finding, difference } = compared(leads);
        const told = toldDifference(swap);
        expect(told.rate?.difference ?? null).toBe(difference.rate);
        expect(told.rate?.interval ?? null).toEqual(difference.interval);
        if (told.finding === null) expect(['betterUnlessSkipped', 'cannotSettle']).toContain(finding.kind);
        else expect(told.finding).toEqual(finding);
      }),
    );
  });
});
