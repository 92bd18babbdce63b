import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  draggedTo,
  isAscending,
  keptApart,
  roomOf,
  stepOf,
  withCut,
} from '../../renderer/features/profile/model/cut-edits.ts';

const CUTS = [50, 150, 300, 600];

describe('cut points', () => {
  it('given a cut between two others then it moves by round steps and never onto a neighbour', () => {
    expect(stepOf(CUTS, 1)).toBe(10);
    expect(keptApart(CUTS, 1, 160, 10)).toBe(160);
    expect(keptApart(CUTS, 1, 10, 10)).toBe(60);
    expect(keptApart(CUTS, 1, 999, 10)).toBe(290);
  });

  it('given a cut is dragged half a band then it lies in the middle of that band', () => {
    expect(draggedTo(CUTS, 1, 0.5, 10)).toBe(230);
    expect(draggedTo(CUTS, 1, -0.5, 10)).toBe(100);
    expect(draggedTo(CUTS, 1, 0, 10)).toBe(150);
  });

  it('given the last cut then there is as much room above it as its band is wide', () => {
    expect(roomOf(CUTS, 3)).toEqual([300, 900]);
    expect(roomOf([40], 0)).toEqual([0, 80]);
    expect(roomOf([0], 0)).toEqual([-1, 1]);
  });

  it('given a cut is added then it parts the widest band; with one cut it lies above it', () => {
    expect(withCut(CUTS)).toEqual([50, 150, 300, 450, 600]);
    expect(withCut([40])).toEqual([40, 80]);
    expect(withCut([])).toEqual([0]);
  });

  it('given any cuts, when one is added, dragged or stepped then they still ascend', () => {
    const cuts = fc
      .uniqueArray(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 8 })
      .map((values) => values.toSorted((left, right) => left - right));
    fc.assert(
      fc.property(cuts, fc.nat(7), fc.double({ min: -1, max: 1, noNaN: true }), (some, place, share) => {
        const index = place % some.length;
        const step = stepOf(some, index);
        const dragged = keptApart(some, index, draggedTo(some, index, share, step), step);
        expect(isAscending(some.with(index, dragged))).toBe(true);
        expect(isAscending(withCut(some))).toBe(true);
      }),
    );
  });
});
