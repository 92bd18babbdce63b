import { describe, expect, it } from 'vitest';
import type { ComparedSide } from '../../api/compared.ts';
import type { Seat } from '../../api/core-types.ts';
import { sideMarks } from '../../renderer/features/compare/compare-focus.ts';
import { markPath, SIDE_MARKS } from '../../renderer/features/compare/side-mark/side-marks.ts';

const scenario = (id: number, seat: Seat) => ({ side: { kind: 'scenario', id } satisfies ComparedSide, seat });
const BASELINE = { side: { kind: 'baseline' } satisfies ComparedSide, seat: null };
const HANDOVER = { side: { kind: 'handover' } satisfies ComparedSide, seat: null };

describe('the marks of scenarios', () => {
  it('tell scenarios of one seat apart, in the order in which they were made', () => {
    const marks = sideMarks([BASELINE, scenario(1, 'both'), scenario(2, 'sales'), scenario(3, 'sales'), HANDOVER]);
    expect(Object.fromEntries(marks)).toEqual({
      baseline: 'disc',
      'scenario 1': 'disc',
      'scenario 2': 'disc',
      'scenario 3': 'square',
      handover: 'square',
    });
  });

  it('begin again where a seat has more scenarios than there are shapes', () => {
    const marks = [...sideMarks(Array.from({ length: 6 }, (_, id) => scenario(id, 'marketing'))).values()];
    expect(marks).toEqual([...SIDE_MARKS, SIDE_MARKS[0]]);
  });

  it('are all drawn otherwise', () => {
    expect(new Set(SIDE_MARKS.map((mark) => markPath(mark, 10, 10, 4))).size).toBe(SIDE_MARKS.length);
  });
});
