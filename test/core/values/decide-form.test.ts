import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDateVote, isDigits } from '../../../core/values/decide-date-form.ts';
import { createNumberVote } from '../../../core/values/decide-number-form.ts';

const datesOf = (...cells: readonly string[]) => {
  const vote = createDateVote();
  for (const [index, cell] of cells.entries()) vote.see(cell, index + 2);
  return vote.decide();
};
const numbersOf = (...cells: readonly string[]) => {
  const vote = createNumberVote();
  for (const [index, cell] of cells.entries()) vote.see(cell, index + 2);
  return vote.decide();
};

describe('the form of a column of dates', () => {
  it.each([
    [['03/04/2021', '13/04/2021'], 'dmy'],
    [['03/04/2021', '04/13/2021'], 'mdy'],
    [['2021-04-03', '15 Apr, 2021 00:03:00'], 'plain'],
    [['2021-04-03', '13/04/2021'], 'dmy'],
    [['32/04/15', '21/04/15'], 'ymd'],
    [['45631', '45632.5'], 'excel-1900'],
    [['1618444980'], 'epoch-seconds'],
    [['1618444980000'], 'epoch-milliseconds'],
    [['20210415', '20210416'], 'plain'],
  ])('%j is %s', (cells, form) => {
    const decision = datesOf(...cells);
    expect(decision.kind === 'decided' ? decision.form : null).toBe(form);
  });

  it('is asked for where no row decides', () => {
    expect(datesOf('05/05/2021', '03/04/2021')).toEqual({
      kind: 'ambiguous',
      forms: ['dmy', 'mdy'],
      example: { line: 3, cell: '03/04/2021' },
      rows: 2,
      unread: { rows: 0, first: [] },
    });
    expect(datesOf('11/04/10')).toMatchObject({ kind: 'ambiguous', forms: ['dmy', 'mdy', 'ymd'] });
  });

  it('does not matter where day and month are always the same number', () => {
    expect(datesOf('05/05/2021')).toMatchObject({ kind: 'decided', form: 'dmy' });
  });

  it('is said to be contradictory, with the rows', () => {
    expect(datesOf('13/04/2021', '04/13/2021', '14/04/2021')).toMatchObject({
      kind: 'contradictory',
      sides: [
        { forms: ['dmy'], rows: 2, first: [{ line: 2, cell: '13/04/2021' }, { line: 4 }] },
        { forms: ['mdy'], rows: 1, first: [{ line: 3, cell: '04/13/2021' }] },
      ],
    });
  });

  it('counts what is no date', () => {
    expect(datesOf('soon', '13/04/2021', 'soon')).toMatchObject({ kind: 'decided', unread: { rows: 2 } });
    expect(datesOf('soon')).toEqual({ kind: 'none', rows: 1, unread: { rows: 1, first: [{ line: 2, cell: 'soon' }] } });
  });

  it('is never guessed: with any rows that read both ways, it is asked for', () => {
    const day = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(day, day), { minLength: 1 }), (pairs) => {
        const decision = datesOf(...pairs.map(([first, second]) => `${first}/${second}/2021`));
        expect(decision.kind).toBe(pairs.every(([first, second]) => first === second) ? 'decided' : 'ambiguous');
      }),
    );
  });

  it('knows digits that may be numbers', () => {
    expect(['45631', '45631.5', '20210415', '2021-04-15'].map(isDigits)).toEqual([true, true, true, false]);
  });
});

describe('the form of a column of numbers', () => {
  it.each([
    [['1.234', '1.5'], 'point'],
    [['1.234', '1.234,50'], 'comma'],
    [['1.234', '1.234.567'], 'comma'],
    [['1,234', '0,123'], 'comma'],
    [['1200', '$5'], 'point'],
  ])('%j is %s', (cells, form) => {
    const decision = numbersOf(...cells);
    expect(decision.kind === 'decided' ? decision.form : decision.kind).toBe(form);
  });

  it('is asked for where no row decides', () => {
    expect(numbersOf('5', '1.234')).toMatchObject({
      kind: 'ambiguous',
      forms: ['point', 'comma'],
      example: { line: 3 },
    });
  });

  it('is said to be contradictory, with the rows', () => {
    expect(numbersOf('1.5', '1,5')).toMatchObject({
      kind: 'contradictory',
      sides: [{ forms: ['point'] }, { forms: ['comma'] }],
    });
  });

  it('tells the units apart', () => {
    expect(numbersOf('$5', '€5', '7').units).toEqual(['$', '€', '']);
  });
});
