import * as fc from 'fast-check';
import type { PairedCounts } from '../../../core/statistics/paired-counts.ts';

/** Leads by who flags them: both, A alone, B alone. */
export const pairedCounts = (converted: readonly number[], not: readonly number[]): PairedCounts => ({
  bothConverted: converted[0] ?? 0,
  onlyAConverted: converted[1] ?? 0,
  onlyBConverted: converted[2] ?? 0,
  bothNot: not[0] ?? 0,
  onlyANot: not[1] ?? 0,
  onlyBNot: not[2] ?? 0,
});

/** A and B in each other's place. */
export const swapped = (counts: PairedCounts): PairedCounts => ({
  ...counts,
  onlyAConverted: counts.onlyBConverted,
  onlyBConverted: counts.onlyAConverted,
  onlyANot: counts.onlyBNot,
  onlyBNot: counts.onlyANot,
});

/** Counts up to `most` a kind; none of any kind may be among them. */
export const anyPairedCounts = (most: number): fc.Arbitrary<PairedCounts> => {
  const three = fc.array(fc.nat(most), { minLength: 3, maxLength: 3 });
  return fc.tuple(three, three).map(([converted, not]) => pairedCounts(converted, not));
};

export const KINDS: readonly (keyof PairedCounts)[] = [
  'bothConverted',
  'onlyAConverted',
  'onlyBConverted',
  'bothNot',
  'onlyANot',
  'onlyBNot',
];
