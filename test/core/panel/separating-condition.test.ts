import { describe, expect, it } from 'vitest';
import { type SplitLead, separatingCondition } from '../../../core/panel/separating-condition.ts';

const lead = (employees: string | null, country: string, isDisagreed: boolean): SplitLead => ({
  attributes: [
    { attribute: 'employees', kind: 'number', cell: employees },
    { attribute: 'country', kind: 'text', cell: country },
  ],
  isDisagreed,
});

describe('what tells disagreements from the rest', () => {
  it('given small companies that one team refuses then the cut between them and the others, rounded', () => {
    const leads = [
      ...['2', '5', '7', '8'].map((employees) => lead(employees, 'DE', true)),
      ...['12', '30', '40', '55', '60', '90'].map((employees, index) =>
        lead(employees, index % 2 ? 'DE' : 'PL', false),
      ),
    ];
    const found = separatingCondition(leads);
    expect(found?.condition).toEqual({ attribute: 'employees', op: 'lt', value: 10 });
    expect([found?.inside, found?.outside]).toEqual([
      { leads: 4, disagreed: 4 },
      { leads: 6, disagreed: 0 },
    ]);
    // Fisher: one table of 210.
    expect(found?.p).toBeCloseTo(1 / 210, 10);
  });

  it('given a country then it is named, and compared as rules compare', () => {
    const leads = [
      ...[1, 2, 3].map(() => lead('10', 'Poland', true)),
      lead('10', ' poland ', true),
      ...[1, 2, 3, 4, 5, 6, 7, 8].map(() => lead('10', 'Austria', false)),
    ];
    const found = separatingCondition(leads);
    expect(found?.inside).toEqual({ leads: 4, disagreed: 4 });
    expect(found?.couldBeChance).toBe(false);
  });

  it('given many conditions and few leads then it could be chance, and says how many were tried', () => {
    const leads = ['1', '20', '3', '40', '5', '60', '7', '80'].map((employees, index) =>
      lead(employees, ['DE', 'PL', 'IT'][index % 3] ?? '', index === 1 || index === 2 || index === 5),
    );
    const found = separatingCondition(leads);
    expect(found?.couldBeChance).toBe(true);
    expect(found?.tried).toBeGreaterThan(3);
  });

  it('given agreement on all, or on none, then nothing tells them apart', () => {
    expect(separatingCondition([])).toBeNull();
    expect(separatingCondition(['1', '2', '3', '4', '5', '6', '7'].map((one) => lead(one, 'DE', false)))).toBeNull();
    expect(separatingCondition(['1', '2', '3', '4', '5', '6', '7'].map((one) => lead(one, 'DE', true)))).toBeNull();
  });
});
