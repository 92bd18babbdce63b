import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countMissingTokens, mayMeanMissing } from '../../../core/values/missing-tokens.ts';
import { answerFormOf, readAnswer } from '../../../core/values/read-answer.ts';

describe('yes and no', () => {
  it.each([
    ['Yes', 'yes'],
    ['FALSE', 'no'],
    ['1', 'yes'],
    ['0', 'no'],
    ['Da', 'yes'],
    ['nu', 'no'],
    ['Sì', 'yes'],
    ['no', 'no'],
    ['Tak', 'yes'],
    ['NIE', 'no'],
    ['Да', 'yes'],
    ['нет', 'no'],
    ['fałsz', 'no'],
  ])('%s is %s', (cell, answer) => {
    expect(readAnswer(cell, 'answers')).toEqual({ ok: true, value: answer });
  });

  it('are marks only where that was said', () => {
    expect(readAnswer('x', 'marks')).toEqual({ ok: true, value: 'yes' });
    expect(readAnswer('', 'marks')).toEqual({ ok: true, value: 'no' });
    expect(readAnswer('x', 'answers').ok).toBe(false);
    expect(readAnswer('', 'answers').ok).toBe(false);
    expect(readAnswer('maybe', 'answers')).toEqual({
      ok: false,
      error: 'This is neither yes nor no in a language that Accord reads.',
    });
  });

  it('are proposed for a column whose cells all read', () => {
    expect([['Tak', 'Nie'], ['1', '0'], ['x'], ['yes', 'maybe'], []].map(answerFormOf)).toEqual([
      'answers',
      'answers',
      'marks',
      null,
      null,
    ]);
  });

  it('read the same in any case', () => {
    fc.assert(
      fc.property(fc.constantFrom('yes', 'da', 'sì', 'tak', 'да'), fc.func(fc.boolean()), (word, isUpper) => {
        const cell = Array.from(word)
          .map((letter, index) => (isUpper(index) ? letter.toUpperCase() : letter))
          .join('');
        expect(readAnswer(cell, 'answers')).toEqual({ ok: true, value: 'yes' });
      }),
    );
  });
});

describe('tokens that may mean missing', () => {
  it.each(['Select', 'NaN', 'null', 'N/A', '-', 'unknown', '(blank)', '--None--', 'неизвестно', 'brak danych', '#N/A'])(
    '%s',
    (token) => {
      expect(mayMeanMissing(token)).toBe(true);
    },
  );

  it.each(['0', 'no', 'nothing else', 'Selection', '5', 'nie'])('%s does not', (token) => {
    expect(mayMeanMissing(token)).toBe(false);
  });

  it('are counted, spellings together, most frequent first', () => {
    const cells = [
      ['Select', 3],
      ['Google', 9],
      ['-', 5],
      ['SELECT', 4],
    ] as const;
    expect(countMissingTokens(cells)).toEqual([
      { token: 'Select', rows: 7 },
      { token: '-', rows: 5 },
    ]);
  });
});
