import { describe, expect, it } from 'vitest';
import { findingsOf, times } from './report-of.ts';

const named = (name: string, company: string, email = '') => ({ cells: { name, company, email } });

describe('leads with the same address', () => {
  it('given one address in two spellings then both leads are told, as one group', () => {
    const [found] = findingsOf('sharedEmails', [
      { cells: { email: 'Anna@varda.com' } },
      { cells: { email: 'anna@VARDA.com' } },
      { cells: { email: 'ben@varda.com' } },
      { cells: { email: 'none' } },
      { cells: { email: 'none' } },
      { cells: { email: '' } },
      { cells: { email: '' } },
    ]);
    expect(found).toMatchObject({ groups: 1, touched: { leads: 2, examples: [0, 1] }, weight: 1 / 7 });
  });

  it('given no attribute that is an address then there is none', () => {
    expect(findingsOf('sharedEmails', [{ cells: { web: 'a@b.com' } }, { cells: { web: 'a@b.com' } }])).toEqual([]);
  });
});

describe('near names within a company', () => {
  it.each([
    ['Anna Nováková', 'NOVAKOVA, Anna'],
    ['Jean-Pierre Roy', 'Jean Pierre Roy'],
    ['Katarzyna Lis', 'Katarzyna Liss'],
    ['Tomasz Kowal', 'Tomasz Kawal'],
  ])('given %j and %j then they are proposed as one', (one, other) => {
    const leads = [named(one, 'Varda S.A.', 'a@v.com'), named(other, 'varda s a', 'b@v.com'), named(other, 'Other')];
    expect(findingsOf('nearNames', leads)).toMatchObject([{ groups: 1, touched: { leads: 2, examples: [0, 1] } }]);
  });

  it.each([
    ['Ann Li', 'Anna Li'],
    ['Tomasz Kowal', 'Tomasz Kawall'],
    ['', ''],
  ])('given %j and %j then they are not', (one, other) => {
    expect(findingsOf('nearNames', [named(one, 'Varda'), named(other, 'Varda')])).toEqual([]);
  });

  it('given the same address, or no company, then they are told elsewhere or not at all', () => {
    expect(
      findingsOf(
        'nearNames',
        times(2, () => named('Anna Nowak', 'Varda', 'a@v.com')),
      ),
    ).toEqual([]);
    expect(
      findingsOf(
        'nearNames',
        times(2, () => named('Anna Nowak', '')),
      ),
    ).toEqual([]);
  });

  it('given first and last names in two attributes then they are read as one', () => {
    const leads = times(2, () => ({ cells: { first_name: 'Anna', last_name: 'Nowak', company: 'Varda' } }));
    expect(findingsOf('nearNames', leads)).toMatchObject([{ groups: 1 }]);
  });
});
