import { describe, expect, it } from 'vitest';
import { legendLines } from '../../renderer/charts/legend-lines.ts';

describe('the legend of a picture', () => {
  it('stands at the right of the question where there is room', () => {
    expect(legendLines([50, 60], 200, 400)).toEqual({
      spots: [
        { x: 270, line: 0 },
        { x: 332, line: 0 },
      ],
      lines: 0,
    });
  });

  it('stands below the question where there is none, on as many lines as its names take', () => {
    expect(legendLines([300, 40, 60], 200, 400)).toEqual({
      spots: [
        { x: 4, line: 1 },
        { x: 316, line: 1 },
        { x: 4, line: 2 },
      ],
      lines: 2,
    });
  });

  it('takes no line where there is nothing to tell', () => {
    expect(legendLines([], 200, 100).lines).toBe(0);
  });
});
