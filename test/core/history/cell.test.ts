import { describe, expect, it } from 'vitest';
import { createKindTracker, readNumber } from '../../../core/history/cell.ts';

describe('a number', () => {
  it.each([
    ['12', 12],
    ['-0.5', -0.5],
    ['+7', 7],
    ['0', 0],
    ['1.50', 1.5],
  ])('%s reads as %d', (cell, number) => {
    expect(readNumber(cell)).toBe(number);
  });

  it.each(['007', '1e3', '.5', '5.', '1,000', '', '--1', 'NaN', 'Infinity', '9'.repeat(400)])('%j is none', (cell) => {
    expect(readNumber(cell)).toBeNull();
  });
});

describe('the kind of a column', () => {
  it.each([
    [['1', '2.5'], 'number'],
    [['yes', 'FALSE'], 'yes/no'],
    [['2025-01-01', '2025-01-02 10:00'], 'date'],
    [['1', 'yes'], 'text'],
    [['007'], 'text'],
    [[], 'text'],
  ])('of %j is %s', (cells, kind) => {
    const tracker = createKindTracker();
    for (const cell of cells) tracker.see(cell);
    expect(tracker.kind()).toBe(kind);
  });
});
