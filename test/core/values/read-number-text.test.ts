import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../core/history/cell.ts';
import { type NumberForm, readNumberText, unitOf } from '../../../core/values/read-number-text.ts';

const read = (cell: string, form: NumberForm): string => {
  const number = readNumberText(cell, form);
  return number.ok ? number.value : `refused: ${number.error}`;
};

describe('a number', () => {
  it.each<[string, NumberForm, string]>([
    ['$22,700.00', 'point', '22700.00'],
    ['$1,117.10K', 'point', '1117100'],
    ['$342.09K', 'point', '342090'],
    ['5.33015841993795E-06', 'point', '0.00000533015841993795'],
    ['1,5e+3', 'comma', '1500'],
    ['-12.5E-1', 'point', '-1.25'],
    ['1.5 M', 'point', '1500000'],
    ['1,00,000.50', 'point', '100000.50'],
    ["CHF 1'234.50", 'point', '1234.50'],
    ['1.234', 'point', '1.234'],
    ['1.234', 'comma', '1234'],
    ['1.234.567,89 €', 'comma', '1234567.89'],
    ['1 234,5 zł', 'comma', '1234.5'],
    ['1\u202f234\u202f567,5', 'comma', '1234567.5'],
    ['12,5 %', 'comma', '12.5'],
    ['(1,200.50)', 'point', '-1200.50'],
    ['($5)', 'point', '-5'],
    ['1200-', 'point', '-1200'],
    ['-$5', 'point', '-5'],
    ['$-5', 'point', '-5'],
    ['−5', 'point', '-5'],
    ['+5', 'point', '5'],
    ['-0', 'point', '0'],
    ['.5', 'point', '0.5'],
    ['Fr.5', 'point', '5'],
    ['9007199254740991', 'point', '9007199254740991'],
    ['0.30000000000000004', 'point', '0.30000000000000004'],
  ])('%s with a decimal %s', (cell, form, plain) => {
    expect(read(cell, form)).toBe(plain);
  });
});

describe('what is no number says why', () => {
  it.each<[string, NumberForm, string]>([
    ['NaN', 'point', 'This stands for a value that is no number.'],
    ['-Infinity', 'point', 'This stands for a value that is no number.'],
    ['1e309', 'point', 'This number is too large or too small to be kept.'],
    ['1e16', 'point', 'Numbers beyond 9,007,199,254,740,991 cannot be kept to the last digit.'],
    ['5e', 'point', 'This is no number.'],
    ['9007199254740993', 'point', 'Numbers beyond 9,007,199,254,740,991 cannot be kept to the last digit.'],
    ['1.234,50', 'point', 'This is no number with a decimal point, such as 1,200.50.'],
    ['1,234.50', 'comma', 'This is no number with a decimal comma, such as 1.200,50.'],
    ['0,123', 'point', 'This is no number with a decimal point, such as 1,200.50.'],
    ['12,34', 'point', 'This is no number with a decimal point, such as 1,200.50.'],
    ["1,234'567", 'point', 'This is no number with a decimal point, such as 1,200.50.'],
    ['00123', 'point', 'This is no number with a decimal point, such as 1,200.50.'],
    ['(5', 'point', 'A parenthesis is missing.'],
    ['-(5)', 'point', 'This is no number.'],
    ['-5-', 'point', 'This has more than one sign.'],
    ['(-5)', 'point', 'This has more than one sign.'],
    ['12 apples', 'point', 'This is no number.'],
    ['12 px', 'point', 'This is no number.'],
    ['2021-04-15', 'point', 'This is no number.'],
    ['', 'point', 'This is no number.'],
    ['-', 'point', 'This is no number.'],
  ])('%s with a decimal %s', (cell, form, reason) => {
    expect(read(cell, form)).toBe(`refused: ${reason}`);
  });
});

describe('a number written in any form', () => {
  const written = fc.record({
    cents: fc.integer({ min: -1e14, max: 1e14 }),
    form: fc.constantFrom<NumberForm>('point', 'comma'),
    parted: fc.constantFrom<string | null>(null, 'other', ' ', '\u00a0', '\u202f', "'", '’'),
    unit: fc.constantFrom('', '$', '€', 'PLN ', 'zł', '%', 'US$', 'lei'),
    isUnitFirst: fc.boolean(),
    negative: fc.constantFrom('before', 'after', 'parentheses', 'minus sign'),
  });
  it('reads back equal', () => {
    fc.assert(
      fc.property(written, ({ cents, form, parted, unit, isUnitFirst, negative }) => {
        const plain = (Math.abs(cents) / 100).toFixed(2);
        const [whole = '', decimals = ''] = plain.split('.');
        const other = form === 'point' ? ',' : '.';
        const separator = parted === 'other' ? other : (parted ?? '');
        const digits = `${whole.replace(/\B(?=(?:\d{3})+$)/gu, separator)}${form === 'point' ? '.' : ','}${decimals}`;
        const amount = isUnitFirst ? `${unit}${digits}` : `${digits} ${unit}`.trim();
        const signs = {
          before: `-${amount}`,
          after: `${amount}-`,
          parentheses: `(${amount})`,
          'minus sign': `−${amount}`,
        };
        const cell = cents < 0 ? signs[negative] : amount;
        const number = readNumberText(cell, form);
        expect([cell, number.ok ? readNumber(number.value) : number.error]).toEqual([cell, cents / 100]);
      }),
    );
  });
  it('is plain digits or refused, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-+() $€%KeE'.split('')) }), (cell) => {
        for (const form of ['point', 'comma'] as const) {
          const number = readNumberText(cell.trim(), form);
          expect(number.ok ? readNumber(number.value) : Number.NaN).not.toBeNull();
        }
      }),
    );
  });
});

describe('the unit', () => {
  it.each([
    ['$22,700.00', '$'],
    ['(1.200,50 €)', '€'],
    ['$342.09K', '$'],
    ['12 %', '%'],
    ['CHF 12', 'CHF'],
    ['1 200', ''],
    ['5k', ''],
    ['5E-06', ''],
  ])('of %s', (cell, unit) => {
    expect(unitOf(cell)).toBe(unit);
  });
});
