/** The difference of two scenarios, property by property; its published figures are held in test/cli/compare.test.ts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comparison, comparePair } from '../../../core/comparison/pair/comparison.ts';
import { OUTCOMES, type Outcome } from '../../../core/replay/replay-result.ts';
import { factsOfPaired, type PairedLead, pairedLeads, reachedOfPaired } from '../../support/paired-leads.ts';

const score = fc.option(fc.integer({ min: 0, max: 6 }));
const someLead = fc.record({
  outcome: fc.constantFrom(...OUTCOMES),
  inA: fc.boolean(),
  inB: fc.boolean(),
  scoreA: score,
  scoreB: score,
});
const someLeads = fc.array(someLead, { maxLength: 150 });

const compared = (leads: readonly PairedLead[]): Comparison =>
  comparePair(factsOfPaired(leads), reachedOfPaired(leads, 'A'), reachedOfPaired(leads, 'B'), 'mql');

const swapped = (leads: readonly PairedLead[]): readonly PairedLead[] =>
  leads.map(({ outcome, inA, inB, scoreA, scoreB }) => ({
    outcome,
    inA: inB,
    inB: inA,
    scoreA: scoreB,
    scoreB: scoreA,
  }));

const mirrored = (interval: readonly [number, number] | null) => interval && [0 - interval[1], 0 - interval[0]];
const negated = (figure: number | null) => (figure === null ? null : 0 - figure);

describe('the difference between two scenarios', () => {
  it('is negated when the scenarios change places, bounds, plausible ones and recall with it', () => {
    fc.assert(
      fc.property(someLeads, (leads) => {
        const there = compared(leads);
        const back = compared(swapped(leads));
        expect(back.difference.rate).toBe(negated(there.difference.rate));
        expect(back.difference.interval).toEqual(mirrored(there.difference.interval));
        expect(back.difference.standardError).toBe(there.difference.standardError);
        expect(back.difference.p).toBe(there.difference.p);
        expect(back.difference.bounds).toEqual(mirrored(there.difference.bounds));
        expect(back.difference.plausible).toEqual(mirrored(there.difference.plausible));
        const { breakEven } = there.difference;
        const aheadAbove = breakEven?.aheadAbove === 'a' ? 'b' : 'a';
        expect(back.difference.breakEven).toEqual(breakEven && { ...breakEven, aheadAbove });
        expect(back.recall.midP).toBe(there.recall.midP);
        expect(back.recall.difference).toBe(negated(there.recall.difference));
        expect([back.swap.gained, back.swap.lost]).toEqual([there.swap.lost, there.swap.gained]);
        expect(back.finding.kind).toBe(there.finding.kind);
      }),
    );
  });

  it('is exactly nothing between two that reach the same leads', () => {
    fc.assert(
      fc.property(someLeads, (leads) => {
        const { difference, recall, swap, finding } = compared(leads.map((lead) => ({ ...lead, inB: lead.inA })));
        expect(difference.rate ?? 0).toBe(0);
        expect(difference.bounds ?? [0, 0]).toEqual([0, 0]);
        expect(difference.interval ?? [0, 0]).toEqual([0, 0]);
        expect(recall.difference ?? 0).toBe(0);
        expect([swap.gained.leads, swap.lost.leads, finding.kind]).toEqual([0, 0, 'sameLeads']);
      }),
    );
  });

  it('lies within its bounds whatever the unknown leads turn out to be, and these within −1 and 1', () => {
    const filled = fc.tuple(
      someLeads,
      fc.array(fc.constantFrom<Outcome>('converted', 'not converted'), { minLength: 150, maxLength: 150 }),
    );
    fc.assert(
      fc.property(filled, ([leads, outcomes]) => {
        const { bounds } = compared(leads).difference;
        const truth = compared(
          leads.map((lead, index) =>
            lead.outcome === 'unobserved' ? { ...lead, outcome: outcomes[index] ?? 'converted' } : lead,
          ),
        ).difference.rate;
        if (truth === null || bounds === null) {
          expect(truth).toBe(bounds);
          return;
        }
        expect(bounds[0]).toBeGreaterThanOrEqual(-1);
        expect(bounds[1]).toBeLessThanOrEqual(1);
        expect(truth).toBeGreaterThanOrEqual(bounds[0] - 1e-12);
        expect(truth).toBeLessThanOrEqual(bounds[1] + 1e-12);
      }),
    );
  });

  it('has plausible bounds within the sharp ones, and a wait for an outcome counts nowhere', () => {
    fc.assert(
      fc.property(someLeads, (leads) => {
        const { difference } = compared(leads);
        const ripe = compared(leads.filter(({ outcome }) => outcome !== 'immature')).difference;
        expect(ripe.bounds).toEqual(difference.bounds);
        expect(ripe.rate).toBe(difference.rate);
        if (difference.plausible === null || difference.bounds === null) return;
        expect(difference.plausible[0]).toBeGreaterThanOrEqual(difference.bounds[0] - 1e-12);
        expect(difference.plausible[1]).toBeLessThanOrEqual(difference.bounds[1] + 1e-12);
      }),
    );
  });
});

describe('what a comparison comes to', () => {
  const both = { inA: true, inB: true };
  const base = [...pairedLeads(60, { ...both, outcome: 'converted' }), ...pairedLeads(140, both)];

  it.each([
    ['no difference in leads', base, 'sameLeads'],
    [
      'nine SQLs on a side',
      [...pairedLeads(9, { inA: true, outcome: 'converted' }), ...pairedLeads(50, { inB: true })],
      'tooFewSqls',
    ],
    [
      'everything known and A alone reaching what fails',
      [...base, ...pairedLeads(100, { inA: true })],
      'betterWhateverUnknown',
    ],
    [
      'unknown leads of B that would have to convert better than the known ones',
      [...base, ...pairedLeads(100, { inA: true }), ...pairedLeads(150, { inB: true, outcome: 'unobserved' })],
      'cannotSettle',
    ],
    [
      'unknown leads of A that would have to convert better than the known ones',
      [...base, ...pairedLeads(100, { inA: true }), ...pairedLeads(100, { inA: true, outcome: 'unobserved' })],
      'betterUnlessSkipped',
    ],
    ['a handful of leads apart', [...base, ...pairedLeads(3, { inA: true })], 'noDifference'],
  ])('with %s', (_, leads, kind) => {
    expect(compared(leads).finding.kind).toBe(kind);
  });

  it('asks a pilot for leads that are there, and more leads than there are where the known ones show no difference', () => {
    const unknown = compared([
      ...base,
      ...pairedLeads(100, { inA: true }),
      ...pairedLeads(150, { inB: true, outcome: 'unobserved' }),
    ]);
    const few = compared([...base, ...pairedLeads(3, { inA: true })]);
    expect(unknown.finding).toMatchObject({ kind: 'cannotSettle', better: 'b' });
    expect(few.finding.kind === 'noDifference' && few.finding.leadsNeeded).toBeGreaterThan(200);
  });

  it('never asks a pilot for more unknown leads than there are', () => {
    const block = fc
      .record({
        count: fc.integer({ min: 1, max: 200 }),
        outcome: fc.constantFrom<Outcome>('converted', 'not converted', 'unobserved'),
        inA: fc.boolean(),
        inB: fc.boolean(),
      })
      .map(({ count, ...lead }) => pairedLeads(count, lead));
    fc.assert(
      fc.property(fc.array(block, { minLength: 4, maxLength: 9 }), (blocks) => {
        const { finding, difference } = compared(blocks.flat());
        if (finding.kind !== 'cannotSettle') return;
        expect(finding.pilotLeads ?? 0).toBeLessThanOrEqual(difference.unobserved);
      }),
      { seed: 20_261_126, numRuns: 500 },
    );
  });
});
