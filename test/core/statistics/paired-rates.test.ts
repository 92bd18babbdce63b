import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PairedCounts } from '../../../core/statistics/paired-counts.ts';
import { clusteredStandardError, pairedRateDifference } from '../../../core/statistics/paired-rates.ts';
import { anyPairedCounts, KINDS, pairedCounts, swapped } from './paired-counts.ts';

/** One account for every lead of `of`, with `leads` of its kind. */
const accountsOf = (of: PairedCounts, leads: number): readonly PairedCounts[] =>
  KINDS.flatMap((kind) => Array.from({ length: of[kind] }, () => ({ ...pairedCounts([], []), [kind]: leads })));

describe('the difference of two conversion rates on the same leads', () => {
  const published = pairedRateDifference(pairedCounts([319, 78, 22], [31, 53, 22]));

  it('given DTComPair’s Paired1 then rates, difference and score test are as published', () => {
    expect(published?.rateA).toBeCloseTo(0.82536383, 8);
    expect(published?.rateB).toBeCloseTo(0.86548223, 8);
    expect(published?.difference).toBeCloseTo(0.04011841, 8);
    expect(published?.p).toBeCloseTo(0.0193912, 8);
  });

  it('given the same then the delta method’s interval is the one worked out apart', () => {
    expect(published?.standardError).toBeCloseTo(0.01680389, 8);
    expect(published?.interval?.[0]).toBeCloseTo(0.007183, 6);
    expect(published?.interval?.[1]).toBeCloseTo(0.073053, 6);
  });

  it('given the same then the ratio is DTComPair’s', () => {
    expect(published?.relative?.ratio).toBeCloseTo(1.04860694, 8);
    expect(published?.relative?.standardErrorOfLog).toBeCloseTo(0.01991247, 8);
    expect(published?.relative?.interval[0]).toBeCloseTo(1.0084705, 7);
    expect(published?.relative?.interval[1]).toBeCloseTo(1.09034078, 7);
  });

  it('given no lead of one of them with a known outcome then there is none', () => {
    expect(pairedRateDifference(pairedCounts([0, 0, 3], [0, 0, 4]))).toBeNull();
    expect(pairedRateDifference(pairedCounts([0, 3, 0], [0, 4, 0]))).toBeNull();
    expect(clusteredStandardError([])).toBeNull();
  });

  it('given the same leads then the difference is exactly 0, and nothing is tested', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 1, max: 5000 }), (converted, not) => {
        const found = pairedRateDifference(pairedCounts([converted], [not]));
        expect(found).toMatchObject({ difference: 0, standardError: 0, interval: [0, 0], p: null, isSameLeads: true });
      }),
    );
  });

  it('given that all leads of both won then neither interval nor p is made up', () => {
    const found = pairedRateDifference(pairedCounts([10, 3, 4], []));
    expect(found).toMatchObject({ difference: 0, interval: null, p: null, isSameLeads: false });
  });

  it('given any counts then swapping A and B negates the difference and mirrors the interval to the last digit', () => {
    fc.assert(
      fc.property(anyPairedCounts(400), (of) => {
        const [one, other] = [pairedRateDifference(of), pairedRateDifference(swapped(of))];
        expect(other?.difference === undefined).toBe(one?.difference === undefined);
        if (!one || !other) return;
        expect(one.difference + other.difference).toBe(0);
        expect(other.standardError).toBe(one.standardError);
        expect(other.p).toBe(one.p);
        expect((one.interval?.[0] ?? 0) + (other.interval?.[1] ?? 0)).toBe(0);
        expect((one.interval?.[1] ?? 0) + (other.interval?.[0] ?? 0)).toBe(0);
      }),
    );
  });

  it('given any counts then the interval lies within −1 and 1 around the difference, and p within 0 and 1', () => {
    fc.assert(
      fc.property(fc.oneof(anyPairedCounts(400), anyPairedCounts(6)), (of) => {
        const found = pairedRateDifference(of);
        if (!found) return;
        const [low, high] = found.interval ?? [found.difference, found.difference];
        expect(-1 <= low && low <= found.difference && found.difference <= high && high <= 1).toBe(true);
        expect(found.p === null || (found.p >= 0 && found.p <= 1)).toBe(true);
      }),
    );
  });

  it('given accounts of one lead each then their error is that of leads', () => {
    const of = pairedCounts([3, 2, 1], [5, 2, 4]);
    const accounts = accountsOf(of, 1);
    expect(clusteredStandardError(accounts)).toBeCloseTo(pairedRateDifference(of)?.standardError ?? Number.NaN, 14);
  });

  it('given every lead twice, both of one account, then the error is that of half as many leads', () => {
    const half = pairedCounts([3, 2, 1], [5, 2, 4]);
    const accounts = accountsOf(half, 2);
    expect(clusteredStandardError(accounts)).toBeCloseTo(pairedRateDifference(half)?.standardError ?? Number.NaN, 14);
  });
});
