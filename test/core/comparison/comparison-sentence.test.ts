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
