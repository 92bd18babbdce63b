import { describe, expect, it } from 'vitest';
import { centDigits, quotientDigits } from '../../renderer/features/history/costs/cost-money.ts';
import { createFormats } from '../../renderer/i18n/formats.ts';

describe('money', () => {
  it('given cents that somebody paid then they are shown, to two decimals, down the whole column', () => {
    const column = [120_000, null, 1_250];
    const { cents } = createFormats('en-GB', 'UTC');
    expect(column.map((amount) => amount !== null && cents(amount, centDigits(column)))).toEqual([
      '1\u202f200.00',
      false,
      '12.50',
    ]);
    expect(cents(-120_000, centDigits([-120_000]))).toBe('\u22121\u202f200');
  });

  it.each([
    [[null], 2],
    [[99_999, 1], 2],
    [[100_000, 1], 0],
    [[-100_000], 0],
  ] as const)('given quotients of %j cents then they have %i decimals', (amounts, digits) => {
    expect(quotientDigits(amounts)).toBe(digits);
  });
});
