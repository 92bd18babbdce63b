import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldAt } from '../../../core/sensitivity/measured-leads.ts';
import { nthLargest } from '../../../core/sensitivity/nth-largest.ts';
import { rankingWorth } from '../../../core/sensitivity/ranking-worth.ts';
import { volumeCut } from '../../../core/sensitivity/volume-cut.ts';
import { NO_PEAK, type RankedLead, rankedLeads } from './ranked-leads.ts';

const converted = (peak: number): RankedLead => ({ peak, outcome: 'converted' });
const not = (peak: number): RankedLead => ({ peak, outcome: 'not converted' });
const unknown = (peak: number): RankedLead => ({ peak, outcome: 'unobserved' });
const somePeaks = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.double({ min: 0, max: 6, noNaN: true }), fc.constant(NO_PEAK)), {
    minLength: 1,
    maxLength: 30,
  })
  .map((peaks) => Float64Array.from(peaks));

describe('the nth largest', () => {
  it('is where sorting would put it', () => {
    fc.assert(
      fc.property(somePeaks, fc.nat(), (peaks, any) => {
        const nth = 1 + (any % peaks.length);
        expect(nthLargest(peaks.slice(), nth)).toBe(peaks.toSorted()[peaks.length - nth]);
      }),
    );
  });
});

describe('a cut at a volume', () => {
  it('holds as many leads where no two are alike', () => {
    expect(volumeCut(Float64Array.of(10, 20, 30, 40), 2)).toEqual({ threshold: 30, leads: 2 });
  });

  it('takes the nearest that leads of one peak allow, the stricter of two', () => {
    expect(volumeCut(Float64Array.of(40, 30, 30, 30, 10), 3)).toEqual({ threshold: 30, leads: 4 });
    expect(volumeCut(Float64Array.of(40, 30, 30, 10), 2)).toEqual({ threshold: 40, leads: 1 });
  });

  it('takes no lead in by rounding its threshold', () => {
    const peak = 1.0000000000000003e-9;
    expect(volumeCut(Float64Array.of(peak, 0), 1)).toEqual({ threshold: peak, leads: 1 });
  });

  it('never holds nobody, and is none where nobody has a peak', () => {
    expect(volumeCut(Float64Array.of(30, 30, 30), 1)).toEqual({ threshold: 30, leads: 3 });
    expect(volumeCut(Float64Array.of(NO_PEAK, NO_PEAK), 1)).toBeNull();
  });

  it('holds what it says, and no threshold comes nearer', () => {
    fc.assert(
      fc.property(somePeaks, fc.integer({ min: 1, max: 30 }), (peaks, volume) => {
        const cut = volumeCut(peaks, volume);
        const sizeAt = (threshold: number) => heldAt(peaks, threshold).reduce((sum, held) => sum + held, 0);
        const others = [...peaks].filter((peak) => peak !== NO_PEAK);
        expect(cut === null).toBe(others.length === 0);
        if (cut === null) return;
        expect(sizeAt(cut.threshold)).toBe(cut.leads);
        const nearest = Math.min(...others.map((threshold) => Math.abs(sizeAt(threshold) - volume)));
        expect(Math.abs(cut.leads - volume)).toBe(nearest);
      }),
    );
  });
});

describe('what a ranking is worth', () => {
  const worthOf = (leads: readonly RankedLead[], volume: number) => {
    const { measured, peaks } = rankedLeads(leads);
    return rankingWorth(measured, peaks, volume);
  };

  it('is the SQLs among the first, leads of one peak taken by lot', () => {
    expect(worthOf([converted(50), not(40), converted(30), not(30), unknown(30)], 3).sqls).toBeCloseTo(1 + 1 / 3, 12);
  });

  it('is the base rate where nothing is told apart', () => {
    const worth = worthOf([converted(NO_PEAK), not(NO_PEAK), not(NO_PEAK), unknown(NO_PEAK)], 2);
    expect(worth).toEqual({ sqls: 0.5, auc: 0.5 });
  });

  it('counts a pair for the area under the curve when the SQL ranks higher, and half when both rank alike', () => {
    expect(worthOf([converted(50), converted(30), not(30), not(10), unknown(60)], 1).auc).toBe(3.5 / 4);
  });

  it('lacks an area where all outcomes are one', () => {
    expect(worthOf([converted(50), unknown(40)], 1)).toEqual({ sqls: 1, auc: 0.5 });
  });
});
