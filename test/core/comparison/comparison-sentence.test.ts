import { describe, expect, it } from 'vitest';
import { comparePair } from '../../../core/comparison/pair/comparison.ts';
import { comparisonSentence } from '../../../core/comparison/pair/comparison-sentence.ts';
import { pointDigits } from '../../../core/comparison/pair/point-digits.ts';
import { factsOfPaired, type PairedLead, pairedLeads, reachedOfPaired } from '../../support/paired-leads.ts';

const sentenceOf = (leads: readonly PairedLead[]): string =>
  comparisonSentence(
    comparePair(factsOfPaired(leads), reachedOfPaired(leads, 'A'), reachedOfPaired(leads, 'B'), 'mql'),
  );

const both = { inA: true, inB: true };
const alike = (converted: number, others: number) => [
  ...pairedLeads(converted, { ...both, outcome: 'converted' }),
  ...pairedLeads(others, both),
];

describe('the sentence of a comparison', () => {
  it('given an interval around 0 then it says that the data cannot tell, and not that there is no difference', () => {
    const sentence = sentenceOf([...alike(60, 140), ...pairedLeads(1, { inA: true })]);
    expect(sentence).toMatch(/^The data cannot tell the conversion of A and B apart: \+0\.1 points/u);
  });

  it('given a small difference that is sure then neither it nor an end of its interval is written as 0', () => {
    const lost = [...pairedLeads(10, { inA: true, outcome: 'converted' }), ...pairedLeads(90, { inA: true })];
    expect(sentenceOf([...alike(30_000, 60_000), ...lost])).toMatch(
      /^B converts 0\.03 points better than A \(B less A, 95 %: \+0\.02 to \+0\.03 points, among 90100 leads/u,
    );
  });

  it('given the same leads then it speaks of their conversion alone, as either may reach them sooner, and of nobody as nobody', () => {
    expect(sentenceOf(alike(60, 140))).toBe('A and B reach the same leads, so they convert alike.');
    expect(sentenceOf(pairedLeads(30, {}))).toBe('Neither A nor B reaches a lead.');
  });

  it('given a break-even beyond what leads can convert then it says that there is none', () => {
    const scored = (count: number, score: number, lead: Partial<PairedLead>) =>
      pairedLeads(count, { ...both, scoreA: score, scoreB: score, ...lead });
    const leads = [
      ...scored(90, 9, { outcome: 'converted' }),
      ...scored(10, 9, {}),
      ...scored(2, 1, { outcome: 'converted' }),
      ...scored(98, 1, {}),
      ...scored(60, 1, { inB: false }),
      ...scored(10, 9, { inB: false, outcome: 'unobserved' }),
      ...scored(400, 1, { inB: false, outcome: 'unobserved' }),
    ];
    expect(sentenceOf(leads)).toMatch(
      /^B converts 10\.6 points better than A .* unless sales skipped better leads than it took; for A and B to change places unknown leads would have to convert more often than always\.$/u,
    );
  });

  it('given leads too young for an outcome then it does not say that every outcome is known', () => {
    const lost = pairedLeads(100, { inA: true });
    expect(sentenceOf([...alike(60, 140), ...lost])).toMatch(/; every outcome is known\.$/u);
    expect(sentenceOf([...alike(60, 140), ...lost, ...pairedLeads(2, { ...both, outcome: 'immature' })])).toMatch(
      /; every lead that is old enough has an outcome, 2 are too young\.$/u,
    );
  });
});

describe('the decimals of a difference in points', () => {
  it.each([
    [1, [-0.0001, 0.0002]],
    [1, [0.004, 0.02]],
    [2, [0.0004, 0.02]],
    [2, [-0.02, -0.0004]],
    [1, [0, 0]],
  ] as const)('are %d for %j', (digits, interval) => expect(pointDigits(interval)).toBe(digits));
});
