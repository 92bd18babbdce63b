/** What is said of two scenarios is never more than their figures hold. */
import { describe, expect, it } from 'vitest';
import { conversionDifference } from '../../../core/comparison/pair/conversion-difference.ts';
import { findingOf } from '../../../core/comparison/pair/finding.ts';
import type { Cell } from '../../../core/measures/frame.ts';
import type { SwapCounts } from '../../../core/measures/swap-set.ts';

const cell = (observed: number, converted: number, unobserved: number): Cell => ({
  leads: observed + unobserved,
  observed,
  converted,
  unobserved,
  immature: 0,
  rate: observed === 0 ? null : converted / observed,
  interval: null,
});

/** A reaches what was kept and lost, B what was kept and gained; 20 leads that B alone reaches are unknown, or as many as stated. */
const findingWith = (unknown: number) => {
  const swap: SwapCounts = { kept: cell(300, 120, 0), lost: cell(120, 12, 0), gained: cell(80, 32, unknown) };
  const difference = conversionDifference(swap, []);
  return {
    difference,
    finding: findingOf({
      isSameLeads: false,
      a: { converted: 132 },
      b: { converted: 152 },
      difference,
      pilotLeads: null,
      leadsNeeded: null,
    }),
  };
};

describe('what a comparison comes to', () => {
  it('holds whatever the unknown leads would have done while even the error at the edge of the bounds leaves out 0', () => {
    expect(findingWith(20).finding).toEqual({ kind: 'betterWhateverUnknown', better: 'b' });
  });

  it('does not where the bounds leave out 0 by less than chance moves their edge', () => {
    const { difference, finding } = findingWith(75);
    expect(difference.bounds?.[0]).toBeGreaterThan(0);
    expect(difference.boundsInterval?.[0]).toBeLessThan(0);
    expect(finding.kind).not.toBe('betterWhateverUnknown');
  });
});
